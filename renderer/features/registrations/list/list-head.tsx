// The head of the list: a press on a column sorts by it.
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent, ReactElement } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { listWords } from '../../../words/registration-words.ts';
import { nextOrder, type ColumnId, type SortOrder } from './arrangement.ts';
import { columns } from './columns.tsx';

interface ListHeadProps {
  readonly order: SortOrder;
  readonly onOrder: (order: SortOrder) => void;
}

/** One stop of the Tab key (the column sorted by); the arrow keys move along it, Enter and Space sort. */
export function ListHead({ order, onOrder }: ListHeadProps): ReactElement {
  const sortBy = (column: ColumnId): void => onOrder(nextOrder(order, column));
  return (
    <div role="rowgroup" className="list-head">
      <div role="row" aria-rowindex={1} className="list-head-row">
        {columns.map(({ id, heading }, index) => {
          const direction = order.column === id ? order.direction : undefined;
          return (
            <div
              key={id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={direction ?? 'none'}
              aria-description={listWords.sortable}
              tabIndex={direction === undefined ? -1 : 0}
              className={`list-head-cell list-${id}`}
              onClick={() => sortBy(id)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === ' ') sortBy(id);
                else if (!moveAlong(event)) return;
                event.preventDefault();
              }}
            >
              <span className="truncate">{heading}</span>
              {direction !== undefined && <Icon of={direction === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
            </div>
          );
        })}
      </div>
    </div>
  );
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
