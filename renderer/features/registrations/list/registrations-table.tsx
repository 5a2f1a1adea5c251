// The list as a grid for any number of rows: sorted by its heads, walked by keys, one row selected. The library's table
// builds every row of a collection before it shows the first, which is two seconds for ten thousand; this one draws
// only what can be seen.
import { memo, useRef, type ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { listWords } from '../../../words/registration-words.ts';
import type { SortOrder } from './arrangement.ts';
import { columns } from './columns.tsx';
import { rowIdOf } from './grid-focus.ts';
import { ListHead } from './list-head.tsx';
import { RegistrationRow } from './registration-row.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { ROW_HEIGHT, useVisibleRows } from './use-visible-rows.ts';
import './registrations-table.css';

interface RegistrationsTableProps {
  /** Already filtered and sorted. */
  readonly registrations: readonly Registration[];
  readonly order: SortOrder;
  readonly onOrder: (order: SortOrder) => void;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Enter, Space or a click on a row. */
  readonly onOpen: (id: string) => void;
}

function Table(props: RegistrationsTableProps): ReactElement {
  const { registrations, order, onOrder, selectedId, onOpen } = props;
  const gridRef = useRef<HTMLDivElement>(null);
  const onKeyDown = useRowKeys(gridRef, props);
  const { from, to, onScroll } = useVisibleRows(registrations.length);
  const selectedIndex = registrations.findIndex(({ id }) => id === selectedId);

  return (
    <div
      ref={gridRef}
      role="grid"
      aria-label={listWords.title}
      aria-rowcount={registrations.length + 1}
      aria-colcount={columns.length}
      className="list"
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const id = rowIdOf(target);
        if (id !== null) onOpen(id);
      }}
    >
      <ListHead order={order} onOrder={onOrder} />
      <div role="rowgroup" className="list-body" style={{ height: registrations.length * ROW_HEIGHT }}>
        {indices(from, to, selectedIndex).map((index) => {
          const registration = registrations[index];
          return (
            registration !== undefined && (
              <RegistrationRow
                key={registration.id}
                registration={registration}
                index={index}
                isSelected={index === selectedIndex}
                isTabStop={index === Math.max(0, selectedIndex)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/**
 * Fills its parent and scrolls within. The selected row is always there, so that it keeps the focus when scrolled away.
 * Drawn anew only when what it shows changes: not while someone types into the form above it.
 */
export const RegistrationsTable = memo(Table);

/** The rows to draw: those near the eye, and the one that is selected (or the Tab key's first) wherever it is. */
function indices(from: number, to: number, selectedIndex: number): readonly number[] {
  const kept = Math.max(0, selectedIndex);
  const seen = Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
  if (kept < from) return [kept, ...seen];
  return kept < to ? seen : [...seen, kept];
}
