// Where the keys of a list lead: the row that becomes the current one.

/** The index after a key was pressed on row `index` of `count`; null when the key does not move. */
export function rowAfterKey(key: string, at: { index: number; count: number; pageSize: number }): number | null {
  const { index, count, pageSize } = at;
  const last = count - 1;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + pageSize,
    PageUp: index - pageSize,
    Home: 0,
    End: last,
  };
  const target = moves[key];
  return target === undefined || count === 0 ? null : Math.min(Math.max(target, 0), last);
}

/** How far to scroll so that the row stands whole below the head; null when it does already. */
export function scrollToShow(
  index: number,
  view: { scrollTop: number; height: number; rowHeight: number },
): number | null {
  const top = index * view.rowHeight;
  // The head covers one row's height at the top of what is seen.
  const seenHeight = view.height - view.rowHeight;
  if (top < view.scrollTop) return top;
  const lowestTop = view.scrollTop + seenHeight - view.rowHeight;
  return top > lowestTop ? top - seenHeight + view.rowHeight : null;
}
