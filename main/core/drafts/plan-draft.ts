// What a draft would do now: the Hub is looked at, and nothing is sent.
import type { Bridge } from '#contract/bridge.ts';
import type { Draft, DraftPlan } from '#contract/drafts.ts';
import type { DraftEdit, RegistrationDraftFields } from '#contract/draft-inputs.ts';
import type { Registration } from '#contract/registration.ts';
import { ok, type Result } from '#contract/result.ts';
import { changesSince, editBaseOf } from '../registrations/life-cycle/edit-fields.ts';
import { problemsOfEdit, problemsOfRegistration } from './draft-problems.ts';

/** How the Hub is looked at. */
export type Looking = Pick<Bridge['registrations'], 'lookUp' | 'read'>;

/** Failures: those of the look at the Hub. */
export function planDraft(draft: Draft, look: Looking): Promise<Result<DraftPlan>> {
  return draft.kind === 'register'
    ? planRegistration(draft.hubId, draft.fields, look)
    : planEdit(draft.hubId, draft.edit, look);
}

async function planRegistration(
  hubId: string,
  fields: RegistrationDraftFields,
  look: Looking,
): Promise<Result<DraftPlan>> {
  const problems = problemsOfRegistration(fields);
  // Only a name that could be sent can be somebody else's already.
  if (problems.some(({ field }) => field === 'applicationName')) return ok({ kind: 'register', problems, twins: [] });
  const found = await look.lookUp({ hubId, applicationName: fields.applicationName.trim() });
  return found.ok ? ok({ kind: 'register', problems, twins: found.value }) : found;
}

async function planEdit(hubId: string, edit: DraftEdit, look: Looking): Promise<Result<DraftPlan>> {
  const read = await look.read({ hubId, registrationId: edit.registrationId });
  if (!read.ok) return read.failure.code === 'registrationGone' ? ok({ kind: 'gone' }) : read;
  const registration = read.value;
  return ok({ kind: 'edit', problems: problemsOfEdit(edit), registration, ...differences(edit, registration) });
}

/**
 * By the form's field names. A field that somebody else changed to the draft's own value is in neither list: there is
 * nothing to send and nothing to decide.
 */
function differences(
  edit: DraftEdit,
  now: Registration,
): Pick<Extract<DraftPlan, { kind: 'edit' }>, 'changes' | 'conflicts'> {
  const wanted = { ...editBaseOf(now), ...typedIn(edit) };
  const changes = changesSince(wanted, now).map(({ field, before, after }) => ({
    field,
    before: after,
    after: before,
  }));
  const toSend = new Set(changes.map(({ field }) => field));
  return { changes, conflicts: changesSince(edit.base, now).filter(({ field }) => toSend.has(field)) };
}

/** What was typed, as it would be sent: without the blanks around it. */
function typedIn({ changes }: DraftEdit): Readonly<Record<string, string>> {
  const typed = Object.entries(changes).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return Object.fromEntries(typed.map(([field, text]) => [field, text.trim()]));
}
