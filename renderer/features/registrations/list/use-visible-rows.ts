// Of ten thousand rows only those near the eye exist.
import { useCallback, useState, useSyncExternalStore, type UIEvent } from 'react';

/** Height of a row, and of the head, in pixels (`--row` in ui/tokens.css). */
export const ROW_HEIGHT = 32;
/** Rows kept above and below what can be seen, so that scrolling does not outrun them. */
const MARGIN = 10;

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
export function useVisibleRows(count: number): VisibleRows {
  const windowHeight = useSyncExternalStore(onResize, () => window.innerHeight);
  const [firstSeen, setFirstSeen] = useState(0);
  const seen = Math.ceil(windowHeight / ROW_HEIGHT);
  // A filter can shorten the list while it is scrolled down: the browser then scrolls up without being asked.
  const first = Math.min(firstSeen, Math.max(0, count - 1));
  const onScroll = useCallback(
    (event: UIEvent<HTMLElement>) => setFirstSeen(Math.floor(event.currentTarget.scrollTop / ROW_HEIGHT)),
    [],
  );
  return { from: Math.max(0, first - MARGIN), to: Math.min(count, first + seen + MARGIN), onScroll };
}
