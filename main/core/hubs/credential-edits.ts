// Changes to one saved credential, each from one whole list of hubs to the next.
import type { ChangeCredentialInput, ReminderStep } from '#contract/credential-inputs.ts';
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { isOnlyPreviousStored } from '../credentials/stored-secret.ts';
import { findCredential, type FoundCredential, type Hubs } from './find-in-hubs.ts';
import { type Edited, otherLabels, replaceHub, withCredential, withoutCredential } from './hub-edits.ts';
import { uniqueName } from './hub-names.ts';
import type { StoredCredential } from './stored-hubs.ts';

type Missing = Extract<Failure, { code: 'credentialMissing' }>;
type CredentialEdit = Result<Edited, Missing>;

/** Puts what `change` makes of a credential in its place. */
function editCredential(
  hubs: Hubs,
  credentialId: string,
  change: (found: FoundCredential) => StoredCredential,
): CredentialEdit {
  const found = findCredential(hubs, credentialId);
  if (found === null) return fail({ code: 'credentialMissing' });
  return ok(replaceHub(hubs, withCredential(found.hub, change(found))));
}

/** Marks a credential as the one in use at its hub. */
export function useCredential(hubs: Hubs, credentialId: string): CredentialEdit {
  const found = findCredential(hubs, credentialId);
  if (found === null) return fail({ code: 'credentialMissing' });
  return ok(replaceHub(hubs, { ...found.hub, credentialInUseId: credentialId }));
}

/**
 * Changes what a person may change of a credential; a label that its hub has already gets a number. Of another end the
 * person is reminded anew.
 */
export function changeCredential(hubs: Hubs, input: ChangeCredentialInput): CredentialEdit {
  const { credentialId, label, clientAuthentication, note, expiresAtMs } = input;
  return editCredential(hubs, credentialId, ({ hub, credential }) => ({
    ...credential,
    label: uniqueName(label, otherLabels(hub, credentialId)),
    clientAuthentication,
    note,
    expiresAtMs,
    dismissedReminder: expiresAtMs === credential.expiresAtMs ? credential.dismissedReminder : null,
  }));
}

/** Remembers which reminder of its end a person took away. */
export function dismissReminder(
  hubs: Hubs,
  { credentialId, step }: { readonly credentialId: string; readonly step: ReminderStep },
): CredentialEdit {
  return editCredential(hubs, credentialId, ({ credential }) => ({ ...credential, dismissedReminder: step }));
}

/** One token that a credential got. Operator and access group are null where the token did not tell. */
export interface CredentialUse {
  readonly credentialId: string;
  readonly usedAtMs: number;
  readonly operator: string | null;
  readonly accessGroup: string | null;
}

/**
 * Notes that a credential got a token: its secret has worked, so the one that it replaced is kept no longer; unless that is
 * the only one of the two that is stored, and would be all that is left after this run.
 */
export function noteUse(hubs: Hubs, { credentialId, usedAtMs, operator, accessGroup }: CredentialUse): CredentialEdit {
  return editCredential(hubs, credentialId, ({ credential }) => ({
    ...credential,
    ...(isOnlyPreviousStored(credential) ? {} : { previousSecret: null, previousExpiresAtMs: null }),
    lastUsedAtMs: usedAtMs,
    lastOperator: operator ?? credential.lastOperator,
    lastAccessGroup: accessGroup ?? credential.lastAccessGroup,
  }));
}

/**
 * Changes a secret and the one it replaced for each other, each with its end: which of the two works is not known, so none
 * is given up. `replacedSecretGone` when there is no other.
 */
export function exchangeSecrets(
  hubs: Hubs,
  { credentialId, nowMs }: { readonly credentialId: string; readonly nowMs: number },
): Result<Edited, Missing | Extract<Failure, { code: 'replacedSecretGone' }>> {
  const previousSecret = findCredential(hubs, credentialId)?.credential.previousSecret;
  if (previousSecret === null) return fail({ code: 'replacedSecretGone' });
  return editCredential(hubs, credentialId, ({ credential }) => ({
    ...credential,
    savedAtMs: nowMs,
    secret: previousSecret ?? credential.secret,
    previousSecret: credential.secret,
    expiresAtMs: credential.previousExpiresAtMs,
    previousExpiresAtMs: credential.expiresAtMs,
    dismissedReminder: null,
  }));
}

/** Takes a credential away; its hub stays. */
export function removeCredential(hubs: Hubs, credentialId: string): CredentialEdit {
  const found = findCredential(hubs, credentialId);
  if (found === null) return fail({ code: 'credentialMissing' });
  return ok(replaceHub(hubs, withoutCredential(found.hub, credentialId)));
}
