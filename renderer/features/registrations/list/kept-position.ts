// Where a list stands after it changed: what the person was looking at stays where it was.
import type { Registration } from '#contract/registration.ts';

type List = readonly Registration[];

/** A row and how far its upper edge is above (negative: below) the upper edge of what is seen, in pixels. */
export interface Anchor {
  readonly id: string;
  readonly abovePx: number;
}

/** What is seen of a list. */
export interface Sight {
  readonly list: List;
  readonly scrollTop: number;
  readonly heightPx: number;
}

/** The first row that is seen; null in an empty list. */
export function firstSeen({ list, scrollTop, heightPx }: Sight): Anchor | null {
  const index = Math.floor(scrollTop / heightPx);
  const registration = list[index];
  return registration === undefined ? null : { id: registration.id, abovePx: scrollTop - index * heightPx };
}

/** The selected row if any of it is seen within so many pixels; null otherwise. */
export function selectedSeen(sight: Sight, selectedId: string, seenPx: number): Anchor | null {
  const index = placeOf(sight.list, selectedId);
  const abovePx = sight.scrollTop - index * sight.heightPx;
  const isSeen = index >= 0 && abovePx < sight.heightPx && -abovePx < seenPx;
  return isSeen ? { id: selectedId, abovePx } : null;
}

/** How far a list is scrolled when the first of these rows that it has stands there again; null when it has none. */
export function scrollTopFor(anchors: readonly (Anchor | null)[], list: List, heightPx: number): number | null {
  for (const anchor of anchors) {
    const index = anchor === null ? -1 : placeOf(list, anchor.id);
    if (anchor !== null && index >= 0) return Math.max(0, index * heightPx + anchor.abovePx);
  }
  return null;
}

function placeOf(list: List, id: string): number {
  return list.findIndex((registration) => registration.id === id);
}
