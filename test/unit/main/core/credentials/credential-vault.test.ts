import { describe, expect, it, vi } from 'vitest';
import { CredentialVault } from '../../../../../main/core/credentials/credential-vault.ts';
import { hubBook } from '../../../../../main/core/hubs/hub-book.ts';
import { placeCredential } from '../../../../../main/core/hubs/place-credential.ts';
import {
  emptyStoredHubs,
  type StoredCredential,
  type StoredHubs,
  untouched,
} from '../../../../../main/core/hubs/stored-hubs.ts';
import { ok } from '../../../../../preload/contract/result.ts';
import { memoryRecordStore, type MemoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const ORIGIN = 'https://hub.example';
const ENDPOINT = `${ORIGIN}/prweb/PRRestService/oauth2/v1/token`;
const BASE_URL = `${ORIGIN}/prweb/api/ppf/v1`;
const SECRET = 'FAKE0123456789ABCDEF0123456789AB';

interface Start {
  readonly store?: MemoryRecordStore<StoredHubs>;
  readonly box?: ReturnType<typeof scriptedSecretBox>;
}

/** A vault as it is after the app was started with this store on this machine. */
function start({ store = memoryRecordStore(emptyStoredHubs), box = scriptedSecretBox() }: Start = {}) {
  const book = hubBook(store);
  const onStateChanged = vi.fn();
  const vault = new CredentialVault({ book, secretBox: box, onStateChanged });

  async function save(clientSecret = SECRET, boundOrigins: readonly string[] = [ORIGIN]): Promise<StoredCredential> {
    const prepared = await vault.prepare({ clientSecret, boundOrigins });
    if (!prepared.ok) throw new Error(prepared.failure.code);
    const placed = book.change((hubs) =>
      ok(
        placeCredential(hubs, {
          hub: { id: 'hub', name: 'Hub', baseUrl: BASE_URL, isPracticeHub: false },
          isNameChosen: false,
          isUsable: () => true,
          credential: {
            id: 'credential',
            label: 'Configurator',
            clientId: '01234567890123456789',
            tokenEndpoint: ENDPOINT,
            clientAuthentication: 'basic',
            savedAtMs: 0,
            secret: prepared.value.stored,
            ...untouched,
          },
        }),
      ),
    );
    if (!placed.ok) throw new Error('not written');
    vault.keep('credential', prepared.value);
    return current();
  }

  function current(): StoredCredential {
    const found = book.findCredential('credential');
    if (found === null) throw new Error('no credential');
    return found.credential;
  }

  return { store, box, book, vault, onStateChanged, save, current };
}

/** The store file after someone edited it. */
function edited(store: MemoryRecordStore<StoredHubs>, from: string, to: string): MemoryRecordStore<StoredHubs> {
  const text = store.text();
  expect(text).toContain(from);
  // SAFETY: an edited address keeps the record's shape.
  return memoryRecordStore(JSON.parse(text.replaceAll(from, to)) as StoredHubs);
}

const access = {
  clientId: '01234567890123456789',
  clientSecret: SECRET,
  tokenEndpoint: ENDPOINT,
  clientAuthentication: 'basic',
  boundOrigins: [ORIGIN],
};

describe('a sealed secret', () => {
  it('opens to everything a token request needs', async () => {
    const { vault, save } = start();
    await save();
    expect(await vault.open('credential')).toEqual({ ok: true, value: access });
  });

  it('is on the disk only as ciphertext, with its backend and its last four characters', async () => {
    const { store, save } = start();
    const { secret } = await save();
    expect(secret).toMatchObject({ level: 'osKeystore', backend: 'gnome_libsecret', ending: '89AB' });
    expect(secret.level === 'osKeystore' && secret.ciphertext).toMatch(/^[A-Za-z0-9+/]+=*$/);
    expect(store.text()).not.toContain(SECRET);
    expect(store.text()).not.toContain(SECRET.slice(0, 12));
  });

  it('gives no ending away when it is short', async () => {
    const { vault, save } = start();
    const credential = await save('FAKE-short-15ch');
    expect(credential.secret).toMatchObject({ ending: '' });
    expect(vault.endingOf(credential)).toBe('');
  });

  it('counts as ready after a start, without the keystore being touched', async () => {
    const first = start();
    await first.save();
    const again = start({ store: first.store, box: scriptedSecretBox() });
    expect(again.vault.stateOf(again.current())).toBe('ready');
    expect(again.vault.endingOf(again.current())).toBe('89AB');
    expect(again.box.touched).toEqual({ protection: 0, seal: 0, open: 0 });
  });

  it('that is locked can be asked for again', async () => {
    const { vault, box, save, current, onStateChanged } = start();
    await save();
    box.become('locked');
    expect(await vault.open('credential')).toEqual({ ok: false, failure: { code: 'secretLocked' } });
    expect(vault.stateOf(current())).toBe('locked');
    await vault.open('credential');
    expect(onStateChanged).toHaveBeenCalledTimes(1);
    box.become('none');
    expect(await vault.open('credential')).toMatchObject({ ok: true });
    expect(vault.stateOf(current())).toBe('ready');
    expect(onStateChanged).toHaveBeenCalledTimes(2);
  });

  it('that another machine sealed is unreadable, and its ciphertext stays', async () => {
    const first = start();
    await first.save();
    const before = first.store.text();
    const again = start({ store: first.store, box: scriptedSecretBox('kwallet6') });
    expect(await again.vault.open('credential')).toEqual({ ok: false, failure: { code: 'secretUnreadable' } });
    expect(again.vault.stateOf(again.current())).toBe('unreadable');
    expect(first.store.text()).toBe(before);
    expect(first.store.writes()).toBe(1);
  });

  it('is ready again once it was imported again', async () => {
    const first = start();
    await first.save();
    const again = start({ store: first.store, box: scriptedSecretBox() });
    await again.vault.open('credential');
    await again.save('FAKE-second-secret-of-this-client');
    expect(again.vault.stateOf(again.current())).toBe('ready');
    expect(await again.vault.open('credential')).toMatchObject({
      value: { clientSecret: 'FAKE-second-secret-of-this-client' },
    });
  });

  it.each([
    ['token endpoint', ENDPOINT, 'https://evil.example/token', 'evil.example'],
    ['base URL', BASE_URL, 'https://evil.example:8443/api', 'evil.example:8443'],
    ['port', `${ORIGIN}/prweb/PRRestService`, `${ORIGIN}:444/prweb/PRRestService`, 'hub.example:444'],
  ])('is not opened for another host: an edited %s', async (_name, from, to, host) => {
    const { store, box, save } = start();
    await save();
    const { vault, current } = start({ store: edited(store, from, to), box });
    expect(await vault.open('credential')).toEqual({ ok: false, failure: { code: 'secretBoundElsewhere', host } });
    expect(vault.stateOf(current())).toBe('ready');
  });

  it.each(['not JSON', '{}', '{"clientSecret":"FAKE"}', '{"clientSecret":"","boundOrigins":[]}', '[]', '"FAKE"'])(
    'that opens to something else is unreadable: %s',
    async (plaintext) => {
      const { store, box, save, current } = start();
      const { secret } = await save();
      const foreign = await box.seal(plaintext);
      if (foreign?.ok !== true || secret.level !== 'osKeystore') throw new Error('not sealed');
      const swapped = start({ store: edited(store, secret.ciphertext, foreign.value.ciphertext), box });
      expect(await swapped.vault.open('credential')).toEqual({ ok: false, failure: { code: 'secretUnreadable' } });
      expect(current().secret).toEqual(secret);
    },
  );

  it('that cannot be sealed because the keystore is locked is a failure, and nothing is prepared', async () => {
    const { vault, box } = start();
    box.become('locked');
    expect(await vault.prepare({ clientSecret: SECRET, boundOrigins: [ORIGIN] })).toEqual({
      ok: false,
      failure: { code: 'secretLocked' },
    });
  });
});

describe('while the keystore keeps a person waiting', () => {
  it('a credential that was imported again opens with its new secret', async () => {
    const { vault, box, save, current } = start();
    await save();
    const release = box.holdNext();
    const opening = vault.open('credential');
    await save('FAKE-second-secret-of-this-client');
    release();
    expect(await opening).toMatchObject({ ok: true, value: { clientSecret: 'FAKE-second-secret-of-this-client' } });
    expect(vault.stateOf(current())).toBe('ready');
  });

  it('a credential that was removed is missing', async () => {
    const { vault, box, book, save } = start();
    const credential = await save();
    const release = box.holdNext();
    const opening = vault.open('credential');
    book.change((hubs) => ok({ hubs: [], hub: hubs[0]! }));
    vault.forget('credential');
    release();
    expect(await opening).toEqual({ ok: false, failure: { code: 'credentialMissing' } });
    expect(vault.stateOf(credential)).toBe('ready');
  });
});

describe('where the system protects nothing', () => {
  it('a secret lives for this run, and nothing of it is written', async () => {
    const box = scriptedSecretBox();
    box.become('unprotected');
    const { vault, store, save } = start({ box });
    const credential = await save();
    expect(credential.secret).toEqual({ level: 'sessionOnly' });
    expect(store.text()).not.toContain('89AB');
    expect(vault.stateOf(credential)).toBe('ready');
    expect(vault.endingOf(credential)).toBe('89AB');
    expect(await vault.open('credential')).toEqual({ ok: true, value: access });
  });

  it('it is forgotten with the run', async () => {
    const box = scriptedSecretBox();
    box.become('unprotected');
    const first = start({ box });
    await first.save();
    const { vault, current } = start({ store: first.store, box });
    expect(vault.stateOf(current())).toBe('forgotten');
    expect(vault.endingOf(current())).toBe('');
    expect(await vault.open('credential')).toEqual({ ok: false, failure: { code: 'secretForgotten' } });
    expect(box.touched.open).toBe(0);
  });

  it('it is bound to its hosts all the same', async () => {
    const box = scriptedSecretBox();
    box.become('unprotected');
    const { vault, save } = start({ box });
    await save(SECRET, ['https://other.example']);
    expect(await vault.open('credential')).toMatchObject({ failure: { code: 'secretBoundElsewhere' } });
  });

  it('a secret that is sealed later leaves the memory', async () => {
    const box = scriptedSecretBox();
    box.become('unprotected');
    const { vault, save } = start({ box });
    await save();
    box.become('none');
    const credential = await save();
    expect(credential.secret.level).toBe('osKeystore');
    box.become('locked');
    expect(await vault.open('credential')).toMatchObject({ failure: { code: 'secretLocked' } });
  });
});

it('a credential that nobody saved is missing', async () => {
  expect(await start().vault.open('credential')).toEqual({ ok: false, failure: { code: 'credentialMissing' } });
});
