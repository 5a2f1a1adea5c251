// The keys of the list: they move the selection, open what is selected, and lead up into the head.
import { useLayoutEffect, useRef, type KeyboardEvent, type RefObject } from 'react';
import type { Registration } from '#contract/registration.ts';
import { focusHead, focusRows, rowElement, rowIdOf } from './grid-focus.ts';
import { rowAfterKey, scrollToShow } from './grid-keys.ts';

interface RowKeys {
  readonly registrations: readonly Registration[];
  readonly heightPx: number;
  readonly selectedId: string | null;
  /** False while a filter hides the selected row. */
  readonly isListed: boolean;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

/** A handler for the key presses in the grid. */
export function useRowKeys(
  gridRef: RefObject<HTMLDivElement | null>,
  { registrations, heightPx, selectedId, isListed, onSelect, onOpen }: RowKeys,
): (event: KeyboardEvent<HTMLElement>) => void {
  const takesFocus = useSelectionInView(gridRef, isListed ? selectedId : null, heightPx);

  const onRowKey = (event: KeyboardEvent<HTMLElement>, id: string): boolean => {
    if (event.key === 'Enter' || event.key === ' ') {
      onOpen(id);
      return true;
    }
    const index = registrations.findIndex((registration) => registration.id === id);
    if (event.key === 'ArrowUp' && index === 0) {
      focusHead(event.currentTarget);
      return true;
    }
    const pageSize = Math.max(1, Math.floor(event.currentTarget.clientHeight / heightPx) - 2);
    const target = rowAfterKey(event.key, { index, count: registrations.length, pageSize });
    const next = target === null ? undefined : registrations[target];
    if (next === undefined) return false;
    takesFocus.current = next.id !== selectedId;
    onSelect(next.id);
    return true;
  };

  return (event) => {
    const id = rowIdOf(event.target);
    if (id !== null) {
      if (onRowKey(event, id)) event.preventDefault();
    } else if (event.key === 'ArrowDown') {
      focusRows(event.currentTarget);
      event.preventDefault();
    }
  };
}

/** Scrolls to what is selected, by whatever means; with the returned flag set, the focus goes there too. */
function useSelectionInView(
  gridRef: RefObject<HTMLDivElement | null>,
  selectedId: string | null,
  heightPx: number,
): RefObject<boolean> {
  const takesFocus = useRef(false);
  useLayoutEffect(() => {
    const grid = gridRef.current;
    const row = grid === null || selectedId === null ? null : rowElement(grid, selectedId);
    if (grid === null || row === null) return;
    const view = { scrollTop: grid.scrollTop, height: grid.clientHeight, rowHeight: heightPx };
    const scrollTop = scrollToShow(Number(row.ariaRowIndex) - 2, view);
    if (scrollTop !== null) grid.scrollTop = scrollTop;
    if (takesFocus.current) row.focus({ preventScroll: true });
    takesFocus.current = false;
  }, [gridRef, selectedId, heightPx]);
  return takesFocus;
}
