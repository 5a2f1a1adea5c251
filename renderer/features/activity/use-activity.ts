// What of the activity log is shown: the filter, the part of the log, and the entry whose details are open.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ActivityEntry, ActivityPage } from '#contract/activity.ts';
import type { ActivityFilter } from '#contract/activity-inputs.ts';
import type { Failure } from '#contract/failure.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { ALL_CALLS } from '../../app/queries.ts';
import { queryKeys } from '../../app/query-keys.ts';

/** How many entries stand on a page. */
export const PAGE_SIZE = 50;

export interface Activity {
  readonly filter: ActivityFilter;
  readonly narrow: (changes: Partial<ActivityFilter>) => void;
  /** How many newer entries are not on this page. */
  readonly offset: number;
  readonly goTo: (offset: number) => void;
  /** undefined until the log was read. */
  readonly page: ActivityPage | undefined;
  readonly failure: Failure | null;
  /** The entry whose details are open, as it is now. */
  readonly opened: ActivityEntry | null;
  readonly open: (entry: ActivityEntry | null) => void;
}

export function useActivity(): Activity {
  const bridge = useBridge();
  const [{ filter, offset }, setPart] = useState({ filter: ALL_CALLS, offset: 0 });
  const [chosen, setChosen] = useState<ActivityEntry | null>(null);
  const { data: page, error } = useQuery({
    queryKey: [...queryKeys.activity, filter, offset],
    queryFn: () => ask(bridge.activity.list({ filter, offset, limit: PAGE_SIZE })),
    // The page before stays until the next one is there; what is left is not kept, for every letter typed makes one.
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  return {
    filter,
    narrow: (changes) => setPart({ filter: { ...filter, ...changes }, offset: 0 }),
    offset,
    goTo: (next) => setPart({ filter, offset: next }),
    page,
    failure: failureOf(error),
    // One that the filter does not let through any more stays open: what became of it was just looked up.
    opened: chosen === null ? null : (page?.entries.find(({ id }) => id === chosen.id) ?? chosen),
    open: setChosen,
  };
}
