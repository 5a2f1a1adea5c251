// What of the saved copy is shown, and in which order.
import { useMemo, useState } from 'react';
import type { Registration } from '#contract/registration.ts';
import { filtered, searchable, sorted, type SortOrder } from './arrangement.ts';

export interface ListView {
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  readonly order: SortOrder;
  readonly setOrder: (order: SortOrder) => void;
  /** Filtered and sorted. */
  readonly shown: readonly Registration[];
}

export function useListView(registrations: readonly Registration[]): ListView {
  const [filter, setFilter] = useState('');
  const [order, setOrder] = useState<SortOrder>({ column: 'label', direction: 'ascending' });
  const entries = useMemo(() => searchable(sorted(registrations, order)), [registrations, order]);
  const shown = useMemo(() => filtered(entries, filter), [entries, filter]);
  return { filter, setFilter, order, setOrder, shown };
}
