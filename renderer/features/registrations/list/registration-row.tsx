// One row of the list. It is drawn anew only when its registration, place or selection changes.
import { memo, type ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { columns } from './columns.tsx';
import { ROW_HEIGHT } from './use-visible-rows.ts';

interface RegistrationRowProps {
  readonly registration: Registration;
  /** Its place in the whole list, from 0. */
  readonly index: number;
  readonly isSelected: boolean;
  /** The one row that the Tab key reaches. */
  readonly isTabStop: boolean;
}

function Row({ registration, index, isSelected, isTabStop }: RegistrationRowProps): ReactElement {
  return (
    <div
      role="row"
      // The head is row 1.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-id={registration.id}
      tabIndex={isTabStop ? 0 : -1}
      className="list-row"
      style={{ top: index * ROW_HEIGHT }}
    >
      {columns.map(({ id, render }, columnIndex) => (
        <div
          key={id}
          role={columnIndex === 0 ? 'rowheader' : 'gridcell'}
          aria-colindex={columnIndex + 1}
          className={`list-cell list-${id}`}
        >
          {render(registration)}
        </div>
      ))}
    </div>
  );
}

export const RegistrationRow = memo(Row);
