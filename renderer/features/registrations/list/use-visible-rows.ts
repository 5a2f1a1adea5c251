// Of a hundred thousand rows only those near the eye exist.
import { useCallback, useState, useSyncExternalStore, type UIEvent } from 'react';
import type { Settings } from '#contract/settings.ts';

/** Height of a row, and of the head, in pixels (`--row` in registrations-table.css). */
export function rowHeightPx(rowHeight: Settings['rowHeight']): number {
  return rowHeight === 'comfortable' ? 40 : 32;
}

/** Rows kept above and below what can be seen, so that scrolling does not outrun them. */
const MARGIN = 10;
/** Rows are drawn anew only every so many: the frames between them cost next to nothing. Less than the margin. */
const STEP = 8;

export interface VisibleRows {
  /** Index of the first row to draw, and of the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
}

function onResize(listener: () => void): () => void {
  window.addEventListener('resize', listener);
  return () => window.removeEventListener('resize', listener);
}

/** Which of `count` rows to draw in a scrolling element. No list is higher than the window: nothing has to be measured. */
export function useVisibleRows(count: number, heightPx: number): VisibleRows {
  const windowHeight = useSyncExternalStore(onResize, () => window.innerHeight);
  const [firstSeen, setFirstSeen] = useState(0);
  const seen = Math.ceil(windowHeight / heightPx);
  // A filter can shorten the list while it is scrolled down: the browser then scrolls up without being asked.
  const first = Math.min(firstSeen, Math.max(0, count - 1));
  const onScroll = useCallback(
    (event: UIEvent<HTMLElement>) => setFirstSeen(Math.floor(event.currentTarget.scrollTop / heightPx / STEP) * STEP),
    [heightPx],
  );
  return { from: Math.max(0, first - MARGIN), to: Math.min(count, first + seen + MARGIN), onScroll };
}
