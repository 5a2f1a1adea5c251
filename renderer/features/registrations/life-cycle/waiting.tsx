// While a registration synchronizes: its status is read again by itself, and one that is stuck is pointed out.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { settle } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { useSettings } from '../../../app/queries.ts';
import { queryKeys } from '../../../app/query-keys.ts';
import { Disclosure } from '../../../ui/disclosure.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useNow } from '../../../ui/use-now.ts';
import { lastedFor, waitingWords as words } from '../../../words/life-cycle-words.ts';
import { keepRegistration } from '../saved-copy.ts';
import { isStuck, nextLookMs, type Looks } from './waiting-time.ts';

interface WaitingProps {
  readonly hubId: string;
  readonly registration: Registration;
  readonly canAsk: boolean;
}

export function Waiting({ hubId, registration, canAsk }: WaitingProps): ReactElement {
  const nowMs = useNow();
  const { stuckAfterMinutes } = useSettings();
  useLooking(hubId, registration.id, canAsk);
  const sinceMs = registration.updatedAtMs;
  return (
    <>
      <p className="life-told muted">{canAsk ? words.waiting : words.waitingPaused}</p>
      {sinceMs !== null && isStuck(sinceMs, nowMs, stuckAfterMinutes) && (
        <Notice kind="caution" title={words.stuck(lastedFor(nowMs - sinceMs))}>
          <p>{words.stuckWhy}</p>
          <Disclosure title={words.manualTitle}>
            <p>{words.manual(registration.id)}</p>
          </Disclosure>
        </Notice>
      )}
    </>
  );
}

/** Reads it again and again, more rarely each time; the library stops while the window is hidden. */
function useLooking(hubId: string, registrationId: string, canAsk: boolean): void {
  const bridge = useBridge();
  const client = useQueryClient();
  const queryKey = [...queryKeys.registrations(hubId), 'looks', registrationId];
  useQuery({
    queryKey,
    enabled: canAsk,
    queryFn: async (): Promise<Looks> => {
      const before = client.getQueryData<Looks>(queryKey)?.count ?? 0;
      const result = await settle(bridge.registrations.read({ hubId, registrationId }));
      if (result.ok) keepRegistration(client, hubId, result.value);
      return { count: before + 1, failure: result.ok ? null : result.failure };
    },
    initialData: { count: 0, failure: null } satisfies Looks,
    refetchInterval: ({ state }) => nextLookMs(state.data),
    // The next time it synchronizes, it is looked at often again.
    gcTime: 0,
  });
}
