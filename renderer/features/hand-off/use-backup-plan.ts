// The choices of taking over a backup, and doing it: the plan stands in the body of a dialog, its button in the foot.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '#contract/failure.ts';
import type { BackupOutcome, BackupPlan } from '#contract/hand-off.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { queryKeys } from '../../app/query-keys.ts';

export interface BackupPlanning {
  readonly plan: BackupPlan;
  readonly takesSettings: boolean;
  readonly setTakesSettings: (takes: boolean) => void;
  readonly takesTrust: boolean;
  readonly setTakesTrust: (takes: boolean) => void;
  readonly apply: () => void;
  readonly isPending: boolean;
  readonly outcome: BackupOutcome | null;
  readonly failure: Failure | null;
  /** There is something to take over, and it was not yet. */
  readonly isOpen: boolean;
}

/** What a backup can change; nothing of it is asked of a Hub. */
const CHANGED = [
  queryKeys.hubs,
  queryKeys.settings,
  queryKeys.allReach,
  queryKeys.allActionPaths,
  queryKeys.allReferenceAddresses,
];

/** null for a plan, where a file has none, opens nothing. */
export function useBackupPlan(plan: BackupPlan): BackupPlanning;
export function useBackupPlan(plan: BackupPlan | null): BackupPlanning | null;
export function useBackupPlan(plan: BackupPlan | null): BackupPlanning | null {
  const bridge = useBridge();
  const [takesSettings, setTakesSettings] = useState(false);
  const [takesTrust, setTakesTrust] = useState(false);
  const client = useQueryClient();
  const apply = useMutation({
    mutationFn: (planId: string) => ask(bridge.backup.apply({ planId, takesSettings, takesTrust })),
    // Also where the disk refused half-way.
    onSettled: () => Promise.all(CHANGED.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  if (plan === null) return null;
  return {
    plan,
    takesSettings,
    setTakesSettings,
    takesTrust,
    setTakesTrust,
    apply: () => apply.mutate(plan.planId),
    isPending: apply.isPending,
    outcome: apply.data ?? null,
    failure: failureOf(apply.error),
    isOpen: apply.data === undefined && !isIdle(plan),
  };
}

/** Whether everything of a plan is here already. */
export function isIdle({ newHubs, knownHubs, newViews, newWays, newTrust, differences }: BackupPlan): boolean {
  const addsNothing = knownHubs.every(({ credentials }) => credentials === 0);
  return addsNothing && [newHubs, newViews, newWays, newTrust, differences].every((part) => part.length === 0);
}
