// The list as a grid for any number of rows: sorted by its heads, walked by keys, one row selected. The library's table
// builds every row of a collection before it shows the first, which is two seconds for ten thousand; this one draws
// only what can be seen.
import { memo, useMemo, useRef, type ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';
import { listWords } from '../../../words/registration-words.ts';
import type { SortOrder } from './arrangement.ts';
import { rowIdOf } from './grid-focus.ts';
import { ListHead } from './list-head.tsx';
import { RegistrationRow } from './registration-row.tsx';
import { columnStyle, type ListColumn } from './shown-columns.ts';
import { useColumnWidths } from './use-column-widths.ts';
import { useKeptPosition } from './use-kept-position.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useVisibleRows } from './use-visible-rows.ts';
import './registrations-table.css';

interface RegistrationsTableProps {
  /** Already filtered and sorted. */
  readonly registrations: readonly Registration[];
  readonly filter: ListFilter;
  readonly order: SortOrder;
  readonly onOrder: (order: SortOrder) => void;
  readonly columns: readonly ListColumn[];
  /** True while the window's width has a say in which columns are shown. */
  readonly hasUsualColumns: boolean;
  readonly onColumns: (columns: readonly ListColumn[]) => void;
  readonly rowHeightPx: number;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Enter, Space or a click on a row. */
  readonly onOpen: (id: string) => void;
}

function Table(props: RegistrationsTableProps): ReactElement {
  const { registrations, order, onOrder, columns, rowHeightPx: heightPx, selectedId, onOpen } = props;
  const gridRef = useRef<HTMLDivElement>(null);
  const widths = useColumnWidths(columns, props.onColumns);
  const selectedIndex = useMemo(
    () => (selectedId === null ? -1 : registrations.findIndex(({ id }) => id === selectedId)),
    [registrations, selectedId],
  );
  const onKeyDown = useRowKeys(gridRef, { ...props, heightPx, isListed: selectedIndex >= 0 });
  const onKeptScroll = useKeptPosition(gridRef, { ...props, heightPx });
  const { from, to, onScroll } = useVisibleRows(registrations.length, heightPx);
  const isUsual = props.hasUsualColumns && !widths.isDragging;

  return (
    <div
      ref={gridRef}
      role="grid"
      aria-label={listWords.title}
      aria-rowcount={registrations.length + 1}
      aria-colcount={columns.length}
      className={`list ${isUsual ? 'list-usual' : 'list-chosen'} ${heightPx > 32 ? 'list-comfortable' : ''}`}
      style={columnStyle(widths.columns)}
      onScroll={(event) => {
        onKeptScroll(event);
        onScroll(event);
      }}
      onKeyDown={onKeyDown}
      onClick={({ target }) => {
        const id = rowIdOf(target);
        if (id !== null) onOpen(id);
      }}
    >
      <ListHead columns={columns} order={order} onOrder={onOrder} resizing={widths.resizing} />
      <div
        role={registrations.length > 0 ? 'rowgroup' : 'presentation'}
        className="list-body"
        style={{ height: registrations.length * heightPx }}
      >
        {indices(from, to, selectedIndex).map((index) => {
          const registration = registrations[index];
          return (
            registration !== undefined && (
              <RegistrationRow
                key={registration.id}
                registration={registration}
                columns={columns}
                index={index}
                heightPx={heightPx}
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
