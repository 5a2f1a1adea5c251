// Changes what main keeps of how lists look: shown at once, kept a moment later.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Failure } from '#contract/failure.ts';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { ask, failureOf } from '../../../app/ask.ts';
import { useBridge } from '../../../app/bridge-context.tsx';
import { queryKeys } from '../../../app/query-keys.ts';

export interface ChangingSettings {
  readonly change: (change: Partial<Settings>) => void;
  /** Why the last change is not kept; it is in force until the window closes. */
  readonly failure: Failure | null;
  readonly dismiss: () => void;
}

export function useChangeSettings(): ChangingSettings {
  const bridge = useBridge();
  const client = useQueryClient();
  const { mutate, error, reset } = useMutation({
    mutationFn: (change: Partial<Settings>) => ask(bridge.settings.change(change)),
  });
  const change = useCallback(
    (made: Partial<Settings>): void => {
      client.setQueryData<Settings>(queryKeys.settings, (now) => ({ ...(now ?? defaultSettings), ...made }));
      mutate(made);
    },
    [client, mutate],
  );
  return { change, failure: failureOf(error), dismiss: reset };
}
