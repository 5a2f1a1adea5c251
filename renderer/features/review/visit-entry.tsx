// One line of what is new at a hub: which application, what happened to it, who did it, when.
import { CircleMinus, CirclePlus, PencilLine, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from 'react-aria-components/Button';
import type { HistoryEntry } from '#contract/review.ts';
import { Icon } from '../../ui/icon.tsx';
import { Time } from '../../ui/time.tsx';
import { fieldWord } from '../../words/field-words.ts';
import { entryInShort, historyWords } from '../../words/history-words.ts';

const ICONS: Readonly<Record<HistoryEntry['kind'], LucideIcon>> = {
  appeared: CirclePlus,
  changed: PencilLine,
  disappeared: CircleMinus,
};

interface VisitEntryProps {
  readonly entry: HistoryEntry;
  /** null where there is nothing to open any more. */
  readonly onOpen: ((registrationId: string) => void) | null;
}

export function VisitEntry({ entry, onOpen }: VisitEntryProps): ReactElement {
  const { registrationId, applicationName, operator, kind, changes } = entry;
  const name = applicationName === '' ? registrationId : applicationName;
  return (
    <li className={`visit-entry visit-${kind}`}>
      <Icon of={ICONS[kind]} />
      {onOpen === null ? (
        <span className="visit-name truncate">{name}</span>
      ) : (
        <Button className="visit-name visit-open" onPress={() => onOpen(registrationId)}>
          <span className="truncate">{name}</span>
        </Button>
      )}
      <span className="truncate" title={changes.map(({ field }) => fieldWord(field)).join(', ')}>
        {entryInShort(entry)}
        {operator !== null && <span className="muted"> {historyWords.by(operator)}</span>}
      </span>
      <span className="muted">
        <Time ofMs={entry.atMs} />
      </span>
    </li>
  );
}
