// Keeps the eye where it was: a refresh moves no row away from under it, a filter keeps the selected row in its place,
// and taking the filter off leads back to where one was.
import { useCallback, useLayoutEffect, useRef, type RefObject, type UIEvent } from 'react';
import type { Registration } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';
import { isNarrowing } from '../../../app/facets.ts';
import type { SortOrder } from './arrangement.ts';
import { firstSeen, scrollTopFor, selectedSeen, type Anchor } from './kept-position.ts';

interface Arranged {
  readonly registrations: readonly Registration[];
  readonly filter: ListFilter;
  readonly order: SortOrder;
}

interface KeptPosition extends Arranged {
  readonly selectedId: string | null;
  readonly heightPx: number;
}

/** A handler for the grid's scrolling, which tells where the eye is. */
export function useKeptPosition(
  gridRef: RefObject<HTMLDivElement | null>,
  { registrations, filter, order, selectedId, heightPx }: KeptPosition,
): (event: UIEvent<HTMLElement>) => void {
  // A shortened list is scrolled up by the browser before anything could be asked: what counts is told beforehand.
  const scrollTop = useRef(0);
  const before = useRef<Arranged>({ registrations, filter, order });
  /** Where the whole list stood when it was narrowed. */
  const wholeList = useRef<Anchor | null>(null);

  useLayoutEffect(() => {
    const grid = gridRef.current;
    const last = before.current;
    before.current = { registrations, filter, order };
    if (grid === null || last.registrations === registrations) return;
    const sight = { list: last.registrations, scrollTop: scrollTop.current, heightPx };
    const isRenewed = last.filter === filter && last.order === order;
    wholeList.current = isNarrowing(last.filter) ? wholeList.current : firstSeen(sight);
    const anchors = [
      selectedSeen(sight, selectedId, grid.clientHeight - heightPx),
      isRenewed ? firstSeen(sight) : backTo(wholeList.current, last.filter, filter),
    ];
    scrollTop.current = scrollTopFor(anchors, registrations, heightPx) ?? (isRenewed ? scrollTop.current : 0);
    grid.scrollTop = scrollTop.current;
  }, [gridRef, registrations, filter, order, selectedId, heightPx]);

  return useCallback((event) => {
    scrollTop.current = event.currentTarget.scrollTop;
  }, []);
}

/** Taking the filter off leads back to where the whole list stood; nothing else does. */
function backTo(wholeList: Anchor | null, last: ListFilter, filter: ListFilter): Anchor | null {
  return isNarrowing(last) && !isNarrowing(filter) ? wholeList : null;
}
