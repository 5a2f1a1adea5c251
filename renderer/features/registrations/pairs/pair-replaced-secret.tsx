// The secret that a handed-on pair took the place of: kept until the new one was checked, with the way back.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { ask } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';
import { ReplacedSecret } from '../../../app/replaced-secret.tsx';
import { replacedPairSentence } from '../../../words/pair-words.ts';

/** Nothing where the pair took no other one's place. */
export function PairReplacedSecret({ pair }: { readonly pair: DataSyncPair }): ReactElement | null {
  const bridge = useBridge();
  const client = useQueryClient();
  const { id: pairId, hubId, replacedSecret } = pair;
  const goBack = useMutation({
    mutationFn: () => ask(bridge.pairs.goBack({ pairId })),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.pairs(hubId) }),
  });
  if (replacedSecret === null) return null;
  return (
    <ReplacedSecret replaced={replacedSecret} sentence={replacedPairSentence(pair, replacedSecret)} goBack={goBack} />
  );
}
