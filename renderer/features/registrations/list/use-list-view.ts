// What of the saved copy is shown: in which order, narrowed to what, in which columns.
import { useCallback, useMemo } from 'react';
import type { Registration } from '#contract/registration.ts';
import type { ListFilter, Settings } from '#contract/settings.ts';
import { staleBefore } from '../../../app/facets.ts';
import type { Whereabouts } from '../use-whereabouts.ts';
import { sorted, type SortOrder } from './arrangement.ts';
import { narrowing } from './narrowing.ts';
import { listColumns, type ListColumn } from './shown-columns.ts';
import { usePreparedSearch } from './use-prepared-search.ts';

export interface ListView {
  readonly filter: ListFilter;
  readonly order: SortOrder;
  readonly setOrder: (order: SortOrder) => void;
  readonly columns: readonly ListColumn[];
  /** True while the person has chosen no columns: then the window's width has a say. */
  readonly hasUsualColumns: boolean;
  /** Filtered and sorted. */
  readonly shown: readonly Registration[];
}

interface ListViewOptions {
  readonly registrations: readonly Registration[];
  /** When the copy was taken; what is stale is told as of then. */
  readonly takenAtMs: number;
  readonly whereabouts: Pick<Whereabouts, 'filter' | 'order' | 'move'>;
  readonly settings: Settings;
}

export function useListView({ registrations, takenAtMs, whereabouts, settings }: ListViewOptions): ListView {
  const { filter, order, move } = whereabouts;
  const setOrder = useCallback((next: SortOrder) => move(() => ({ order: next })), [move]);
  const columns = useMemo(() => listColumns(settings.columns), [settings.columns]);
  // Sorted once: a filter keeps the order, and a keystroke sorts nothing.
  const list = useMemo(() => narrowing(sorted(registrations, order)), [registrations, order]);
  usePreparedSearch(list);
  const staleBeforeMs = filter.isStale ? staleBefore(takenAtMs, settings.staleAfterDays) : 0;
  const shown = useMemo(() => list.narrow(filter, staleBeforeMs), [list, filter, staleBeforeMs]);
  return { filter, order, setOrder, columns, hasUsualColumns: settings.columns === null, shown };
}
