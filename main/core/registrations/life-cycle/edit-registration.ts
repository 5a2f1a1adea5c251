// Edits a registration: one look at the record, then one PATCH with what is different, and nothing overwritten unseen.
import type { EditBase, EditChanges } from '#contract/life-cycle-inputs.ts';
import type { EditOutcome } from '#contract/life-cycle.ts';
import type { Registration } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { readRegistration, writeFields } from '../registration.ts';
import { judgeWriteAnswer } from '../write-answer.ts';
import { changesSince, stillToSend } from './edit-fields.ts';
import { LIFE_CYCLE_TABLE } from './life-cycle-table.ts';
import { isNotFound, leaveCopy, lookAt } from './look-at-hub.ts';
import type { Copies, Place } from './look-at-hub.ts';

export interface Edit extends Place {
  readonly base: EditBase;
  readonly changes: EditChanges;
}

/**
 * Failures: `registrationGone`, `statusForbids` (nothing was sent), `outcomeUnknown`, those of the Hub's answers:
 * `hubRefused` names the form's fields.
 */
export async function editRegistration(copies: Copies, edit: Edit): Promise<Result<EditOutcome>> {
  const read = await lookAt(copies, edit);
  if (!read.ok) return read;
  const now = read.value;
  if (LIFE_CYCLE_TABLE[now.status.kind].edit.verdict === 'notAllowed') {
    return fail({ code: 'statusForbids', action: 'edit', status: now.status.raw });
  }
  const changes = changesSince(edit.base, now);
  if (changes.length > 0) return ok({ kind: 'changedMeanwhile', registration: now, changes });
  const toSend = stillToSend(edit.changes, now);
  if (Object.keys(toSend).length === 0) return ok({ kind: 'nothingToChange', registration: now });
  return send(copies, { ...edit, changes: toSend }, now);
}

async function send(copies: Copies, edit: Edit, before: Registration): Promise<Result<EditOutcome>> {
  const { hub, registrationId, changes } = edit;
  const { judged, status } = await hub.write({
    call: { kind: 'edit', registrationId, changes },
    applicationName: before.applicationName,
    take: judgeWriteAnswer,
  });
  const told = judged.ok ? judged.value.registration : null;
  const record = told?.id === registrationId ? told : null;
  await copies.written(hub.hubId, record);
  if (isNotFound(status)) {
    await leaveCopy(copies, edit);
    return fail({ code: 'registrationGone' });
  }
  if (!judged.ok) return judged;
  return ok({ kind: 'saved', registration: record ?? (await recordAfter(copies, edit, before)) });
}

/** The record when the Hub took the edit and did not show it: as it can be read, else as it must be by what was sent. */
async function recordAfter(copies: Copies, edit: Edit, before: Registration): Promise<Registration> {
  const read = await lookAt(copies, edit);
  if (read.ok) return read.value;
  return readRegistration({ ...before.wire, ...writeFields(edit.changes) }) ?? before;
}
