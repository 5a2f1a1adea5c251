// The description that is shown for a hub: its own where an address is set and it can be read, else the app's.
import { useMutation, useQuery, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { Failure } from '#contract/failure.ts';
import type { ReferenceDocument } from '#contract/reference.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';

export interface Reference {
  /** null while it is read for the first time. */
  readonly shown: ReferenceDocument | null;
  readonly isReading: boolean;
  /** Why the hub's own description is not the one that is shown. */
  readonly failure: Failure | null;
  readonly retry: () => void;
}

export function useReference(hubId: string): Reference {
  const bridge = useBridge();
  const own = useQuery({
    queryKey: queryKeys.reference(hubId),
    queryFn: () => ask(bridge.reference.document({ hubId })),
  });
  const ours = useQuery({
    queryKey: queryKeys.ourReference,
    queryFn: () => ask(bridge.reference.ours()),
    enabled: own.isError,
  });
  return {
    shown: own.data ?? (own.isError ? (ours.data ?? null) : null),
    isReading: own.isFetching || ours.isFetching,
    failure: failureOf(own.error) ?? failureOf(ours.error),
    retry: () => void own.refetch(),
  };
}

/** Where the hub's own description is; undefined while that is not known yet. */
export function useReferenceAddress(hubId: string): string | null | undefined {
  const bridge = useBridge();
  const { data } = useQuery({
    queryKey: queryKeys.referenceAddress(hubId),
    queryFn: () => ask(bridge.reference.address({ hubId })),
  });
  return data;
}

/** Sets the address, or takes it away with null; what was read from the old one is forgotten. */
export function useSetReferenceAddress(hubId: string): UseMutationResult<null, Error, string | null> {
  const bridge = useBridge();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (address: string | null) => ask(bridge.reference.setAddress({ hubId, address })),
    onSuccess: (_done, address) => {
      client.setQueryData(queryKeys.referenceAddress(hubId), address);
      return client.resetQueries({ queryKey: queryKeys.reference(hubId) });
    },
  });
}
