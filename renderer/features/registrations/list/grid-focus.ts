// Finds the parts of the list in the page that the focus can stand on.

/** The registration whose row an event came from; null when it came from the head. */
export function rowIdOf(target: EventTarget): string | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null;
  return row?.dataset['id'] ?? null;
}

export function rowElement(grid: HTMLElement, id: string): HTMLElement | null {
  return grid.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
}

/** From the head down: to the row that the Tab key reaches. */
export function focusRows(grid: HTMLElement): void {
  grid.querySelector<HTMLElement>('[data-id][tabindex="0"]')?.focus();
}

/** From the first row up: to the head of the column that is sorted by. */
export function focusHead(grid: HTMLElement): void {
  grid.querySelector<HTMLElement>('[role="columnheader"][tabindex="0"]')?.focus();
}
