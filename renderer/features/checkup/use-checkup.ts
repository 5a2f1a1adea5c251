// The last check of a hub's connection in this run, and the way to make another.
import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Checkup } from '#contract/checkup.ts';
import type { Failure } from '#contract/failure.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';

interface Checking {
  /** As far as it has come; undefined when none was made. */
  readonly checkup: Checkup | undefined;
  readonly isRunning: boolean;
  /** Why no check could be made at all; what it found stands in its steps. */
  readonly failure: Failure | null;
  readonly start: () => void;
}

/** Its steps come with main's events (app/bridge-events.ts). */
export function useCheckup(hubId: string): Checking {
  const bridge = useBridge();
  const client = useQueryClient();
  const queryKey = queryKeys.checkup(hubId);
  const { data: checkup } = useQuery<Checkup>({ queryKey, queryFn: skipToken });
  const run = useMutation({
    mutationFn: () => ask(bridge.checkup.run({ hubId })),
    onSuccess: (made) => void client.setQueryData(queryKey, made),
    onError: () => client.removeQueries({ queryKey }),
  });
  return {
    checkup,
    isRunning: run.isPending || checkup?.isRunning === true,
    failure: failureOf(run.error),
    start: () => run.mutate(),
  };
}
