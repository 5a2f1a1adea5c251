// Whether a hub can be asked now, and when it is worth trying again: the rules, without React.
import type { Hub } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';

/** How the last attempt to read the registrations ended. */
export type Contact =
  | { readonly kind: 'reached' }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly failuresInARow: number };

const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 60_000;

/** What the attempt after `previous` came to. */
export function afterFailure(previous: Contact | undefined, failure: Failure): Contact {
  const before = previous?.kind === 'failed' ? previous.failuresInARow : 0;
  return { kind: 'failed', failure, failuresInARow: before + 1 };
}

/**
 * Why this hub cannot be asked before a person does something; null when it can. A locked keystore is not such a
 * reason: asking is what unlocks it.
 */
export function blockageOf({ credentials, credentialInUseId }: Hub): Failure | null {
  const inUse = credentials.find(({ id }) => id === credentialInUseId);
  if (inUse === undefined) return { code: 'credentialMissing' };
  // No prompt unasked: what is locked by a passphrase is read when somebody unlocks it.
  if (inUse.secretState === 'locked' && inUse.protection.level === 'passphrase') return { code: 'vaultLocked' };
  if (inUse.secretState === 'forgotten') return { code: 'secretForgotten' };
  if (inUse.secretState === 'unreadable') return { code: 'secretUnreadable' };
  return null;
}

/** True for what passes by itself: the network, a busy Hub. What a person must mend is never tried again unasked. */
export function isPassing(failure: Failure): boolean {
  if (failure.code === 'hubBusy' || failure.code === 'hubRests') return true;
  // A VPN that is not up yet.
  if (failure.code === 'proxyUnreachable') return true;
  return failure.code === 'hubUnreachable' && !['tls', 'redirected', 'answerTooLarge'].includes(failure.cause);
}

/** How long to wait before trying again by itself: 5 s, doubling up to a minute; false for not at all. */
export function waitMs(contact: Contact | undefined): number | false {
  if (contact?.kind !== 'failed' || !isPassing(contact.failure)) return false;
  const growing = Math.min(FIRST_WAIT_MS * 2 ** (contact.failuresInARow - 1), LONGEST_WAIT_MS);
  return Math.max(growing, askedWaitMs(contact.failure));
}

/** How long a busy Hub asks to be left alone, or is left alone because it failed again and again. */
function askedWaitMs(failure: Failure): number {
  if (failure.code === 'hubBusy') return (failure.retryAfterSeconds ?? 0) * 1000;
  return failure.code === 'hubRests' ? failure.waitSeconds * 1000 : 0;
}

/** True while main holds back what is sent: a person who insists has to say so. */
export function isHeldBack(contact: Contact | undefined): boolean {
  return contact?.kind === 'failed' && (contact.failure.code === 'hubBusy' || contact.failure.code === 'hubRests');
}

/** What makes an earlier answer about this hub void: another credential in use, or another secret of it. */
export function credentialStamp({ credentials, credentialInUseId }: Hub): string {
  const inUse = credentials.find(({ id }) => id === credentialInUseId);
  if (inUse === undefined) return 'none';
  const { id, savedAtMs, secretState, clientAuthentication } = inUse;
  return [id, savedAtMs, secretState, clientAuthentication].join(' ');
}
