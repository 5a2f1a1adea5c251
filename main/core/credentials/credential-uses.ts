// Notes when a credential got a token, and for whom: once a token, however often that is told.
import type { TokenStatus } from '#contract/credentials.ts';
import { noteUse } from '../hubs/credential-edits.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { StoredHub } from '../hubs/stored-hubs.ts';
import type { Clock, Log } from '../ports.ts';
import type { CredentialVault } from './credential-vault.ts';

export interface CredentialUsesPorts {
  readonly book: Pick<HubBook, 'change'>;
  readonly vault: Pick<CredentialVault, 'forgetReplaced'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly onHubsChanged: () => void;
}

/** To be told of every status of a token. What the disk refuses now is noted with the next token. */
export function credentialUses(ports: CredentialUsesPorts): (status: TokenStatus) => void {
  const { book, vault, clock, log, onHubsChanged } = ports;
  /** By credential, the end of the token that was noted last: no two tokens of one credential have the same. */
  const noted = new Map<string, number>();
  return ({ credentialId, expiresAtMs, operator, accessGroup }) => {
    if (expiresAtMs === null) {
      noted.delete(credentialId);
      return;
    }
    if (noted.get(credentialId) === expiresAtMs) return;
    const use = { credentialId, usedAtMs: clock.nowMs(), operator, accessGroup };
    const written = book.change((hubs) => noteUse(hubs, use));
    if (!written.ok) {
      log.warn('The use of a credential was not noted', { failure: written.failure.code });
      return;
    }
    noted.set(credentialId, expiresAtMs);
    if (isReplacedGone(written.value.hub, credentialId)) vault.forgetReplaced(credentialId);
    onHubsChanged();
  };
}

function isReplacedGone({ credentials }: StoredHub, credentialId: string): boolean {
  return credentials.some(({ id, previousSecret }) => id === credentialId && previousSecret === null);
}
