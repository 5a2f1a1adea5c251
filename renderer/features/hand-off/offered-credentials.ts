// What can be handed on: every saved credential and data-sync pair of this computer, hub by hub.
import { useQueries } from '@tanstack/react-query';
import type { SecretState } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useHubs } from '../../app/queries.ts';
import { queryKeys } from '../../app/query-keys.ts';

export interface Offered {
  readonly id: string;
  readonly kind: 'registration' | 'dataSync';
  readonly label: string;
  readonly clientId: string;
  /** False for a secret that nothing opens any more; a locked one is asked for when the file is written. */
  readonly isUsable: boolean;
}

export interface OfferedHub {
  readonly id: string;
  readonly name: string;
  readonly isPracticeHub: boolean;
  readonly offered: readonly Offered[];
}

interface Offer {
  readonly hubs: readonly OfferedHub[];
  readonly failure: Failure | null;
}

/** Hubs without anything to give are left out. */
export function useOffer(): Offer {
  const bridge = useBridge();
  const { data: hubs = [], error } = useHubs();
  const pairs = useQueries({
    queries: hubs.map(({ id }) => ({
      queryKey: queryKeys.pairs(id),
      queryFn: () => ask(bridge.pairs.list({ hubId: id })),
    })),
  });
  const offers = hubs.map(({ id, name, isPracticeHub, credentials }, index): OfferedHub => {
    const ofHub = pairs[index]?.data ?? [];
    return {
      id,
      name,
      isPracticeHub,
      offered: [
        ...credentials.map(({ secretState, ...credential }) =>
          offer('registration', { ...credential, isUsable: canOpen(secretState) }),
        ),
        ...ofHub.map(({ secretState, applicationName, registrationId, ...pair }) =>
          offer('dataSync', { ...pair, label: applicationName || registrationId, isUsable: canOpen(secretState) }),
        ),
      ],
    };
  });
  return {
    hubs: offers.filter(({ offered }) => offered.length > 0),
    failure: failureOf(error ?? pairs.find((each) => each.error !== null)?.error),
  };
}

/** Field by field: nothing else of a credential is of interest here. */
function offer(
  kind: Offered['kind'],
  { id, label, clientId, isUsable }: Pick<Offered, 'id' | 'label' | 'clientId' | 'isUsable'>,
): Offered {
  return { id, kind, label, clientId, isUsable };
}

function canOpen(state: SecretState): boolean {
  return state !== 'unreadable' && state !== 'forgotten';
}
