// The log as a grid: walked by the arrow keys, one row opened by Enter, Space or a click.
import { useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import type { ActivityEntry } from '#contract/activity.ts';
import { activityName, activityWords as words, subjectOf, tookTime } from '../../words/activity-words.ts';
import { EntryTime } from './entry-time.tsx';
import { OutcomeMark } from './outcome-mark.tsx';

interface ActivityTableProps {
  readonly entries: readonly ActivityEntry[];
  /** How many newer ones are not among them, and how many there are in all. */
  readonly offset: number;
  readonly matching: number;
  readonly openedId: string | null;
  readonly onOpen: (entry: ActivityEntry) => void;
}

type ColumnId = keyof typeof words.columns;

const columns: readonly { readonly id: ColumnId; readonly render: (entry: ActivityEntry) => ReactNode }[] = [
  { id: 'time', render: ({ atMs }) => <EntryTime ofMs={atMs} /> },
  { id: 'action', render: ({ action }) => <Text text={activityName(action)} /> },
  { id: 'application', render: (entry) => <Text text={subjectOf(entry)} /> },
  { id: 'outcome', render: ({ outcome }) => <OutcomeMark outcome={outcome} /> },
  { id: 'hub', render: ({ hubName }) => <Text text={hubName} /> },
  { id: 'operator', render: ({ operator }) => <Text text={operator} /> },
  { id: 'duration', render: ({ durationMs }) => <span className="tabular">{tookTime(durationMs)}</span> },
];

export function ActivityTable({ entries, offset, matching, openedId, onOpen }: ActivityTableProps): ReactElement {
  // The one row that the Tab key reaches; the first one when that row is on another page.
  const [currentId, setCurrentId] = useState<string | null>(null);
  const tabStop = entries.find(({ id }) => id === currentId) ?? entries[0];

  const open = (entry: ActivityEntry): void => {
    setCurrentId(entry.id);
    onOpen(entry);
  };

  return (
    <div
      role="grid"
      aria-label={words.title}
      aria-rowcount={matching + 1}
      aria-colcount={columns.length}
      className="activity-table"
    >
      <div role="rowgroup" className="activity-table-head">
        <div role="row" aria-rowindex={1} className="activity-row">
          {columns.map(({ id }) => (
            <div key={id} role="columnheader" className="activity-cell">
              <span className="truncate">{words.columns[id]}</span>
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {entries.map((entry, index) => (
          <div
            key={entry.id}
            role="row"
            aria-rowindex={offset + index + 2}
            aria-selected={entry.id === openedId}
            data-entry={entry.id}
            tabIndex={entry === tabStop ? 0 : -1}
            className="activity-row"
            onClick={() => open(entry)}
            onFocus={() => setCurrentId(entry.id)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' || event.key === ' ') open(entry);
              else if (!moveAlong(event)) return;
              event.preventDefault();
            }}
          >
            {columns.map(({ id, render }) => (
              <div key={id} role="gridcell" className={`activity-cell activity-${id}`}>
                {render(entry)}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A text that is cut when it does not fit; the whole of it is its title. */
function Text({ text }: { readonly text: string }): ReactElement {
  return (
    <span className="truncate" title={text}>
      {text}
    </span>
  );
}

/** Moves the focus to another row; false for any other key. */
function moveAlong({ key, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  const rows = currentTarget.parentElement;
  const target = {
    ArrowDown: currentTarget.nextElementSibling,
    ArrowUp: currentTarget.previousElementSibling,
    Home: rows?.firstElementChild,
    End: rows?.lastElementChild,
  }[key];
  if (target instanceof HTMLElement) target.focus();
  return target !== undefined;
}
