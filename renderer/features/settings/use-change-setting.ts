// Changes a setting at once; while it is on its way the new value is shown already, and a refusal brings the old one back.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Failure } from '#contract/failure.ts';
import type { Settings, SettingsChange } from '#contract/settings.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';

interface ChangeSetting {
  /** The settings as they are to be shown. */
  readonly shown: Settings;
  readonly change: (changed: SettingsChange) => void;
  /** Why the last change was not taken. */
  readonly failure: Failure | null;
}

/** For one setting and its place on the screen: each tells its own failure. */
export function useChangeSetting(settings: Settings): ChangeSetting {
  const bridge = useBridge();
  const client = useQueryClient();
  const { mutate, isPending, variables, error } = useMutation({
    mutationFn: (changed: SettingsChange) => ask(bridge.settings.change(changed)),
    onSuccess: (changed) => client.setQueryData(queryKeys.settings, changed),
  });
  const onItsWay = Object.entries(isPending ? variables : {}).filter(([, value]) => value !== undefined);
  return {
    shown: { ...settings, ...Object.fromEntries(onItsWay) },
    change: (changed) => mutate(changed),
    failure: failureOf(error),
  };
}
