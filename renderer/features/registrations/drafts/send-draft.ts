// Sends one draft, once, and takes it away when the Hub took it.
import type { WindowBridge } from '#contract/bridge.ts';
import type { Draft } from '#contract/drafts.ts';
import type { Failure } from '#contract/failure.ts';
import type { Registration } from '#contract/registration.ts';
import { ok, type Result } from '#contract/result.ts';
import { settle } from '../../../app/ask.ts';
import { baseOf } from '../edit/edit-typing.ts';
import { checked } from '../register/registration-draft.ts';
import { changesToSend, typedFields } from './draft-fields.ts';
import { leftToTheHub, type Planned } from './draft-step.ts';

export type Sent =
  /** `registration` is null where the Hub did not say what it made. */
  | { readonly kind: 'registered' | 'edited'; readonly registration: Registration | null }
  | { readonly kind: 'nothingToChange'; readonly registration: Registration }
  /** Somebody changed it since the plan: nothing was sent. */
  | { readonly kind: 'changedAgain' };

/** What could not be made into a call, although the plan had no problems. */
const NOT_SENDABLE: Failure = { code: 'inputInvalid', fields: [] };

/** One call to the Hub; see `Bridge.registrations.register` and `Bridge.lifeCycle.edit` for its failures. */
export async function sendDraft(bridge: WindowBridge, draft: Draft, step: Planned): Promise<Result<Sent>> {
  return draft.kind === 'register' ? registered(bridge, draft) : edited(bridge, draft, step);
}

async function registered(bridge: WindowBridge, draft: Extract<Draft, { kind: 'register' }>): Promise<Result<Sent>> {
  const result = checked(typedFields(draft.fields));
  if ('problems' in result) return { ok: false, failure: { code: 'inputInvalid', fields: result.problems } };
  const answer = await settle(bridge.registrations.register({ hubId: draft.hubId, form: result.form }));
  return answer.ok ? ok({ kind: 'registered', registration: answer.value.registration }) : answer;
}

async function edited(
  bridge: WindowBridge,
  { hubId, edit }: Extract<Draft, { kind: 'edit' }>,
  step: Planned,
): Promise<Result<Sent>> {
  const changes = changesToSend(edit, leftToTheHub(step));
  if (changes === null || step.plan.kind !== 'edit') return { ok: false, failure: NOT_SENDABLE };
  // The Hub's values of the plan are what the person saw and agreed to: only what came after them is in the way.
  const base = baseOf(step.plan.registration);
  const answer = await settle(bridge.lifeCycle.edit({ hubId, registrationId: edit.registrationId, base, changes }));
  if (!answer.ok) return answer;
  if (answer.value.kind === 'changedMeanwhile') return ok({ kind: 'changedAgain' });
  const { kind, registration } = answer.value;
  return ok({ kind: kind === 'saved' ? 'edited' : kind, registration });
}
