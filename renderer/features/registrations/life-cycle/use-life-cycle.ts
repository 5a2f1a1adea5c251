// What main knows about the life cycle: the table of what is allowed, and what was seen to happen to a registration.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { LifeCycleTable } from '#contract/life-cycle.ts';
import type { HistoryEntry } from '#contract/review.ts';
import { ask } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';

export function useLifeCycleTable(): UseQueryResult<LifeCycleTable> {
  const bridge = useBridge();
  return useQuery({ queryKey: queryKeys.lifeCycle, queryFn: () => ask(bridge.lifeCycle.table()) });
}

/** The same answer that the *History* tab shows. */
export function useStatusHistory(hubId: string, registrationId: string): UseQueryResult<readonly HistoryEntry[]> {
  const bridge = useBridge();
  return useQuery({
    queryKey: queryKeys.history(hubId, registrationId),
    queryFn: () => ask(bridge.review.history({ hubId, registrationId })),
  });
}
