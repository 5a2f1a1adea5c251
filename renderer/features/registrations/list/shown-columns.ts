// Which columns are shown, in which order and how wide: the person's choice, or the app's own.
import type { CSSProperties } from 'react';
import type { ShownColumn } from '#contract/settings.ts';
import { columnIds, isColumnId, ownChoice, type ColumnId } from './column-ids.ts';

/** A column that this version of the app knows; `widthPx` null: as the window gives. */
export interface ListColumn extends ShownColumn {
  readonly id: ColumnId;
}

/** What a column takes when nobody has set its width: at least so much, and a share of what is left. */
const natural: Readonly<Record<ColumnId, { readonly leastPx: number; readonly share: number }>> = {
  label: { leastPx: 160, share: 2.2 },
  name: { leastPx: 120, share: 1.4 },
  platform: { leastPx: 96, share: 1.1 },
  status: { leastPx: 160, share: 0 },
  productionLevel: { leastPx: 148, share: 0 },
  systemUrl: { leastPx: 160, share: 1.7 },
  updated: { leastPx: 100, share: 0 },
  id: { leastPx: 112, share: 0 },
  description: { leastPx: 160, share: 2.2 },
  weighting: { leastPx: 96, share: 0 },
  syncErrors: { leastPx: 104, share: 0 },
  lastTaskSynced: { leastPx: 140, share: 0 },
  clientId: { leastPx: 192, share: 0 },
  created: { leastPx: 100, share: 0 },
  createdBy: { leastPx: 112, share: 0 },
  updatedBy: { leastPx: 112, share: 0 },
};

/** How narrow and how wide a column can be made, in CSS pixels (contract/settings.ts allows 40 to 2000). */
const NARROWEST_PX = 56;
const WIDEST_PX = 1200;
/** The space left and right of a row. */
const MARGIN_PX = 24;

/** The saved choice as far as this version knows it; the app's own where there is none, or nothing of it is left. */
export function listColumns(saved: readonly ShownColumn[] | null): readonly ListColumn[] {
  const first = new Map<ColumnId, ListColumn>();
  for (const { id, widthPx } of saved ?? []) {
    if (isColumnId(id) && !first.has(id)) first.set(id, { id, widthPx });
  }
  return first.size > 0 ? [...first.values()] : ownChoice.map((id) => ({ id, widthPx: null }));
}

/** The columns that are not shown. */
export function hiddenColumns(columns: readonly ListColumn[]): readonly ColumnId[] {
  return columnIds.filter((id) => !columns.some((column) => column.id === id));
}

/** With the column shown at the end, or taken away; the last one stays. */
export function toggled(columns: readonly ListColumn[], id: ColumnId): readonly ListColumn[] {
  const others = columns.filter((column) => column.id !== id);
  if (others.length === columns.length) return [...columns, { id, widthPx: null }];
  return others.length === 0 ? columns : others;
}

/** With the column one place further to the start (-1) or the end (1). */
export function moved(columns: readonly ListColumn[], id: ColumnId, by: -1 | 1): readonly ListColumn[] {
  const from = columns.findIndex((column) => column.id === id);
  const column = columns[from];
  if (column === undefined || columns[from + by] === undefined) return columns;
  return columns.toSpliced(from, 1).toSpliced(from + by, 0, column);
}

/** With the column so wide, as far as columns can be; null gives its width back to the window. */
export function resized(columns: readonly ListColumn[], id: ColumnId, widthPx: number | null): readonly ListColumn[] {
  const width = widthPx === null ? null : Math.round(Math.min(Math.max(widthPx, NARROWEST_PX), WIDEST_PX));
  return columns.map((column) => (column.id === id ? { id, widthPx: width } : column));
}

/** The grid's columns, and how wide its rows are at least, for the custom properties of registrations-table.css. */
export function columnStyle(columns: readonly ListColumn[]): CSSProperties {
  const tracks = columns.map(({ id, widthPx }) => track(id, widthPx)).join(' ');
  const leastPx = columns.reduce((sum, { id, widthPx }) => sum + (widthPx ?? natural[id].leastPx), MARGIN_PX);
  // SAFETY: React sets custom properties like any other; its types only do not know their names.
  return { '--columns': tracks, '--list-width': `${leastPx}px` } as CSSProperties;
}

function track(id: ColumnId, widthPx: number | null): string {
  const { leastPx, share } = natural[id];
  if (widthPx !== null) return `${widthPx}px`;
  return share === 0 ? `${leastPx}px` : `minmax(${leastPx}px, ${share}fr)`;
}
