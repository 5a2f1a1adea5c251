// The shape of a list before the first one ever arrives.
import type { ReactElement } from 'react';
import { listWords } from '../../../words/registration-words.ts';

/** Widths in percent, irregular as text is. */
const ROWS = [62, 48, 71, 55, 66, 43, 58, 69, 51, 60] as const;

export function ListSkeleton(): ReactElement {
  return (
    <div className="list-skeleton" role="status" aria-label={listWords.reading}>
      {ROWS.map((width) => (
        <div key={width} className="list-skeleton-row">
          <span style={{ width: `${width}%` }} />
          <span style={{ width: `${width - 12}%` }} />
          <span style={{ width: `${100 - width}%` }} />
          <span style={{ width: `${width - 20}%` }} />
        </div>
      ))}
    </div>
  );
}
