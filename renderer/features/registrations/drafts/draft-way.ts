// The way of a draft: asked what it would do, sent once, taken away.
import type { QueryClient } from '@tanstack/react-query';
import type { WindowBridge } from '#contract/bridge.ts';
import type { KeepDraftInput } from '#contract/draft-inputs.ts';
import type { Draft } from '#contract/drafts.ts';
import type { Failure } from '#contract/failure.ts';
import type { Result } from '#contract/result.ts';
import { settle } from '../../../app/ask.ts';
import { queryKeys } from '../../../app/query-keys.ts';
import { draftOutcomeWords, draftTitle, draftWords } from '../../../words/draft-words.ts';
import { keepRegistration } from '../saved-copy.ts';
import { settleUnknown } from '../settle-unknown.ts';
import { afterRefusal, atFirst, canSend, planned, type DraftStep } from './draft-step.ts';
import { sendDraft, type Sent } from './send-draft.ts';

/** What was just done or could not be done, in one sentence. */
export type Told =
  | { readonly kind: 'done'; readonly sentence: string; readonly undo: (() => void) | null }
  | { readonly kind: 'failed'; readonly sentence: string | null; readonly failure: Failure };

/** What every step of the way needs. */
export interface Way {
  readonly bridge: WindowBridge;
  readonly client: QueryClient;
  readonly setStep: (draft: Draft, step: DraftStep) => void;
  readonly tell: (told: Told) => void;
}

/** Asks what a draft would do now. Sends nothing. */
export async function askPlan({ bridge, setStep }: Way, draft: Draft, isNews = false): Promise<void> {
  setStep(draft, { kind: 'planning' });
  const answer = await settle(bridge.drafts.plan({ draftId: draft.id }));
  setStep(draft, answer.ok ? planned(answer.value, isNews) : { kind: 'kept', failure: answer.failure });
}

/** After a sending in doubt: the activity log learns what became of it, then the plan tells what is left to do. */
export async function lookUp(way: Way, draft: Draft): Promise<void> {
  way.setStep(draft, { kind: 'planning' });
  const { hubId } = draft;
  await settleUnknown(
    way.bridge,
    draft.kind === 'edit'
      ? { hubId, action: 'edit', registrationId: draft.edit.registrationId }
      : { hubId, action: 'register', applicationName: draft.fields.applicationName },
  );
  await askPlan(way, draft);
}

/** Sends a draft as its plan was shown. */
export async function send(way: Way, draft: Draft, step: DraftStep): Promise<void> {
  if (!canSend(step)) return;
  way.setStep(draft, { kind: 'sending' });
  const answer = await sendDraft(way.bridge, draft, step);
  if (!answer.ok) way.setStep(draft, afterRefusal(step, answer.failure));
  else if (answer.value.kind === 'changedAgain') await askPlan(way, draft, true);
  else await finish(way, draft, answer.value);
}

type Finished = Exclude<Sent, { kind: 'changedAgain' }>;

/** The Hub has it: the draft goes, the list shows what came of it. */
async function finish({ bridge, client, setStep, tell }: Way, draft: Draft, sent: Finished): Promise<void> {
  const removal = await settle(bridge.drafts.remove({ draftId: draft.id }));
  setStep(draft, atFirst);
  tell(
    isStillThere(removal)
      ? { kind: 'failed', sentence: draftOutcomeWords.stillThere, failure: removal.failure }
      : { kind: 'done', sentence: outcomeSentence(draft, sent), undo: null },
  );
  if (sent.registration !== null) keepRegistration(client, draft.hubId, sent.registration);
  else await client.invalidateQueries({ queryKey: queryKeys.liveRegistrations(draft.hubId) });
  await client.invalidateQueries({ queryKey: queryKeys.drafts });
}

type Removal = Result<null>;

/** A draft that somebody removed before is as gone as one that was removed now. */
function isStillThere(removal: Removal): removal is Extract<Removal, { ok: false }> {
  return !removal.ok && removal.failure.code !== 'savedDraftMissing';
}

function outcomeSentence(draft: Draft, { kind, registration }: Finished): string {
  const label = registration?.applicationLabel ?? draftTitle(draft);
  if (kind === 'edited') return draftOutcomeWords.edited(label);
  if (kind === 'nothingToChange') return draftOutcomeWords.nothingToChange(label);
  return registration === null
    ? draftOutcomeWords.accepted(label)
    : draftOutcomeWords.registered(label, registration.id);
}

/** Takes a draft away; what was typed can be had back as long as the sentence stands there. */
export async function remove({ bridge, client, tell }: Way, draft: Draft): Promise<void> {
  const keepAgain = async (): Promise<void> => {
    const kept = await settle(bridge.drafts.keep(asKept(draft)));
    tell(
      kept.ok
        ? { kind: 'done', sentence: draftWords.kept, undo: null }
        : { kind: 'failed', sentence: null, failure: kept.failure },
    );
    await client.invalidateQueries({ queryKey: queryKeys.drafts });
  };
  const removal = await settle(bridge.drafts.remove({ draftId: draft.id }));
  tell(
    isStillThere(removal)
      ? { kind: 'failed', sentence: null, failure: removal.failure }
      : { kind: 'done', sentence: draftWords.removed(draftTitle(draft)), undo: () => void keepAgain() },
  );
  await client.invalidateQueries({ queryKey: queryKeys.drafts });
}

/** A draft as it is kept anew. */
function asKept(draft: Draft): KeepDraftInput {
  const { hubId } = draft;
  return draft.kind === 'register'
    ? { kind: draft.kind, hubId, fields: draft.fields }
    : { kind: draft.kind, hubId, edit: draft.edit };
}
