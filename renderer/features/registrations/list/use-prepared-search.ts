// Prepares the search while the window has nothing else to do, so that the first keystroke finds everything ready.
import { useEffect } from 'react';
import type { Narrowing } from './narrowing.ts';

/** About a millisecond of work. */
const PORTION = 200;

export function usePreparedSearch(list: Narrowing): void {
  useEffect(() => {
    let waiting = 0;
    const prepare = (deadline: IdleDeadline): void => {
      let isMore = true;
      while (isMore && deadline.timeRemaining() > 2) isMore = list.prepare(PORTION);
      if (isMore) waiting = requestIdleCallback(prepare);
    };
    // A search that is not prepared is only slower: where there is no idle time, nothing is.
    if (typeof requestIdleCallback !== 'function') return;
    waiting = requestIdleCallback(prepare);
    return () => cancelIdleCallback(waiting);
  }, [list]);
}
