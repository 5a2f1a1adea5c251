// docs/security.md claims nothing that no test proves: every test it names is there, under its own name.
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';

const text = fs.readFileSync('docs/security.md', 'utf8').replaceAll(/\s+/g, ' ');

/** A file in backquotes, and the names in quotation marks that follow it. */
const CLAIM = /`(test\/[\w./-]+\.test\.tsx?)`((?:,? ?"[^"]+")+)/g;

const claims = Array.from(text.matchAll(CLAIM), ([, file = '', names = '']) =>
  Array.from(names.matchAll(/"([^"]+)"/g), ([, name = '']) => [file, name] as const),
).flat();

describe('the security document', () => {
  it('names tests for its claims, each by file and name', () => {
    expect(claims.length).toBeGreaterThan(25);
    const files = Array.from(text.matchAll(/`(test\/[^`]+)`/g), ([, file]) => file);
    const proving = new Set(claims.map(([file]) => file));
    expect(files.filter((file) => file !== undefined && !proving.has(file))).toEqual([]);
  });

  it.each(claims)('%s has the test "%s"', (file, name) => {
    const source = fs.readFileSync(file, 'utf8');
    const calls = Array.from(
      source.matchAll(/\b(?:it|test)(?:\.each\([^]*?\))?\(\s*(['"`])(.*?)\1,/g),
      ([, , each]) => each,
    );
    expect(calls).toContain(name);
  });

  it('is two pages long', () => {
    const words = text.split(' ').filter((word) => /\p{L}/u.test(word) && !word.includes('/')).length;
    expect(words).toBeLessThan(1_500);
  });
});
