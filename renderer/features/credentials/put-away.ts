// What an import leaves behind is dropped from main's memory; if even that fails, main drops it when it ends.
import type { WindowBridge } from '#contract/bridge.ts';
import { settle } from '../../app/ask.ts';
import type { ImportState } from './import-state.ts';

/** For the step that is left without being saved, and for a hand-off file of which nothing waits any more. */
export function putAway(bridge: WindowBridge, { step, handOffId, waiting }: ImportState): void {
  if (step.kind === 'review') void settle(bridge.credentials.discardDraft({ draftId: step.draft.draftId }));
  if (step.kind === 'sealed') void settle(bridge.handOff.discard({ handOffId: step.sealed.handOffId }));
  if (step.kind === 'opened') void settle(bridge.handOff.discard({ handOffId: step.handOff.handOffId }));
  if (step.kind === 'backup') void settle(bridge.backup.discard({ planId: step.plan.planId }));
  if (handOffId === null) return;
  const isWaitedFor = waiting.some((each) => each.kind === 'handed' && each.handOffId === handOffId);
  if (!isWaitedFor) void settle(bridge.handOff.discard({ handOffId }));
}
