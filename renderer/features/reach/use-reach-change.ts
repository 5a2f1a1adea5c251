// A change of the way to a hub: what main answers is shown at once, and the hub is asked anew over it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Failure } from '#contract/failure.ts';
import type { ReachView } from '#contract/reach.ts';
import type { Result } from '#contract/result.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { queryKeys } from '../../app/query-keys.ts';

interface ReachChange<Input> {
  readonly change: (input: Input, onDone?: () => void) => void;
  readonly isPending: boolean;
  readonly failure: Failure | null;
}

/** An operation may answer null: the person chose nothing, and nothing changes. */
export function useReachChange<Input>(
  hubId: string | null,
  operation: (input: Input) => Promise<Result<ReachView | null>>,
): ReachChange<Input> {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: (input: Input) => ask(operation(input)),
    onSuccess(reach) {
      if (reach === null) return;
      client.setQueryData(queryKeys.reach(hubId), reach);
      void client.invalidateQueries({ queryKey: hubId === null ? ['registrations'] : queryKeys.registrations(hubId) });
    },
  });
  return {
    change: (input, onDone) => mutate(input, onDone === undefined ? {} : { onSuccess: onDone }),
    isPending,
    failure: failureOf(error),
  };
}
