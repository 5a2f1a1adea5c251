// The head of the list: a press on a column sorts by it, its edge and Shift with an arrow change its width.
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, ReactElement } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { listWords } from '../../../words/registration-words.ts';
import { nextOrder, type SortOrder } from './arrangement.ts';
import { ColumnEdge } from './column-edge.tsx';
import type { ColumnId } from './column-ids.ts';
import type { ListColumn } from './shown-columns.ts';
import type { Resizing } from './use-column-widths.ts';

interface ListHeadProps {
  readonly columns: readonly ListColumn[];
  readonly order: SortOrder;
  readonly onOrder: (order: SortOrder) => void;
  readonly resizing: Resizing;
}

/** How much a press of a key changes a column's width. */
const STEP_PX = 16;

/** One stop of the Tab key (the column sorted by, or the first); the arrow keys move along it, Enter and Space sort. */
export function ListHead({ columns, order, onOrder, resizing }: ListHeadProps): ReactElement {
  const isShown = columns.some(({ id }) => id === order.column);
  const tabStop = isShown ? order.column : columns[0]?.id;
  return (
    <div role="rowgroup" className="list-head">
      <div role="row" aria-rowindex={1} className="list-head-row">
        {columns.map((column, index) => {
          const { id } = column;
          const direction = order.column === id ? order.direction : undefined;
          const sort = (): void => onOrder(nextOrder(order, id));
          return (
            <div
              key={id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={direction ?? 'none'}
              aria-description={listWords.sortable}
              tabIndex={id === tabStop ? 0 : -1}
              className={`list-head-cell list-${id}`}
              onClick={sort}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === ' ') sort();
                else if (!resize(event, id, resizing) && !moveAlong(event)) return;
                event.preventDefault();
              }}
            >
              <span className="truncate">{listWords.columns[id]}</span>
              {direction !== undefined && <Icon of={direction === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
              <ColumnEdge id={id} resizing={resizing} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Shift with an arrow makes the column wider or narrower; false for any other key. */
function resize(event: KeyboardEvent<HTMLElement>, id: ColumnId, { onResize }: Resizing): boolean {
  const by = { ArrowLeft: -STEP_PX, ArrowRight: STEP_PX }[event.key];
  if (!event.shiftKey || by === undefined) return false;
  onResize(id, event.currentTarget.getBoundingClientRect().width + by);
  return true;
}

/** Moves the focus to the neighbour; false for any other key. */
function moveAlong({ key, currentTarget }: KeyboardEvent<HTMLElement>): boolean {
  const neighbour = {
    ArrowLeft: currentTarget.previousElementSibling,
    ArrowRight: currentTarget.nextElementSibling,
  }[key];
  if (neighbour instanceof HTMLElement) neighbour.focus();
  return neighbour !== undefined;
}
