// What a comparison could not match, and what it left out: said, so that nobody takes silence for sameness.
import type { ReactElement } from 'react';
import type { Comparison, MatchKey } from '#contract/review.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Portion } from '../../ui/portion.tsx';
import {
  ambiguousWords,
  compareWords as words,
  matchKeyInSentence,
  type SideWords,
} from '../../words/compare-words.ts';
import { fieldWord } from '../../words/field-words.ts';
import { PORTION } from './shown-side.ts';

interface ComparisonNotesProps {
  readonly comparison: Comparison;
  readonly matchBy: MatchKey;
  readonly left: SideWords;
  readonly right: SideWords;
}

export function ComparisonNotes({ comparison, matchBy, left, right }: ComparisonNotesProps): ReactElement {
  const { ambiguous, ignoredFields } = comparison;
  return (
    <>
      {ambiguous.length > 0 && (
        <Notice kind="caution" title={`${words.ambiguous(ambiguous.length, matchKeyInSentence(matchBy))}.`}>
          <Portion items={ambiguous} size={PORTION}>
            {(shown) => (
              <ul>
                {shown.map((one) => (
                  <li key={one.key}>{ambiguousWords(one, left, right)}</li>
                ))}
              </ul>
            )}
          </Portion>
        </Notice>
      )}
      {ignoredFields.length > 0 && (
        <Disclosure title={words.ignored(ignoredFields.length)}>
          <p className="muted">
            {words.ignoredWhy} {ignoredFields.map(fieldWord).join(', ')}.
          </p>
        </Disclosure>
      )}
    </>
  );
}
