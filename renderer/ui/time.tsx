// A moment as people say it, with the exact value on hover, on focus and for screen readers.
import type { ReactElement } from 'react';
import { exactTime, relativeTime } from '../words/time.ts';
import { useNow } from './use-now.ts';

/** *2 h ago*; `ofMs` is milliseconds since the epoch. The title carries the exact time. */
export function Time({ ofMs }: { readonly ofMs: number }): ReactElement {
  const nowMs = useNow();
  return (
    <time dateTime={new Date(ofMs).toISOString()} title={exactTime(ofMs)} className="tabular">
      {relativeTime(ofMs, nowMs)}
    </time>
  );
}
