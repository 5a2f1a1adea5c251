// Views that the person saved under a name: the columns, the order and what the list is narrowed to.
import type { ListViewSettings, NamedView } from '#contract/settings.ts';
import type { SortOrder } from './arrangement.ts';
import { isColumnId } from './column-ids.ts';
import type { ListView } from './use-list-view.ts';

/** As many as the contract keeps (contract/settings.ts). */
export const MOST_VIEWS = 200;

/** What of the list as it is shown now makes a view. */
export function viewOf({ columns, order, filter }: ListView): ListViewSettings {
  return { columns: [...columns], sort: { ...order }, filter };
}

/** With the view under that name: in the place of the one that has it (case aside), or in order of the names. */
export function withView(views: readonly NamedView[], view: NamedView): NamedView[] {
  return [...withoutView(views, view.name), view].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}

export function withoutView(views: readonly NamedView[], name: string): NamedView[] {
  return views.filter((view) => !isSameName(view.name, name));
}

export function isSameName(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/** True when choosing the view would change nothing. */
export function isShown(view: ListViewSettings, now: ListView): boolean {
  return JSON.stringify(ordered(view)) === JSON.stringify(ordered(viewOf(now)));
}

function ordered({ columns, sort, filter }: ListViewSettings): readonly unknown[] {
  const { text, statuses, platforms, productionLevels, hasSyncErrors, isStale } = filter;
  const facets = [statuses, platforms, productionLevels].map((facet) => facet.toSorted());
  const shown = columns.map(({ id, widthPx }) => [id, widthPx]);
  return [shown, sort.column, sort.direction, text.trim(), facets, hasSyncErrors, isStale];
}

/** The order of a view, if this version of the app knows its column. */
export function orderOf({ sort }: ListViewSettings): SortOrder | null {
  return isColumnId(sort.column) ? { column: sort.column, direction: sort.direction } : null;
}
