// What was seen to happen to one registration, newest first: when, who, which field from what to what.
import { useQuery } from '@tanstack/react-query';
import { CircleMinus, CirclePlus, History, PencilLine, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import type { HistoryEntry } from '#contract/review.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';
import { ChangeList } from '../../../ui/change-list.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Portion } from '../../../ui/portion.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { Time } from '../../../ui/time.tsx';
import { fieldWord } from '../../../words/field-words.ts';
import { entryHeadline, historyWords as words, toldChanges } from '../../../words/history-words.ts';
import './history-list.css';

const ICONS: Readonly<Record<HistoryEntry['kind'], LucideIcon>> = {
  appeared: CirclePlus,
  changed: PencilLine,
  disappeared: CircleMinus,
};

/** How many entries a press shows. */
const PORTION = 50;

interface HistoryListProps {
  readonly hubId: string;
  readonly registrationId: string;
}

/** The timeline of a registration; works offline. */
export function HistoryList({ hubId, registrationId }: HistoryListProps): ReactElement {
  const bridge = useBridge();
  const history = useQuery({
    queryKey: queryKeys.history(hubId, registrationId),
    queryFn: () => ask(bridge.review.history({ hubId, registrationId })),
  });
  const failure = failureOf(history.error);
  if (failure !== null) return <FailureNotice failure={failure} />;
  if (history.data === undefined) return <ProgressBar label={words.reading} />;
  const count = history.data.length;
  if (count === 0) return <p className="muted">{words.empty}</p>;
  return (
    <Portion items={history.data} size={PORTION}>
      {(entries) => (
        <ol className="history" aria-label={words.title}>
          {entries.map((entry, index) => (
            // Entries only come at the front: counted from the end, each keeps its number.
            <Entry key={count - index} entry={entry} />
          ))}
        </ol>
      )}
    </Portion>
  );
}

/** Who did it, and whether it stands for several. */
function Aside({ entry: { operator, folded } }: { readonly entry: HistoryEntry }): ReactElement | null {
  if (operator === null && folded === 1) return null;
  return (
    <span className="muted" title={folded > 1 ? words.foldedWhy : undefined}>
      {[operator === null ? null : words.by(operator), folded > 1 ? words.folded(folded) : null]
        .filter((part) => part !== null)
        .join(' · ')}
    </span>
  );
}

function Entry({ entry }: { readonly entry: HistoryEntry }): ReactElement {
  const told = toldChanges(entry.changes);
  return (
    <li className={`history-entry history-${entry.kind}`}>
      <span className="history-icon">
        <Icon of={entry.folded > 1 ? History : ICONS[entry.kind]} />
      </span>
      <div className="history-words">
        <div className="history-head">
          <strong>{entryHeadline(entry)}</strong>
          <span className="history-when muted">
            <Time ofMs={entry.atMs} />
          </span>
        </div>
        <Aside entry={entry} />
        {told.first.length > 0 && (
          // The headline names a single field already.
          <div className={told.first.length === 1 ? 'history-single' : undefined}>
            <ChangeList changes={told.first} />
          </div>
        )}
        {told.also.length > 0 && (
          <Disclosure title={words.alsoChanged(told.also.map(({ field }) => fieldWord(field)))}>
            <ChangeList changes={told.also} />
          </Disclosure>
        )}
      </div>
    </li>
  );
}
