// Starting and stopping the small Hub on this computer.
import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { PracticeHubStatus } from '#contract/app.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';

/** Starts or stops the practice hub; what it answers is in the cache at once. */
export function useSwitchPracticeHub(): UseMutationResult<PracticeHubStatus, Error, 'start' | 'stop'> {
  const bridge = useBridge();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verb: 'start' | 'stop') => ask(bridge.practiceHub[verb]()),
    onSuccess: (status) => client.setQueryData(queryKeys.practiceHub, status),
  });
}
