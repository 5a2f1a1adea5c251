// When a call was made, as one looks it up on a clock; the exact time is its title.
import type { ReactElement } from 'react';
import { useNow } from '../../ui/use-now.ts';
import { exactTime, moment } from '../../words/time.ts';

export function EntryTime({ ofMs }: { readonly ofMs: number }): ReactElement {
  const nowMs = useNow();
  return (
    <time dateTime={new Date(ofMs).toISOString()} title={exactTime(ofMs)} className="tabular truncate">
      {moment(ofMs, nowMs)}
    </time>
  );
}
