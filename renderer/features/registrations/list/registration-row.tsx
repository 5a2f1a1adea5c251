// One row of the list. It is drawn anew only when its registration, place, columns or selection change.
import { memo, type ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { cells } from './columns.tsx';
import type { ListColumn } from './shown-columns.ts';

interface RegistrationRowProps {
  readonly registration: Registration;
  readonly columns: readonly ListColumn[];
  /** Its place in the whole list, from 0. */
  readonly index: number;
  readonly heightPx: number;
  readonly isSelected: boolean;
  /** The one row that the Tab key reaches. */
  readonly isTabStop: boolean;
}

function Row(props: RegistrationRowProps): ReactElement {
  const { registration, columns, index, heightPx, isSelected, isTabStop } = props;
  return (
    <div
      role="row"
      // The head is row 1.
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      data-id={registration.id}
      tabIndex={isTabStop ? 0 : -1}
      className="list-row"
      style={{ top: index * heightPx }}
    >
      {columns.map(({ id }, columnIndex) => (
        <div
          key={id}
          role={columnIndex === 0 ? 'rowheader' : 'gridcell'}
          aria-colindex={columnIndex + 1}
          className={`list-cell list-${id}`}
        >
          {cells[id](registration)}
        </div>
      ))}
    </div>
  );
}

export const RegistrationRow = memo(Row);
