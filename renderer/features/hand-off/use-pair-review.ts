// The two actions of a handed-on pair's review and what they said: checking it at the Hub, and keeping it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Failure } from '#contract/failure.ts';
import type { HandedItem, OpenedHandOff } from '#contract/hand-off.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';

export interface PairReview {
  readonly save: () => void;
  readonly isSaving: boolean;
  /** Saves if a check succeeds: what works now is not replaced by what does not. */
  readonly checkAndSave: () => void;
  readonly isChecking: boolean;
  readonly failure: Failure | null;
}

type Handed = Pick<OpenedHandOff, 'handOffId'> & { readonly item: Pick<HandedItem, 'index'> };

export function usePairReview({ handOffId, item: { index } }: Handed, onSaved: () => void): PairReview {
  const bridge = useBridge();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: () => ask(bridge.handOff.savePair({ handOffId, index })),
    onSuccess: async ({ hubId }) => {
      onSaved();
      await client.invalidateQueries({ queryKey: queryKeys.pairs(hubId) });
    },
  });
  const check = useMutation({ mutationFn: () => ask(bridge.handOff.checkPair({ handOffId, index })) });
  return {
    save: () => {
      check.reset();
      save.mutate();
    },
    isSaving: save.isPending,
    checkAndSave: () => {
      save.reset();
      check.mutate(undefined, { onSuccess: () => save.mutate() });
    },
    isChecking: check.isPending,
    failure: failureOf(save.error ?? check.error),
  };
}
