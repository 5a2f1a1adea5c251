import { describe, expect, it } from 'vitest';
import { untouched, type StoredHub } from '../../../../../main/core/hubs/stored-hubs.ts';
import { PairBook } from '../../../../../main/core/pairs/pair-book.ts';
import type { ReceivedPair } from '../../../../../main/core/pairs/pair-keeper.ts';
import { emptyStoredPairs, parseStoredPairs, type StoredPairs } from '../../../../../main/core/pairs/stored-pairs.ts';
import { placesIn, withMoves } from '../../../../../main/core/vault/sealed-places.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore, type MemoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const ORIGIN = 'https://hub.example';
const ENDPOINT = `${ORIGIN}/prweb/PRRestService/oauth2/v1/token`;
const SECRET = 'FAKE0123456789ABCDEF0123456789AB';
const SECOND = 'FAKE-second-secret-of-this-clientCD';

const HUB: StoredHub = {
  id: 'hub',
  name: 'Hub',
  baseUrl: `${ORIGIN}/prweb/api/ppf/v1`,
  isPracticeHub: false,
  credentialInUseId: 'credential',
  credentials: [
    {
      id: 'credential',
      label: 'Configurator',
      clientId: '01234567890123456789',
      tokenEndpoint: ENDPOINT,
      clientAuthentication: 'basic',
      savedAtMs: 0,
      secret: { level: 'sessionOnly' },
      ...untouched,
    },
  ],
};

const received = (more: Partial<ReceivedPair> = {}): ReceivedPair => ({
  hubId: 'hub',
  registrationId: 'REG-22951',
  applicationName: 'SalesDesk3',
  clientId: '69747281128570844473',
  clientSecret: SECRET,
  ...more,
});

interface Start {
  readonly store?: MemoryRecordStore<StoredPairs>;
  readonly box?: ReturnType<typeof scriptedSecretBox>;
  readonly hubs?: readonly StoredHub[];
}

let lastId = 0;

/** A book as it is after the app was started with this store on this machine. */
function start({ store = memoryRecordStore(emptyStoredPairs), box = scriptedSecretBox(), hubs = [HUB] }: Start = {}) {
  const clock = fixedClock();
  const changed: string[] = [];
  const pairs = new PairBook({
    store,
    secretBox: box,
    book: { findHub: (hubId) => hubs.find(({ id }) => id === hubId) ?? null },
    clock,
    newId: () => `pair-${(lastId += 1)}`,
    onChanged: (hubId) => changed.push(hubId),
  });
  return { store, box, clock, changed, pairs };
}

const opened = {
  ok: true,
  value: {
    clientId: '69747281128570844473',
    clientSecret: SECRET,
    tokenEndpoint: ENDPOINT,
    clientAuthentication: 'basic',
    boundOrigins: [ORIGIN],
  },
};

describe('a pair that arrives', () => {
  it('is sealed and on the disk when it is said to be kept', async () => {
    const { pairs, store, clock, changed } = start();
    const pair = await pairs.keep(received());
    expect(pair).toEqual({
      id: pair.id,
      hubId: 'hub',
      registrationId: 'REG-22951',
      applicationName: 'SalesDesk3',
      clientId: '69747281128570844473',
      secretMask: '••••••••89AB',
      protection: { level: 'osKeystore', backend: 'gnome_libsecret' },
      secretState: 'ready',
      receivedAtMs: clock.nowMs(),
      replacedSecret: null,
    });
    expect(store.text()).not.toContain(SECRET);
    expect(parseStoredPairs(store.read())).toMatchObject({
      ok: true,
      value: { pairs: [{ id: pair.id, tokenEndpoint: ENDPOINT, secret: { level: 'osKeystore', ending: '89AB' } }] },
    });
    expect(changed).toEqual(['hub']);
  });

  it('opens after a restart, and is listed before that without the keystore', async () => {
    const first = start();
    const pair = await first.pairs.keep(received());
    const { pairs, box } = start({ store: first.store, box: first.box });
    const touched = { ...box.touched };
    expect(pairs.of('hub')).toEqual([pair]);
    expect(box.touched).toEqual(touched);
    expect(await pairs.open(pair.id)).toEqual(opened);
  });

  it('is listed newest first, for its own hub only', async () => {
    const { pairs } = start({ hubs: [HUB, { ...HUB, id: 'other' }] });
    await pairs.keep(received());
    await pairs.keep(received({ registrationId: 'REG-2' }));
    await pairs.keep(received({ hubId: 'other', registrationId: 'REG-3' }));
    expect(pairs.of('hub').map(({ registrationId }) => registrationId)).toEqual(['REG-2', 'REG-22951']);
    expect(pairs.of('nowhere')).toEqual([]);
  });

  it('takes the place of the earlier one of its client, and of no other', async () => {
    const { pairs, store } = start();
    const first = await pairs.keep(received());
    const other = await pairs.keep(received({ clientId: '' }));
    const second = await pairs.keep(received({ clientSecret: SECOND }));
    expect(pairs.of('hub').map(({ id }) => id)).toEqual([second.id, other.id]);
    expect(store.read().pairs).toHaveLength(2);
    expect(await pairs.open(first.id)).toEqual({ ok: false, failure: { code: 'pairMissing' } });
    expect(await pairs.open(second.id)).toMatchObject({ value: { clientSecret: SECOND } });
  });

  it('is bound to the hub’s own endpoint also where the hub has no credential left', async () => {
    const { pairs } = start({ hubs: [{ ...HUB, credentials: [], credentialInUseId: null }] });
    const { id } = await pairs.keep(received());
    expect(await pairs.open(id)).toMatchObject({
      value: { tokenEndpoint: ENDPOINT, clientAuthentication: 'body', boundOrigins: [ORIGIN] },
    });
  });
});

describe('two pairs at once', () => {
  it('of two registrations are both kept', async () => {
    const { pairs, box, store } = start();
    const release = box.holdNext();
    const first = pairs.keep(received());
    const second = await pairs.keep(received({ registrationId: 'REG-2', clientSecret: SECOND }));
    release();
    const { id } = await first;
    expect(store.read().pairs.map((pair) => pair.registrationId)).toEqual(['REG-22951', 'REG-2']);
    expect(await pairs.open(id)).toMatchObject({ value: { clientSecret: SECRET } });
    expect(await pairs.open(second.id)).toMatchObject({ value: { clientSecret: SECOND } });
  });

  it('of one client: the later one stays, whichever is sealed first', async () => {
    const { pairs, box, store } = start();
    const release = box.holdNext();
    const first = pairs.keep(received());
    const second = await pairs.keep(received({ clientSecret: SECOND }));
    release();
    expect(await first).toEqual(second);
    expect(pairs.of('hub')).toEqual([second]);
    expect(store.read().pairs).toHaveLength(1);
    expect(await pairs.open(second.id)).toMatchObject({ value: { clientSecret: SECOND } });
  });
});

describe('while the keystore keeps a person waiting', () => {
  it('the pair can be used already', async () => {
    const { pairs, box } = start();
    const release = box.holdNext();
    const keeping = pairs.keep(received());
    const [waiting] = pairs.of('hub');
    expect(waiting).toMatchObject({ protection: { level: 'sessionOnly' }, secretState: 'ready' });
    release();
    expect(await keeping).toMatchObject({ id: waiting?.id, protection: { level: 'osKeystore' } });
  });

  it('a pair that is removed does not come back', async () => {
    const { pairs, box, store } = start();
    const release = box.holdNext();
    const keeping = pairs.keep(received());
    expect(pairs.removeOfHub('hub')).toEqual({ ok: true, value: null });
    release();
    expect(await keeping).toMatchObject({ secretState: 'forgotten' });
    expect(pairs.of('hub')).toEqual([]);
    expect(store.read().pairs).toEqual([]);
  });
});

describe('where the system protects nothing', () => {
  it('a pair lives for this run, and after it the loss is stated', async () => {
    const box = scriptedSecretBox();
    box.become('unprotected');
    const { pairs, store } = start({ box });
    const pair = await pairs.keep(received());
    expect(pair).toMatchObject({
      protection: { level: 'sessionOnly', backend: 'none' },
      secretState: 'ready',
      secretMask: '••••••••89AB',
    });
    expect(await pairs.open(pair.id)).toEqual(opened);
    expect(store.text()).not.toContain('89AB');

    const again = start({ store, box });
    expect(again.pairs.of('hub')).toMatchObject([{ id: pair.id, secretState: 'forgotten', secretMask: '••••••••' }]);
    expect(await again.pairs.open(pair.id)).toEqual({ ok: false, failure: { code: 'secretForgotten' } });
  });

  it('using it again and again writes nothing new', async () => {
    const box = scriptedSecretBox();
    box.become('unprotected');
    const { pairs, store } = start({ box });
    const { id } = await pairs.keep(received());
    const writes = store.writes();
    await pairs.open(id);
    await pairs.open(id);
    expect(store.writes()).toBe(writes);
  });
});

describe('a keystore that is locked', () => {
  it('leaves the pair in memory and says so; the next use seals it', async () => {
    const { pairs, box, store, changed } = start();
    box.become('locked');
    const pair = await pairs.keep(received());
    expect(pair).toMatchObject({ protection: { level: 'sessionOnly' }, secretState: 'ready' });
    expect(await pairs.open(pair.id)).toEqual(opened);
    expect(store.read().pairs).toMatchObject([{ secret: { level: 'sessionOnly' } }]);

    box.become('none');
    changed.length = 0;
    expect(await pairs.open(pair.id)).toEqual(opened);
    expect(pairs.of('hub')).toMatchObject([{ id: pair.id, protection: { level: 'osKeystore' } }]);
    expect(changed).toEqual(['hub']);
    const again = start({ store, box });
    expect(await again.pairs.open(pair.id)).toEqual(opened);
  });

  it('makes an earlier pair of the client give way all the same: the Hub does not take it any more', async () => {
    const { pairs, box } = start();
    await pairs.keep(received());
    box.become('locked');
    const second = await pairs.keep(received({ clientSecret: SECOND }));
    expect(pairs.of('hub').map(({ id }) => id)).toEqual([second.id]);
  });

  it('is told of a sealed pair, and forgotten when it opens', async () => {
    const { pairs, box, changed } = start();
    const { id } = await pairs.keep(received());
    box.become('locked');
    expect(await pairs.open(id)).toEqual({ ok: false, failure: { code: 'secretLocked' } });
    expect(pairs.of('hub')).toMatchObject([{ secretState: 'locked' }]);
    box.become('none');
    await pairs.open(id);
    expect(pairs.of('hub')).toMatchObject([{ secretState: 'ready' }]);
    expect(changed).toEqual(['hub', 'hub', 'hub']);
  });
});

describe('a disk that refuses', () => {
  it('leaves the pair in memory and says so; the next write takes it along', async () => {
    const { pairs, store, box } = start();
    store.refuse('full');
    const pair = await pairs.keep(received());
    expect(pair).toMatchObject({ protection: { level: 'sessionOnly' }, secretState: 'ready' });
    expect(pairs.of('hub')).toEqual([pair]);
    expect(await pairs.open(pair.id)).toEqual(opened);
    store.accept();
    expect(await pairs.open(pair.id)).toEqual(opened);
    expect(start({ store, box }).pairs.of('hub')).toMatchObject([{ id: pair.id, protection: { level: 'osKeystore' } }]);
  });

  it('keeps a pair that should be removed, unless it is in memory only', async () => {
    const { pairs, store } = start();
    const kept = await pairs.keep(received());
    store.refuse('denied');
    expect(pairs.remove(kept.id)).toEqual({ ok: false, failure: { code: 'storageFailed', cause: 'denied' } });
    expect(pairs.of('hub')).toEqual([kept]);
    const held = await pairs.keep(received({ registrationId: 'REG-2' }));
    expect(pairs.remove(held.id)).toEqual({ ok: true, value: null });
    expect(pairs.of('hub')).toEqual([kept]);
  });
});

describe('a pair that is removed', () => {
  it('is gone here and on the disk', async () => {
    const { pairs, store, changed } = start();
    const { id } = await pairs.keep(received());
    changed.length = 0;
    expect(pairs.remove(id)).toEqual({ ok: true, value: null });
    expect(changed).toEqual(['hub']);
    expect(store.read().pairs).toEqual([]);
    expect(pairs.remove(id)).toEqual({ ok: false, failure: { code: 'pairMissing' } });
  });

  it('with its hub takes no other hub’s along', async () => {
    const { pairs, store } = start({ hubs: [HUB, { ...HUB, id: 'other' }] });
    await pairs.keep(received());
    const other = await pairs.keep(received({ hubId: 'other' }));
    expect(pairs.removeOfHub('hub')).toEqual({ ok: true, value: null });
    expect(store.read().pairs.map(({ id }) => id)).toEqual([other.id]);
  });
});

it('a pair whose hub was removed meanwhile can be copied in this run, and is not written', async () => {
  const { pairs, store } = start({ hubs: [] });
  const pair = await pairs.keep(received());
  expect(pair.protection.level).toBe('sessionOnly');
  expect(await pairs.open(pair.id)).toMatchObject({ value: { clientSecret: SECRET, boundOrigins: [] } });
  expect(store.writes()).toBe(0);
});

it('a secret that the keystore sealed anew takes the place of the old one', async () => {
  const { pairs, store, box } = start();
  const { id } = await pairs.keep(received());
  const secret = store.read().pairs[0]?.secret;
  if (secret?.level !== 'osKeystore') throw new Error('not sealed');
  const resealed = await box.seal(JSON.stringify({ clientSecret: SECRET, boundOrigins: [ORIGIN] }));
  if (resealed?.ok !== true) throw new Error('not sealed anew');
  pairs.renewSealed({ ciphertext: 'b3RoZXI=', backend: 'kwallet6' }, { ...resealed.value, keyFingerprint: undefined });
  expect(store.read().pairs[0]?.secret).toEqual(secret);
  pairs.renewSealed(secret, { ...resealed.value, keyFingerprint: undefined });
  expect(store.read().pairs[0]?.secret).toMatchObject({ ciphertext: resealed.value.ciphertext, ending: '89AB' });
  expect(await pairs.open(id)).toEqual(opened);
});

describe('a pair that somebody handed on', () => {
  const OTHER_ENDPOINT = 'https://login.example/token';
  const handedOn = (clientSecret: string, tokenEndpoint = ENDPOINT): ReceivedPair =>
    received({ clientSecret, home: { tokenEndpoint, clientAuthentication: 'body' } });

  async function withTwo(given: Start = {}) {
    const app = start(given);
    app.clock.set(1000);
    const { id } = await app.pairs.keep(received());
    app.clock.set(2000);
    const taken = await app.pairs.takeOver(handedOn(SECOND));
    return { ...app, id, taken };
  }
  const secretOf = async ({ pairs }: { pairs: PairBook }, id: string): Promise<unknown> => {
    const access = await pairs.open(id);
    return access.ok ? access.value.clientSecret : access.failure.code;
  };
  /** What a check does that succeeds. */
  const worked = ({ pairs }: { pairs: PairBook }, id: string): void => {
    const pair = pairs.find(id);
    if (pair !== null) pairs.noteWorked(pair);
  };

  it('keeps the secret that is here beside it, sealed, and says when each came', async () => {
    const { id, taken, pairs, store } = await withTwo();
    expect(taken).toMatchObject({
      value: {
        id,
        secretMask: '••••••••ntCD',
        receivedAtMs: 2000,
        replacedSecret: { secretMask: '••••••••89AB', secretState: 'ready', receivedAtMs: 1000 },
      },
    });
    expect(pairs.of('hub')).toHaveLength(1);
    expect(store.text()).not.toContain(SECRET);
    expect(store.text()).not.toContain(SECOND);
    expect(parseStoredPairs(store.read())).toMatchObject({ ok: true });
  });

  it('can be gone back from, also after a restart, with where and how the earlier one was used', async () => {
    const first = start();
    const { id } = await first.pairs.keep(received());
    await first.pairs.takeOver(handedOn(SECOND, OTHER_ENDPOINT));
    const app = start(first);
    expect(await app.pairs.open(id)).toMatchObject({ value: { tokenEndpoint: OTHER_ENDPOINT, clientSecret: SECOND } });
    expect(app.pairs.goBack(id)).toMatchObject({
      value: { secretMask: '••••••••89AB', replacedSecret: { secretMask: '••••••••ntCD' } },
    });
    expect(await app.pairs.open(id)).toEqual(opened);
    app.pairs.goBack(id);
    expect(await secretOf(app, id)).toBe(SECOND);
  });

  it('counts as the one that came last, and keeps its place when it is gone back from', async () => {
    const app = start();
    const { id } = await app.pairs.keep(received());
    const other = await app.pairs.keep(received({ registrationId: 'REG-2' }));
    await app.pairs.takeOver(handedOn(SECOND));
    expect(app.pairs.of('hub').map((pair) => pair.id)).toEqual([id, other.id]);
    await app.pairs.takeOver({ ...handedOn(SECOND), registrationId: 'REG-2' });
    app.pairs.goBack(id);
    expect(app.pairs.of('hub').map((pair) => pair.id)).toEqual([other.id, id]);
  });

  it('drops the earlier one when it has worked, and not for a check of another secret', async () => {
    const app = await withTwo();
    const before = app.pairs.find(app.id);
    app.pairs.goBack(app.id);
    if (before !== null) app.pairs.noteWorked(before);
    expect(app.pairs.of('hub')[0]?.replacedSecret).not.toBeNull();
    worked(app, app.id);
    expect(app.pairs.of('hub')[0]?.replacedSecret).toBeNull();
    expect(app.pairs.goBack(app.id)).toEqual({ ok: false, failure: { code: 'replacedSecretGone' } });
    expect(await secretOf(app, app.id)).toBe(SECRET);
  });

  it('after another that never worked still keeps the last one that may have', async () => {
    const app = await withTwo();
    await app.pairs.takeOver(handedOn('FAKE-third-secret-of-this-client-EF'));
    app.pairs.goBack(app.id);
    expect(await secretOf(app, app.id)).toBe(SECRET);
  });

  it('does not keep what nothing opens any more', async () => {
    const first = start();
    first.box.become('unprotected');
    const { id } = await first.pairs.keep(received());
    const app = start({ store: first.store });
    expect(await app.pairs.takeOver(handedOn(SECOND))).toMatchObject({ value: { id, replacedSecret: null } });
  });

  it('is refused and changes nothing where the keystore or the disk refuses', async () => {
    const app = start();
    const { id } = await app.pairs.keep(received());
    app.box.become('locked');
    expect(await app.pairs.takeOver(handedOn(SECOND))).toMatchObject({ failure: { code: 'secretLocked' } });
    app.box.become('none');
    app.store.refuse('full');
    expect(await app.pairs.takeOver(handedOn(SECOND))).toMatchObject({ failure: { code: 'storageFailed' } });
    expect(app.pairs.of('hub')).toMatchObject([{ id, replacedSecret: null }]);
    expect(await secretOf(app, id)).toBe(SECRET);
  });

  it('that is kept for this run only leaves the sealed one where it is, even when it works', async () => {
    const first = start();
    const { id } = await first.pairs.keep(received());
    first.box.become('unprotected');
    await first.pairs.takeOver(handedOn(SECOND));
    worked(first, id);
    first.box.become('none');
    const app = start(first);
    expect(app.pairs.of('hub')).toMatchObject([{ secretState: 'forgotten', replacedSecret: { secretState: 'ready' } }]);
    app.pairs.goBack(id);
    expect(await secretOf(app, id)).toBe(SECRET);
    expect(app.pairs.goBack(id)).toEqual({ ok: false, failure: { code: 'secretForgotten' } });
  });

  it('gives way with all that it keeps to what the Hub itself sends', async () => {
    const app = await withTwo();
    const fresh = await app.pairs.keep(received({ clientSecret: 'FAKE-fresh-secret-from-the-hub-0123' }));
    expect(app.pairs.of('hub')).toMatchObject([{ id: fresh.id, replacedSecret: null }]);
    expect(app.store.text()).not.toContain('"ending":"89AB"');
  });

  it('is sealed anew with the rest when the keystore asks for it, and found when all secrets move', async () => {
    const { pairs, store, id } = await withTwo();
    const [pair] = store.read().pairs;
    if (pair?.previousSecret?.level !== 'osKeystore') throw new Error('It is not kept');
    const { ciphertext, backend } = pair.previousSecret;
    pairs.renewSealed({ ciphertext, backend }, { ciphertext: 'renewed', backend, keyFingerprint: 'new1' });
    expect(store.read().pairs[0]).toMatchObject({
      previousSecret: { ciphertext: 'renewed', ending: '89AB', keyFingerprint: 'new1' },
    });
    expect(placesIn(store.read()).map(({ holderId }) => holderId)).toEqual([id, `${id} replaced`]);
    store.write(parsed(withMoves(store.read(), { moves: new Map([['renewed', { level: 'sessionOnly' }]]) })));
    pairs.reread();
    pairs.keepForSession(`${id} replaced`, { clientSecret: SECRET, boundOrigins: [ORIGIN] });
    pairs.goBack(id);
    expect(await secretOf({ pairs }, id)).toBe(SECRET);
  });

  function parsed(record: unknown): StoredPairs {
    const read = parseStoredPairs(record);
    if (!read.ok) throw new Error(read.failure);
    return read.value;
  }
});
