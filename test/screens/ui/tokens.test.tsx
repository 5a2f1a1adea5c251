// Contrast by arithmetic: jsdom paints nothing, and a colour that is too faint is easily let in with a new role.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const RENDERER = join(import.meta.dirname, '../../../renderer');
const tokens = readFileSync(join(RENDERER, 'ui/tokens.css'), 'utf8');

function coloursIn(css: string): ReadonlyMap<string, string> {
  return new Map([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]));
}

const [lightCss = '', darkCss = ''] = tokens.split('@media (prefers-color-scheme: dark)');
const light = coloursIn(lightCss);
const themes = { light, dark: new Map([...light, ...coloursIn(darkCss)]) };

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const grounds = ['surface', 'surface-sunken', 'surface-raised', 'surface-hover', 'surface-selected'];
const texts: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['text', [...grounds, 'surface-pressed', 'positive-surface', 'caution-surface', 'danger-surface']],
  ['text-muted', [...grounds, 'positive-surface', 'caution-surface', 'danger-surface']],
  ['text-faint', ['surface', 'surface-sunken', 'surface-raised']],
  ['accent-text', [...grounds, 'accent-surface']],
  ['positive', ['surface', 'surface-sunken', 'positive-surface']],
  ['caution', ['surface', 'surface-sunken', 'surface-raised', 'caution-surface']],
  ['danger', ['surface', 'surface-raised', 'danger-surface']],
  ['text-on-accent', ['accent', 'accent-hover', 'accent-pressed']],
];
const lines: readonly (readonly [line: string, grounds: readonly string[]])[] = [
  ['line-strong', ['surface', 'surface-sunken', 'surface-raised']],
  ['focus', ['surface', 'surface-sunken', 'surface-raised']],
];

describe.each(Object.entries(themes))('the %s colours', (_, colours) => {
  const tooFaint = (pairs: typeof texts, least: number): readonly string[] =>
    pairs.flatMap(([front, behind]) =>
      behind.flatMap((ground) => {
        const ratio = contrast(colours.get(front) ?? '', colours.get(ground) ?? '');
        return ratio >= least ? [] : [`${front} on ${ground}: ${ratio.toFixed(2)}`];
      }),
    );

  it('keep every text at 4.5 : 1 or more', () => {
    expect(tooFaint(texts, 4.5)).toEqual([]);
  });

  it('keep every line that means something at 3 : 1 or more', () => {
    expect(tooFaint(lines, 3)).toEqual([]);
  });
});

it('are named in one file only', () => {
  const sheets = readdirSync(RENDERER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'));
  const raw = sheets.filter(
    (name) =>
      !name.endsWith('tokens.css') &&
      /#[0-9a-f]{3,8}\b|\brgb\(|\bhsl\(|oklch\(/i.test(readFileSync(join(RENDERER, name), 'utf8')),
  );
  expect(sheets.length).toBeGreaterThan(5);
  expect(raw).toEqual([]);
});
