// Keeps the eye where it was: a refresh moves no row away from under it, a filter keeps the selected row in its place,
// and taking the filter off leads back to where one was.
import { useCallback, useLayoutEffect, useRef, type RefObject, type UIEvent } from 'react';
import type { Registration } from '#contract/registration.ts';
import type { ListFilter } from '#contract/settings.ts';
import { isNarrowing } from '../../../app/facets.ts';
import type { SortOrder } from './arrangement.ts';
import { firstSeen, scrollTopFor, selectedSeen, type Anchor, type Sight } from './kept-position.ts';

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
    const isRenewed = isSameArrangement(last, filter, order);
    const top = firstSeen(sight);
    wholeList.current = isNarrowing(last.filter) ? wholeList.current : top;
    const place = isRenewed ? top : backTo(wholeList.current, last.filter, filter);
    const anchors = [selectedIn(grid, sight, selectedId), place];
    const kept = scrollTopFor(anchors, registrations, heightPx) ?? (isRenewed ? scrollTop.current : 0);
    // So would asking it to scroll where it stands already.
    if (kept !== scrollTop.current) grid.scrollTop = kept;
    scrollTop.current = kept;
  }, [gridRef, registrations, filter, order, selectedId, heightPx]);

  return useCallback((event) => {
    scrollTop.current = event.currentTarget.scrollTop;
  }, []);
}

function isSameArrangement(last: Arranged, filter: ListFilter, order: SortOrder): boolean {
  return last.filter === filter && last.order === order;
}

/** Nothing is asked of the page while nothing is selected: that would make it lay everything out at once. */
function selectedIn(grid: HTMLElement, sight: Sight, selectedId: string | null): Anchor | null {
  return selectedId === null ? null : selectedSeen(sight, selectedId, grid.clientHeight - sight.heightPx);
}

/** Taking the filter off leads back to where the whole list stood; nothing else does. */
function backTo(wholeList: Anchor | null, last: ListFilter, filter: ListFilter): Anchor | null {
  return isNarrowing(last) && !isNarrowing(filter) ? wholeList : null;
}
