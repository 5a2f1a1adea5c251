// Reads the registrations in the background and knows from it whether the Hub can be asked now.
// The frame's status bar uses it too: every caller shares one reading.
import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Hub } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { settle } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useSettingsQuery } from '../../app/queries.ts';
import { queryKeys } from '../../app/query-keys.ts';
import { afterFailure, blockageOf, credentialStamp, isHeldBack, isPassing, waitMs, type Contact } from './contact.ts';
import { keepCopy } from './saved-copy.ts';

/** Whether what needs the Hub can be done now. */
export type Connectivity =
  | { readonly kind: 'checking' }
  /** Nothing was tried: the person wants to be the one who asks. */
  | { readonly kind: 'unasked' }
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

/**
 * Renews the saved copy when a hub is opened, when it comes back into reach, and on `readNow`; on that alone where the
 * person chose so.
 */
export function useConnectivity(hub: Hub): HubContact {
  const bridge = useBridge();
  const client = useQueryClient();
  const queryKey = [...queryKeys.liveRegistrations(hub.id), credentialStamp(hub)];
  const blockage = blockageOf(hub);
  const isUnaskedWanted = useUnaskedWish();

  const query = useQuery({
    queryKey,
    enabled: blockage === null && isUnaskedWanted === true,
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
  useTryOnFocus(isUnaskedWanted === true && isWorthTrying(query.data), query.refetch);

  return {
    connectivity: blockage === null ? connectivityOf(query, isUnaskedWanted) : { kind: 'blocked', failure: blockage },
    isReading: query.isFetching,
    readNow: async () => {
      if (blockage !== null) return;
      if (isHeldBack(query.data)) await settle(bridge.checkup.tryNow({ hubId: hub.id }));
      await query.refetch();
    },
  };
}

/** Whether hubs are to be read unasked; null until it is known. */
function useUnaskedWish(): boolean | null {
  const { data, isError } = useSettingsQuery();
  if (data === undefined) return isError ? true : null;
  return data.onOpeningHub === 'read';
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

function connectivityOf(
  { data: contact, isError, isFetching }: UseQueryResult<Contact>,
  isUnaskedWanted: boolean | null,
): Connectivity {
  // The bridge itself rejected: a defect, told as what it is.
  if (isError) return { kind: 'failed', failure: { code: 'unexpected', reference: 'window' }, isRetried: false };
  if (contact === undefined) return { kind: isUnaskedWanted === false && !isFetching ? 'unasked' : 'checking' };
  if (contact.kind === 'reached') return contact;
  const isRetried = isUnaskedWanted === true && isPassing(contact.failure);
  return { kind: 'failed', failure: contact.failure, isRetried };
}
