// The last call of a kind as main remembers it: asked for anew whenever it is shown.
import { useQueries, useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query';
import type { WindowBridge } from '#contract/bridge.ts';
import type { LastExchangeInput } from '#contract/life-cycle-inputs.ts';
import type { WireExchange } from '#contract/wire.ts';
import { ask } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';

export function useLastExchange(input: LastExchangeInput): UseQueryResult<WireExchange | null> {
  return useQuery(lastExchange(useBridge(), input));
}

/** Those that were made, the last one first. */
export function useLastExchanges(
  inputs: readonly LastExchangeInput[],
): readonly { readonly call: LastExchangeInput['call']; readonly exchange: WireExchange }[] {
  const bridge = useBridge();
  const answers = useQueries({ queries: inputs.map((input) => lastExchange(bridge, input)) });
  return inputs
    .flatMap(({ call }, index) => {
      const exchange = answers[index]?.data ?? null;
      return exchange === null ? [] : [{ call, exchange }];
    })
    .toSorted((one, other) => other.exchange.atMs - one.exchange.atMs);
}

function lastExchange(bridge: WindowBridge, input: LastExchangeInput): UseQueryOptions<WireExchange | null> {
  return {
    queryKey: [...queryKeys.wire(input.hubId), 'last', input.registrationId, input.call],
    queryFn: () => ask(bridge.wire.last(input)),
    staleTime: 0,
    gcTime: 0,
  };
}
