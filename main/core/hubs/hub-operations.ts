// Operations on saved hubs: list, rename, remove. None of them asks the network.
import type { Bridge } from '#contract/bridge.ts';
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { CredentialParts } from '../credentials/credential-service-ports.ts';
import type { StorageFailure } from '../ports.ts';
import { renameHub, removeHub } from './hub-edits.ts';
import { hubView } from './hub-view.ts';
import type { StoredHub } from './stored-hubs.ts';

const byName = (one: StoredHub, other: StoredHub): number =>
  one.name.localeCompare(other.name, 'en', { numeric: true, sensitivity: 'base' });

type Parts = Pick<CredentialParts, 'book' | 'vault' | 'removeKept' | 'onHubsChanged' | 'onCredentialRemoved'>;

export function hubOperations(parts: Parts): Bridge['hubs'] {
  const { book, vault } = parts;
  return {
    list() {
      const hubs = [...book.hubs()].sort(byName).map((hub) => hubView(hub, vault));
      return Promise.resolve(ok(hubs));
    },

    rename(input) {
      const renamed = book.change((hubs) => renameHub(hubs, input));
      if (!renamed.ok) return Promise.resolve(renamed);
      parts.onHubsChanged();
      return Promise.resolve(ok(hubView(renamed.value.hub, vault)));
    },

    async remove({ hubId }) {
      if (book.findHub(hubId) === null) return fail({ code: 'hubMissing' });
      // The copy goes first: if the disk refuses, the hub is still listed and can be removed again.
      const copyRemoved = await parts.removeKept(hubId);
      if (!copyRemoved.ok) return partlyRemoved(copyRemoved.failure);
      const removed = book.change((hubs) => removeHub(hubs, hubId));
      if (!removed.ok) return partlyRemoved(removed.failure);
      for (const { id } of removed.value.hub.credentials) {
        vault.forgetCredential(id);
        parts.onCredentialRemoved(id);
      }
      parts.onHubsChanged();
      return ok(null);
    },
  };
}

/** Everything was tried: what was kept of the hub may be gone in part, so that it is not as it was. */
function partlyRemoved(failure: StorageFailure | Extract<Failure, { code: 'hubMissing' }>): Result<never> {
  return fail(failure.code === 'hubMissing' ? failure : { code: 'hubPartlyRemoved', cause: failure.cause });
}
