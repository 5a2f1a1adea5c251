// docs/security.md claims nothing that no test proves: every claim names a test, and every test it names is there.
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';

const document = fs.readFileSync('docs/security.md', 'utf8');
const text = document.replaceAll(/\s+/g, ' ');

/** A file in backquotes, and the names in quotation marks that follow it. */
const PROOF = /`(test\/[\w./-]+\.test\.tsx?)`((?:,? ?"[^"]+")+)/g;

const proofsIn = (part: string): readonly (readonly [file: string, name: string])[] =>
  Array.from(part.matchAll(PROOF), ([, file = '', names = '']) =>
    Array.from(names.matchAll(/"([^"]+)"/g), ([, name = '']) => [file, name] as const),
  ).flat();

/** The rows of the table of claims, without its head. */
const claims = (/## Claims and proofs\n([^]*?)\n## /.exec(document)?.[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((row) => row.split('|').map((cell) => cell.trim()))
  .map(([, claim = '', proof = '']) => ({ claim, proof }));

const proofs = proofsIn(text);

describe('the security document', () => {
  it('has a table of claims', () => {
    expect(claims.length).toBeGreaterThan(15);
  });

  it.each(claims)('names a test that proves it: $claim', ({ claim, proof }) => {
    expect(claim).not.toBe('');
    expect(proofsIn(proof)).not.toEqual([]);
  });

  it('names no test by its file alone', () => {
    const files = Array.from(text.matchAll(/`(test\/[^`]+)`/g), ([, file]) => file);
    const proving = new Set(proofs.map(([file]) => file));
    expect(files.filter((file) => file !== undefined && !proving.has(file))).toEqual([]);
  });

  it.each(proofs)('%s has the test "%s"', (file, name) => {
    const source = fs.readFileSync(file, 'utf8');
    const calls = Array.from(
      source.matchAll(/\b(?:it|test)(?:\.(?:each|skipIf|runIf)\([^]*?\))?\(\s*(['"`])(.*?)\1,/g),
      ([, , each]) => each,
    );
    expect(calls).toContain(name);
  });

  it('is two pages long, but for the names of tests', () => {
    const said = text.replaceAll(/`test\/[^`]+`|"[^"]+"/g, ' ').split(' ');
    expect(said.filter((word) => /\p{L}/u.test(word)).length).toBeLessThan(1_200);
  });
});
