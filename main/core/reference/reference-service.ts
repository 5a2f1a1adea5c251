// The API reference: our own description of the Hub's API, and the one that a Hub serves where its address is set.
import type { Bridge } from '#contract/bridge.ts';
import type { ReferenceDocument } from '#contract/reference.ts';
import type { JsonValue } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { readJson } from '../answers/json-reading.ts';
import type { RecordStore, StorageFailure } from '../ports.ts';
import { fetchReference, unreadable } from './fetch-reference.ts';
import type { FetchPorts, ReferenceHub } from './fetch-reference.ts';
import { readReference } from './read-reference.ts';
import type { StoredReferences } from './stored-references.ts';

export interface ReferenceServicePorts extends FetchPorts {
  /** The saved hub, null when there is none (any more). */
  readonly hubOf: (hubId: string) => ReferenceHub | null;
  readonly store: RecordStore<StoredReferences>;
  /** Our own description as YAML text; asked for once. */
  readonly ownText: () => Promise<string>;
  /** The value that a YAML text spells; null when it is none. */
  readonly parseYaml: (text: string) => Promise<JsonValue | null>;
}

/** The reference operations, and what to do when a hub is removed. */
export type ReferenceService = Bridge['reference'] & {
  readonly removeOfHub: (hubId: string) => Result<null, StorageFailure>;
  /** Where a hub serves its description; null when that is not set. */
  readonly addressOf: (hubId: string) => string | null;
  /** Keeps that address; null forgets it. */
  readonly keep: (hubId: string, address: string | null) => Result<null, StorageFailure>;
};

export function referenceService(ports: ReferenceServicePorts): ReferenceService {
  const { hubOf, store, ownText, parseYaml } = ports;
  let own: Promise<ReferenceDocument> | null = null;

  const readOwn = async (): Promise<ReferenceDocument> => {
    const document = readReference(await parseYaml(await ownText()), { source: 'ours', address: null });
    if (document === null) throw new Error('Our own API description cannot be read');
    return document;
  };
  const ours = async (): Promise<Result<ReferenceDocument>> => {
    own ??= readOwn();
    return ok(await own);
  };
  const addressOf = (hubId: string): string | null => {
    const { addresses } = store.read();
    return Object.hasOwn(addresses, hubId) ? (addresses[hubId] ?? null) : null;
  };
  const keep = (hubId: string, address: string | null): Result<null, StorageFailure> => {
    if (addressOf(hubId) === address) return ok(null);
    const others = Object.entries(store.read().addresses).filter(([id]) => id !== hubId);
    const kept = address === null ? others : [...others, [hubId, address] as const];
    return store.write({ ...store.read(), addresses: Object.fromEntries(kept) });
  };

  return {
    ours,
    async document({ hubId }) {
      const hub = hubOf(hubId);
      if (hub === null) return fail({ code: 'hubMissing' });
      const address = addressOf(hubId);
      if (address === null) return ours();
      const fetched = await fetchReference(ports, hub, address);
      if (!fetched.ok) return fetched;
      const json = readJson(fetched.value);
      const value = json.ok ? json.value : await parseYaml(fetched.value);
      const document = readReference(value, { source: 'hub', address });
      return document === null ? fail(unreadable(address)) : ok(document);
    },
    address: ({ hubId }) =>
      Promise.resolve(hubOf(hubId) === null ? fail({ code: 'hubMissing' }) : ok(addressOf(hubId))),
    setAddress: ({ hubId, address }) =>
      Promise.resolve(hubOf(hubId) === null ? fail({ code: 'hubMissing' }) : keep(hubId, address)),
    removeOfHub: (hubId) => keep(hubId, null),
    addressOf,
    keep,
  };
}
