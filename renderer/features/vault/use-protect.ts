// Moving all secrets; main does it, and the window learns how many.
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ResealOutcome } from '#contract/vault.ts';
import type { ProtectInput } from '#contract/vault-inputs.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';

export function useProtect(
  onMoved: (outcome: ResealOutcome) => void,
): UseMutationResult<ResealOutcome, Error, ProtectInput> {
  const bridge = useBridge();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (input: ProtectInput) => ask(bridge.vault.protect(input)),
    onSuccess(outcome) {
      client.setQueryData(queryKeys.vault, outcome.status);
      onMoved(outcome);
    },
  });
}
