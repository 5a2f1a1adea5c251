import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSameClient, type Hubs } from '../../../../../main/core/hubs/find-in-hubs.ts';
import { changeCredential, removeCredential, useCredential } from '../../../../../main/core/hubs/credential-edits.ts';
import { removeHub, renameHub } from '../../../../../main/core/hubs/hub-edits.ts';
import { placeCredential, type Placement } from '../../../../../main/core/hubs/place-credential.ts';
import { parseStoredHubs, type StoredCredential, untouched } from '../../../../../main/core/hubs/stored-hubs.ts';

const HUB_URL = 'https://hub.example/prweb/api/ppf/v1';
const OTHER_URL = 'https://other.example/prweb/api/ppf/v1';
const ENDPOINT = 'https://hub.example/prweb/PRRestService/oauth2/v1/token';

const CHANGE = { clientAuthentication: 'basic', note: '', expiresAtMs: null } as const;

const credential = (id: string, change: Partial<StoredCredential> = {}): StoredCredential => ({
  id,
  label: 'Configurator',
  clientId: `client of ${id}`,
  tokenEndpoint: ENDPOINT,
  clientAuthentication: 'body',
  savedAtMs: 1,
  secret: { level: 'sessionOnly' },
  ...untouched,
  ...change,
});

function placement(
  id: string,
  change: { baseUrl?: string; name?: string; isNameChosen?: boolean } & Partial<StoredCredential> = {},
): Placement {
  const { baseUrl = HUB_URL, name = 'Acme', isNameChosen = false, ...ofCredential } = change;
  return {
    hub: { id: `hub for ${id}`, name, baseUrl, isPracticeHub: false },
    isNameChosen,
    credential: credential(id, ofCredential),
    isUsable: () => true,
  };
}

const first = placeCredential([], placement('a'));
const labelsOf = (hubs: Hubs, hubId: string): readonly string[] =>
  hubs.find(({ id }) => id === hubId)?.credentials.map(({ label }) => label) ?? [];

describe('placing a credential', () => {
  it('makes a hub for the first one, with the credential in use', () => {
    expect(first).toMatchObject({ kind: 'added', credentialId: 'a' });
    expect(first.hubs).toEqual([
      {
        id: 'hub for a',
        name: 'Acme',
        baseUrl: HUB_URL,
        isPracticeHub: false,
        credentialInUseId: 'a',
        credentials: [credential('a')],
      },
    ]);
  });

  it('adds to the hub with the same base URL and puts the new one in use', () => {
    const second = placeCredential(first.hubs, placement('b', { name: 'Another name' }));
    expect(second.kind).toBe('added');
    expect(second.hubs).toHaveLength(1);
    expect(second.hub).toMatchObject({ id: 'hub for a', name: 'Acme', credentialInUseId: 'b' });
    expect(labelsOf(second.hubs, 'hub for a')).toEqual(['Configurator', 'Configurator 2']);
  });

  it('renames that hub only to a name the person chose', () => {
    const chosen = placeCredential(first.hubs, placement('b', { name: 'Acme test', isNameChosen: true }));
    expect(chosen.hub.name).toBe('Acme test');
    const same = placeCredential(first.hubs, placement('b', { name: 'Acme', isNameChosen: true }));
    expect(same.hub.name).toBe('Acme');
  });

  it('gives a new hub a name of its own', () => {
    const second = placeCredential(first.hubs, placement('b', { baseUrl: OTHER_URL, name: 'ACME' }));
    expect(second.hubs.map(({ name }) => name)).toEqual(['Acme', 'ACME 2']);
  });

  it('replaces the secret of the same client where it stands, and leaves the one in use', () => {
    const both = placeCredential(first.hubs, placement('b'));
    const again = placeCredential(both.hubs, placement('c', { clientId: 'client of a', label: 'New', savedAtMs: 2 }));
    expect(again).toMatchObject({ kind: 'rotated', credentialId: 'a' });
    expect(again.hub.credentialInUseId).toBe('b');
    expect(again.hub.credentials).toMatchObject([
      { id: 'a', clientId: 'client of a', label: 'New', savedAtMs: 2 },
      { id: 'b' },
    ]);
  });

  it('keeps its own label when the same client comes again', () => {
    const again = placeCredential(first.hubs, placement('b', { clientId: 'client of a' }));
    expect(labelsOf(again.hubs, 'hub for a')).toEqual(['Configurator']);
  });

  it('takes the same client ID at another token endpoint for another client', () => {
    const other = placement('b', { clientId: 'client of a', tokenEndpoint: 'https://hub.example/elsewhere' });
    expect(placeCredential(first.hubs, other).kind).toBe('added');
    expect(findSameClient(first.hubs, other.credential)).toBeNull();
  });

  it('moves the same client to the hub of a corrected base URL and leaves no copy behind', () => {
    const both = placeCredential(first.hubs, placement('b'));
    const moved = placeCredential(
      both.hubs,
      placement('c', { clientId: 'client of b', baseUrl: OTHER_URL, name: 'Other' }),
    );
    expect(moved).toMatchObject({
      kind: 'rotated',
      credentialId: 'b',
      hub: { id: 'hub for c', credentialInUseId: 'b' },
    });
    expect(moved.hubs.find(({ id }) => id === 'hub for a')).toMatchObject({
      credentialInUseId: 'a',
      credentials: [{ id: 'a' }],
    });
  });
});

describe('a change of what is not there', () => {
  it.each([
    ['renaming', renameHub(first.hubs, { hubId: 'x', name: 'y' }), 'hubMissing'],
    ['removing a hub', removeHub(first.hubs, 'x'), 'hubMissing'],
    ['using', useCredential(first.hubs, 'x'), 'credentialMissing'],
    ['changing', changeCredential(first.hubs, { ...CHANGE, credentialId: 'x', label: 'y' }), 'credentialMissing'],
    ['removing a credential', removeCredential(first.hubs, 'x'), 'credentialMissing'],
  ])('is refused: %s', (_name, result, code) => {
    expect(result).toEqual({ ok: false, failure: { code } });
  });
});

describe('removing a credential', () => {
  it('puts the first of the others in use, or none', () => {
    const both = placeCredential(first.hubs, placement('b'));
    const one = removeCredential(both.hubs, 'b');
    expect(one).toMatchObject({ ok: true, value: { hub: { credentialInUseId: 'a' } } });
    const none = one.ok && removeCredential(one.value.hubs, 'a');
    expect(none).toMatchObject({ ok: true, value: { hub: { credentialInUseId: null, credentials: [] } } });
  });

  it('leaves the one in use alone when another goes', () => {
    const both = placeCredential(first.hubs, placement('b'));
    expect(removeCredential(both.hubs, 'a')).toMatchObject({ ok: true, value: { hub: { credentialInUseId: 'b' } } });
  });
});

describe('whatever is done to the hubs', () => {
  const credentialId = fc.constantFrom('a', 'b', 'c', 'd');
  const hubId = fc.constantFrom('hub for a', 'hub for b', 'hub for c');
  const name = fc.constantFrom('Acme', 'acme', 'Other');
  type Step = (hubs: Hubs) => Hubs;
  const settle = (hubs: Hubs, result: ReturnType<typeof removeHub> | ReturnType<typeof useCredential>): Hubs =>
    result.ok ? result.value.hubs : hubs;

  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.tuple(credentialId, credentialId, fc.constantFrom(HUB_URL, OTHER_URL), name, fc.boolean()).map(
      ([id, client, baseUrl, hubName, isNameChosen]): Step =>
        (hubs) =>
          hubs.some((hub) => hub.id === `hub for ${id}` || hub.credentials.some((each) => each.id === id))
            ? hubs
            : placeCredential(hubs, placement(id, { clientId: client, baseUrl, name: hubName, isNameChosen })).hubs,
    ),
    fc.tuple(hubId, name).map(
      ([id, to]): Step =>
        (hubs) =>
          settle(hubs, renameHub(hubs, { hubId: id, name: to })),
    ),
    hubId.map(
      (id): Step =>
        (hubs) =>
          settle(hubs, removeHub(hubs, id)),
    ),
    credentialId.map(
      (id): Step =>
        (hubs) =>
          settle(hubs, useCredential(hubs, id)),
    ),
    credentialId.map(
      (id): Step =>
        (hubs) =>
          settle(hubs, removeCredential(hubs, id)),
    ),
    fc.tuple(credentialId, name).map(
      ([id, label]): Step =>
        (hubs) =>
          settle(hubs, changeCredential(hubs, { ...CHANGE, credentialId: id, label })),
    ),
  );

  it('they stay a record that can be read, with names and clients only once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const hubs = steps.reduce<Hubs>((before, next) => next(before), []);
        expect(parseStoredHubs({ formatVersion: 3, hubs })).toMatchObject({ ok: true });
        const names = hubs.map((hub) => hub.name.toLowerCase());
        expect(new Set(names).size).toBe(names.length);
        const clients = hubs.flatMap((hub) => hub.credentials.map(({ clientId }) => clientId));
        expect(new Set(clients).size).toBe(clients.length);
        for (const hub of hubs) {
          const labels = hub.credentials.map(({ label }) => label.toLowerCase());
          expect(new Set(labels).size).toBe(labels.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
