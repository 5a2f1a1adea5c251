import { describe, expect, it } from 'vitest';
import { ownReferenceText, parseYaml } from '../../../../main/adapters/yaml-reference.ts';

describe('the YAML of an API description', () => {
  it('of ours comes with the app', async () => {
    expect(await ownReferenceText()).toMatch(/^openapi: 3\.1\.\d$/m);
  });

  it('becomes plain JSON, with its shared parts in each place', async () => {
    const text = 'a: &a { b: [1, "2", true, null] }\nc: *a\n"__proto__": { d: 1 }\n';
    expect(JSON.stringify(await parseYaml(text))).toBe(
      '{"a":{"b":[1,"2",true,null]},"c":{"b":[1,"2",true,null]},"__proto__":{"d":1}}',
    );
  });

  it.each([
    ['is broken', 'a: [1'],
    ['holds two documents', 'a: 1\n---\nb: 2\n'],
    ['contains itself', 'a: &a [*a]\n'],
    [
      'multiplies without end',
      ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]']
        .concat(Array.from({ length: 9 }, (_, n) => `a${n + 1}: &a${n + 1} [${`*a${n}, `.repeat(9)}*a${n}]`))
        .join('\n'),
    ],
    ['is nested without end', '['.repeat(50_000)],
    ['is longer than anybody would write', `a: "${'x'.repeat(512 * 1024)}"`],
  ])('is nothing when it %s', async (_how, text) => {
    expect(await parseYaml(text)).toBeNull();
  });

  it('makes nothing but data', async () => {
    expect(await parseYaml('a: !!js/function "function () { throw 1 }"\nb: !new x\n')).toEqual({
      a: 'function () { throw 1 }',
      b: 'x',
    });
  });

  it('of a web page is no description', async () => {
    expect(await parseYaml('<html><body>Sign in</body></html>')).not.toBeInstanceOf(Object);
  });
});
