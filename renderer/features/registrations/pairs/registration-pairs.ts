// The data-sync pairs that one registration gave, as main keeps them.
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { ask } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';

/** Newest first. Works offline. */
export function useRegistrationPairs(hubId: string, registrationId: string): UseQueryResult<readonly DataSyncPair[]> {
  const bridge = useBridge();
  return useQuery({
    queryKey: queryKeys.pairs(hubId),
    queryFn: () => ask(bridge.pairs.list({ hubId })),
    select: (pairs) => pairs.filter((pair) => pair.registrationId === registrationId),
  });
}
