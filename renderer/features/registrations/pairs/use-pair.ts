// What can be done with a pair; main does it, and the window learns only what came of it.
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { PairReport } from '#contract/life-cycle.ts';
import { ask } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';

export interface PairUse {
  readonly copy: UseMutationResult<{ readonly clearsAfterMs: number }, Error, void>;
  readonly check: UseMutationResult<PairReport, Error, void>;
}

export function usePair(pairId: string): PairUse {
  const bridge = useBridge();
  const copy = useMutation({
    mutationFn: () => ask(bridge.pairs.copySecret({ pairId })),
    // Said only as long as it is true: then main has taken the secret off the clipboard.
    onSuccess: ({ clearsAfterMs }) => void setTimeout(copy.reset, clearsAfterMs),
  });
  const check = useMutation({ mutationFn: () => ask(bridge.pairs.check({ pairId })) });
  return { copy, check };
}
