// Reads the registrations in the background and knows from it whether the Hub can be asked now.
// The frame's status bar uses it too: every caller shares one reading.
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Hub } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { settle } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';
import { afterFailure, blockageOf, credentialStamp, isHeldBack, isPassing, waitMs, type Contact } from './contact.ts';
import { keepCopy } from './saved-copy.ts';

/** Whether what needs the Hub can be done now. */
export type Connectivity =
  | { readonly kind: 'checking' }
  | { readonly kind: 'reached' }
  /** The last attempt failed; `isRetried` when the app tries again by itself. */
  | { readonly kind: 'failed'; readonly failure: Failure; readonly isRetried: boolean }
  /** There is no usable credential: nothing is tried before a person does something. */
  | { readonly kind: 'blocked'; readonly failure: Failure };

export interface HubContact {
  readonly connectivity: Connectivity;
  /** True while the registrations are being read from the Hub. */
  readonly isReading: boolean;
  /** Reads them now; settles when the answer or its failure is in place. */
  readonly readNow: () => Promise<void>;
}

/** Renews the saved copy when a hub is opened, when it comes back into reach, and on `readNow`. */
export function useConnectivity(hub: Hub): HubContact {
  const bridge = useBridge();
  const client = useQueryClient();
  const queryKey = [...queryKeys.liveRegistrations(hub.id), credentialStamp(hub)];
  const blockage = blockageOf(hub);

  const query = useQuery({
    queryKey,
    enabled: blockage === null,
    queryFn: async (): Promise<Contact> => {
      const result = await bridge.registrations.refresh({ hubId: hub.id });
      if (!result.ok) return afterFailure(client.getQueryData<Contact>(queryKey), result.failure);
      await keepCopy(client, result.value);
      return { kind: 'reached' };
    },
    // Opening a hub again asks again, but not at every change of screens.
    staleTime: 60_000,
    refetchInterval: ({ state }) => waitMs(state.data),
    refetchOnWindowFocus: ({ state }) => (isWorthTrying(state.data) ? 'always' : false),
    refetchOnReconnect: ({ state }) => (isWorthTrying(state.data) ? 'always' : false),
  });
  useTryOnFocus(isWorthTrying(query.data), query.refetch);

  return {
    connectivity:
      blockage === null ? connectivityOf(query.data, query.isError) : { kind: 'blocked', failure: blockage },
    isReading: query.isFetching,
    readNow: async () => {
      if (blockage !== null) return;
      if (isHeldBack(query.data)) await settle(bridge.checkup.tryNow({ hubId: hub.id }));
      await query.refetch();
    },
  };
}

/** The library only notices a window that was hidden; coming back to one that was in view all the time counts as well. */
function useTryOnFocus(isWorthIt: boolean, refetch: UseQueryResult['refetch']): void {
  useEffect(() => {
    if (!isWorthIt) return;
    const onFocus = (): void => void refetch({ cancelRefetch: false });
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [isWorthIt, refetch]);
}

/** True when what needs the Hub may be tried. A copy that could not be saved keeps nobody from working. */
export function canAskNow(connectivity: Connectivity): boolean {
  if (connectivity.kind === 'failed') return connectivity.failure.code === 'storageFailed';
  return connectivity.kind !== 'blocked';
}

function isWorthTrying(contact: Contact | undefined): boolean {
  return contact?.kind === 'failed' && isPassing(contact.failure);
}

function connectivityOf(contact: Contact | undefined, isBroken: boolean): Connectivity {
  // The bridge itself rejected: a defect, told as what it is.
  if (isBroken) return { kind: 'failed', failure: { code: 'unexpected', reference: 'window' }, isRetried: false };
  if (contact === undefined) return { kind: 'checking' };
  if (contact.kind === 'reached') return contact;
  return { kind: 'failed', failure: contact.failure, isRetried: isPassing(contact.failure) };
}
