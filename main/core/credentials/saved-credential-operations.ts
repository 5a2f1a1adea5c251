// Operations on saved credentials: test, use, change, remove.
import type { Bridge } from '#contract/bridge.ts';
import type { Hub } from '#contract/credentials.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Hubs } from '../hubs/find-in-hubs.ts';
import {
  changeCredential,
  dismissReminder,
  exchangeSecrets,
  removeCredential,
  useCredential,
} from '../hubs/credential-edits.ts';
import type { Edited } from '../hubs/hub-edits.ts';
import { hubView } from '../hubs/hub-view.ts';
import type { CredentialParts } from './credential-service-ports.ts';
import { replacedHolder } from './credential-vault.ts';
import { lostFailure, type LostFailure } from './secret-vault.ts';

type Parts = Pick<
  CredentialParts,
  'book' | 'vault' | 'clock' | 'connectionTest' | 'onHubsChanged' | 'onCredentialReplaced' | 'onCredentialRemoved'
>;

/** Why nobody can go back to a replaced secret: it would put nothing in the place of something. Null when one can. */
function whyNotBack({ book, vault }: Pick<Parts, 'book' | 'vault'>, credentialId: string): LostFailure | null {
  const found = book.findCredential(credentialId);
  const replaced = found === null ? null : replacedHolder(found.credential);
  return replaced === null ? null : lostFailure(vault.stateOf(replaced));
}

export function savedCredentialOperations(
  parts: Parts,
): Pick<Bridge['credentials'], 'test' | 'use' | 'change' | 'goBack' | 'dismissReminder' | 'remove'> {
  const { book, vault } = parts;

  /** Changes the record; `afterwards` runs once it is written and before the window is told. */
  function edit(change: (hubs: Hubs) => Result<Edited>, afterwards?: () => void): Promise<Result<Hub>> {
    const edited = book.change(change);
    if (!edited.ok) return Promise.resolve(edited);
    afterwards?.();
    parts.onHubsChanged();
    return Promise.resolve(ok(hubView(edited.value.hub, vault)));
  }

  return {
    test({ credentialId }) {
      const found = book.findCredential(credentialId);
      if (found === null) return Promise.resolve(fail({ code: 'credentialMissing' }));
      return parts.connectionTest.testSaved(credentialId, found.hub.baseUrl);
    },

    use: ({ credentialId }) => edit((hubs) => useCredential(hubs, credentialId)),

    change(input) {
      const before = book.findCredential(input.credentialId)?.credential.clientAuthentication;
      return edit(
        (hubs) => changeCredential(hubs, input),
        () => {
          // What a Hub refused one way it may accept the other way.
          if (before !== input.clientAuthentication) parts.onCredentialReplaced(input.credentialId);
        },
      );
    },

    goBack({ credentialId }) {
      const lost = whyNotBack(parts, credentialId);
      if (lost !== null) return Promise.resolve(fail(lost));
      return edit(
        (hubs) => exchangeSecrets(hubs, { credentialId, nowMs: parts.clock.nowMs() }),
        () => {
          vault.exchangeReplaced(credentialId);
          parts.onCredentialReplaced(credentialId);
        },
      );
    },

    dismissReminder: (input) => edit((hubs) => dismissReminder(hubs, input)),

    remove: ({ credentialId }) =>
      edit(
        (hubs) => removeCredential(hubs, credentialId),
        () => {
          vault.forgetCredential(credentialId);
          parts.onCredentialRemoved(credentialId);
        },
      ),
  };
}
