import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../../../renderer/words/describe-failure.ts';
import { sampleFailures, unreachableCauses } from '../../../screens/words/sample-failures.ts';

/** The rows of the page's tables, by the name in their first cell: what the person sees, what they can do. */
function documented(heading: string): Readonly<Record<string, { sentence: string; wayOut: string }>> {
  const page = readFileSync(new URL('../../../../docs/failures.md', import.meta.url), 'utf8');
  const section = page.slice(page.indexOf(heading)).split('\n## ')[0] ?? '';
  const rows = [...section.matchAll(/^\| `(\w+)` *\| [^|]+ \| ([^|]+?) *\| ([^|]+?) *\|$/gm)];
  return Object.fromEntries(rows.map(([, name = '', sentence = '', wayOut = '']) => [name, { sentence, wayOut }]));
}

describe('docs/failures.md', () => {
  it('names exactly the failures of the contract, each with the words of the code', () => {
    const inCode = Object.values(sampleFailures).map((failure) => [failure.code, describeFailure(failure)]);
    expect(documented('# Failures')).toEqual(Object.fromEntries(inCode));
  });

  it('names exactly the causes of hubUnreachable, each with the words of the code', () => {
    const inCode = Object.values(unreachableCauses).map((cause) => [
      cause,
      describeFailure({ code: 'hubUnreachable', cause, host: 'hub.example.com' }),
    ]);
    expect(documented('## Causes of')).toEqual(Object.fromEntries(inCode));
  });
});
