// What a comparison found: the answer in one sentence, what it left out, then what differs and what is only on one side.
import { useDeferredValue, useMemo, useState, type ReactElement } from 'react';
import type { Hub } from '#contract/credentials.ts';
import type { Registration } from '#contract/registration.ts';
import type { CompareInput } from '#contract/review-inputs.ts';
import type { Comparison } from '#contract/review.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/parts.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useNow } from '../../ui/use-now.ts';
import { comparisonSentence, compareWords as words, heading, sideWords } from '../../words/compare-words.ts';
import { moment } from '../../words/time.ts';
import { ComparisonNotes } from './comparison-notes.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { narrowed, searchable } from './narrowing.ts';
import { OnlyTable } from './only-table.tsx';
import type { ShownSide } from './shown-side.ts';

export type OpenRegistration = (hubId: string, registrationId: string) => void;

interface ComparisonResultProps {
  readonly comparison: Comparison;
  readonly hubs: readonly Hub[];
  readonly input: CompareInput;
  readonly onOpen: OpenRegistration;
}

export function ComparisonResult({ comparison, hubs, input, onOpen }: ComparisonResultProps): ReactElement {
  const nowMs = useNow();
  const [filter, setFilter] = useState('');
  const left = shownSide(input.left, input.right);
  const right = shownSide(input.right, input.left);
  const isAnythingListed = comparison.different.length + comparison.onlyLeft.length + comparison.onlyRight.length > 0;

  function shownSide(side: CompareInput['left'], other: CompareInput['left']): ShownSide {
    const hubName = hubs.find(({ id }) => id === side.hubId)?.name ?? side.hubId;
    const openNow = side.atMs === null ? (id: string): void => onOpen(side.hubId, id) : null;
    return { ...sideWords({ ...side, hubName }, other, nowMs), onOpen: openNow };
  }

  return (
    <>
      <div className="compare-answer">
        <div>
          <p role="status" className="compare-sentence">
            {comparisonSentence(comparison, left, right)}
          </p>
          <p className="muted">
            {words.takenAt(
              `${left.name}, ${moment(comparison.leftTakenAtMs, nowMs)}`,
              `${right.name}, ${moment(comparison.rightTakenAtMs, nowMs)}`,
            )}
          </p>
        </div>
        {isAnythingListed && <SearchField label={words.filter} value={filter} onChange={setFilter} />}
      </div>
      <ComparisonNotes comparison={comparison} matchBy={input.matchBy} left={left} right={right} />
      {isAnythingListed && (
        <ComparisonLists
          comparison={comparison}
          left={left}
          right={right}
          filter={filter}
          onClear={() => setFilter('')}
        />
      )}
    </>
  );
}

interface ComparisonListsProps {
  readonly comparison: Comparison;
  readonly left: ShownSide;
  readonly right: ShownSide;
  readonly filter: string;
  readonly onClear: () => void;
}

function ComparisonLists({ comparison, left, right, filter, onClear }: ComparisonListsProps): ReactElement {
  const lists = useMemo(() => searchable(comparison), [comparison]);
  const wanted = useDeferredValue(filter);
  const { different, onlyLeft, onlyRight } = useMemo(() => narrowed(lists, wanted), [lists, wanted]);
  const only = (side: ShownSide, registrations: readonly Registration[]): ReactElement | null =>
    registrations.length === 0 ? null : (
      <OnlyTable title={heading(side.only)} side={side} registrations={registrations} />
    );
  if (different.length + onlyLeft.length + onlyRight.length === 0) {
    return (
      <EmptyState title={words.noMatchTitle} action={<Button onPress={onClear}>{words.clearFilter}</Button>}>
        {words.noMatch(wanted)}
      </EmptyState>
    );
  }
  return (
    <>
      {different.length > 0 && <DifferenceTable differences={different} left={left} right={right} />}
      {only(left, onlyLeft)}
      {only(right, onlyRight)}
    </>
  );
}
