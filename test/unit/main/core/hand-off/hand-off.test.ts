import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WriteHandOffInput } from '#contract/hand-off-inputs.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { noWays } from '../../../../../main/core/backup/backed-up-ways.ts';
import { redact } from '../../../../../main/core/activity/redact.ts';
import { backupOf } from '../../../../../main/core/backup/backup-document.ts';
import { CredentialVault } from '../../../../../main/core/credentials/credential-vault.ts';
import { readCredentials } from '../../../../../main/core/credentials/read-credentials.ts';
import { formatHandOff, parseHandOff } from '../../../../../main/core/hand-off/hand-off-document.ts';
import { handOffService } from '../../../../../main/core/hand-off/hand-off-service.ts';
import { OwnKeys } from '../../../../../main/core/hand-off/own-keys.ts';
import { plainLayout } from '../../../../../main/core/hand-off/plain-layout.ts';
import { sealedFiles } from '../../../../../main/core/hand-off/sealed-files.ts';
import { emptyStoredKeys } from '../../../../../main/core/hand-off/stored-keys.ts';
import { hubBook } from '../../../../../main/core/hubs/hub-book.ts';
import { emptyStoredHubs, untouched, type StoredHub } from '../../../../../main/core/hubs/stored-hubs.ts';
import { PairBook } from '../../../../../main/core/pairs/pair-book.ts';
import { redactText } from '../../../../../main/core/redaction/redact-text.ts';
import { emptyStoredPairs } from '../../../../../main/core/pairs/stored-pairs.ts';
import { defaultSettings } from '#contract/settings.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { quickAge } from '../../../../doubles/quick-age.ts';
import { recordingActivity } from '../../../../doubles/recording-activity.ts';
import { samplePlan } from '../../../../doubles/sample-hand-off.ts';
import { answered, scriptedHttpClient } from '../../../../doubles/scripted-http-client.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const ORIGIN = 'https://hub.example';
const ENDPOINT = `${ORIGIN}/prweb/PRRestService/oauth2/v1/token`;
const SECRET = 'MARKER0123456789ABCDEF0123456789';
const PAIR_SECRET = 'MARKER-pair-0123456789ABCDEF0123';
const NEWER_SECRET = 'MARKER-pair-newer-456789ABCDEF01';
const PASSPHRASE = 'correct horse battery';

const PAIR = {
  hubId: 'hub-1',
  registrationId: 'REG-1',
  applicationName: 'SalesDesk',
  clientId: '69747281128570844473',
} as const;

const emptyHub: StoredHub = {
  id: 'hub-1',
  name: 'Claims Hub',
  baseUrl: `${ORIGIN}/prweb/api/ppf/v1`,
  isPracticeHub: false,
  credentialInUseId: null,
  credentials: [],
};

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** One computer: its own keystore, hubs, pairs and keys. */
function computer(hubs = memoryRecordStore(emptyStoredHubs), keyStore = memoryRecordStore(emptyStoredKeys)) {
  let lastId = 0;
  const newId = (): string => `id-${(lastId += 1)}`;
  const box = scriptedSecretBox();
  const clock = fixedClock();
  const book = hubBook(hubs);
  const vault = new CredentialVault({ book, secretBox: box, onStateChanged: () => undefined });
  const pairs = new PairBook({
    store: memoryRecordStore(emptyStoredPairs),
    secretBox: box,
    book,
    clock,
    newId,
    onChanged: () => undefined,
  });
  const keys = new OwnKeys({
    store: keyStore,
    secretBox: box,
    age: quickAge,
    clock,
    newId,
    onChanged: () => undefined,
  });
  const activity = recordingActivity();
  const http = scriptedHttpClient(() =>
    answered(201, { access_token: 'token-1', token_type: 'bearer', expires_in: 3600 }),
  );
  const files = sealedFiles(newId);
  const written: { name: string; bytes: Uint8Array; privacy: string | undefined }[] = [];
  let place: string | null = '/home/ada/file';
  const drafted: unknown[] = [];
  const service = handOffService({
    writing: {
      book,
      vault,
      pairs,
      activity,
      age: quickAge,
      clock,
      files: {
        write: ({ fileName }, content, privacy) => {
          const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
          written.push({ name: fileName, bytes, privacy });
          return Promise.resolve(ok(null));
        },
      },
      askWhereToSave: (fileName) => Promise.resolve(place === null ? null : { path: place, fileName }),
      backup: () =>
        backupOf({ hubs: book.hubs(), settings: defaultSettings, ways: { of: () => noWays }, madeAtMs: clock.nowMs() }),
    },
    opening: {
      files,
      age: quickAge,
      keys,
      book,
      pairs,
      http,
      clock,
      activity,
      newId,
      onHubsChanged: () => undefined,
      onSecret: () => undefined,
      planBackup: (_document, fileName) => ({ ...samplePlan, fileName }),
      draftOf: (given) => {
        drafted.push(given);
        return Promise.resolve({ draftId: 'draft' } as never);
      },
    },
  });

  async function withCredential(): Promise<string> {
    const secret = valueOf(await vault.prepare({ clientSecret: SECRET, boundOrigins: [ORIGIN] })).stored;
    const credential = {
      id: 'credential-1',
      label: 'Configurator',
      clientId: '01234567890123456789',
      tokenEndpoint: ENDPOINT,
      clientAuthentication: 'basic',
      savedAtMs: 0,
      secret,
      ...untouched,
      note: 'asked for by Ada',
    } as const;
    const hub = { ...emptyHub, credentials: [credential], credentialInUseId: credential.id };
    valueOf(book.change(() => ok({ hubs: [hub], hub })));
    return credential.id;
  }
  const withPair = async (): Promise<string> => (await pairs.keep({ ...PAIR, clientSecret: PAIR_SECRET })).id;
  const write = (more: Partial<WriteHandOffInput>) =>
    service.write({
      credentialIds: [],
      pairIds: [],
      lock: { kind: 'passphrase', passphrase: PASSPHRASE },
      note: '',
      withBackup: false,
      ...more,
    });
  function drop(bytes: Uint8Array, name = 'file.age'): string {
    const kept = files.keep(name, bytes);
    if (kept === null) throw new Error('It was not taken for an age file');
    return kept.handOffId;
  }
  return {
    service,
    book,
    pairs,
    keys,
    keyStore,
    box,
    activity,
    http,
    clock,
    written,
    drafted,
    hubs,
    withCredential,
    withPair,
    write,
    drop,
    files,
    saveNowhere: () => (place = null),
  };
}

type Computer = ReturnType<typeof computer>;

const lastFile = ({ written }: Computer): Uint8Array => written.at(-1)?.bytes ?? new Uint8Array();

describe('handing off', () => {
  it('gives another computer what it needs, and neither the file nor the log holds a secret in clear', async () => {
    const giver = computer();
    const credentialIds = [await giver.withCredential()];
    const pairIds = [await giver.withPair()];
    expect(valueOf(await giver.write({ credentialIds, pairIds, note: 'For Ada' }))).not.toBeNull();
    const bytes = lastFile(giver);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('MARKER');
    expect(JSON.stringify(giver.activity.entries)).not.toContain('MARKER');
    expect(giver.activity.entries).toMatchObject([
      { hubId: 'hub-1', action: 'handOff', credentialId: null, outcome: { kind: 'written' } },
    ]);
    expect(giver.activity.entries[0]?.sent).toContain('01234567890123456789');

    const receiver = computer();
    const handOffId = receiver.drop(bytes);
    const opened = valueOf(await receiver.service.open({ handOffId, passphrase: PASSPHRASE }));
    expect(opened).toMatchObject({ note: 'For Ada', backup: null });
    expect(JSON.stringify(opened)).not.toContain(SECRET);
    expect(opened.items).toMatchObject([
      { kind: 'registration', hubName: 'Claims Hub', label: 'Configurator', isKnown: false },
      { kind: 'dataSync', label: 'SalesDesk', isKnown: false },
    ]);

    valueOf(await receiver.service.readCredential({ handOffId, index: 0 }));
    expect(receiver.drafted).toMatchObject([
      {
        read: { clientId: '01234567890123456789', clientSecret: SECRET, tokenEndpoint: ENDPOINT },
        handedOn: { clientAuthentication: 'basic', note: 'asked for by Ada', hubName: 'Claims Hub' },
      },
    ]);
    const pair = valueOf(await receiver.service.savePair({ handOffId, index: 1 }));
    expect(receiver.book.findHub(pair.hubId)).toMatchObject({ name: 'Claims Hub', credentials: [] });
    expect(valueOf(await receiver.pairs.open(pair.id))).toMatchObject({
      clientSecret: PAIR_SECRET,
      tokenEndpoint: ENDPOINT,
      clientAuthentication: 'basic',
      boundOrigins: [ORIGIN],
    });
  });

  it('takes the secrets of thousands, and says before it writes when nobody could open the file again', async () => {
    // Thousands are read thousands of times: not out of a text each time.
    let record = emptyStoredHubs;
    const giver = computer({
      ...memoryRecordStore(emptyStoredHubs),
      read: () => record,
      write(written) {
        record = written;
        return ok(null);
      },
    });
    await giver.withCredential();
    const [hub] = giver.book.hubs();
    const [credential] = hub?.credentials ?? [];
    if (hub === undefined || credential === undefined) throw new Error('There is no credential');
    const withNotes = (note: string) => {
      const credentials = Array.from({ length: 5_000 }, (_, index) => ({
        ...credential,
        ...{ id: `credential-${index}`, clientId: String(index), note },
      }));
      const many = { ...hub, credentials, credentialInUseId: 'credential-0' };
      valueOf(giver.book.change(() => ok({ hubs: [many], hub: many })));
      return credentials.map(({ id }) => id);
    };
    valueOf(await giver.write({ credentialIds: withNotes(''), withBackup: true }));
    const told = giver.activity.entries
      .map(({ sent }) => redact(sent, redactText))
      .filter((sent) => sent.endsWith('}'));
    const listed = told.flatMap((sent) => JSON.parse(sent.split('\n')[1] ?? '') as { credentials: object[] });
    expect(listed.flatMap(({ credentials }) => credentials)).toHaveLength(5_000);
    expect(listed[0]).toMatchObject({ holdsBackup: true, part: `1 of ${listed.length}` });
    const handOffId = giver.drop(lastFile(giver));
    expect(valueOf(await giver.service.open({ handOffId, passphrase: PASSPHRASE })).items).toHaveLength(5_000);
    const credentialIds = withNotes('n'.repeat(4_000));
    expect(await giver.write({ credentialIds })).toMatchObject({
      failure: { code: 'handOffTooLarge', what: 'handOff' },
    });
    expect(giver.written).toHaveLength(1);
  });

  it('writes a backup without credentials down too', async () => {
    const giver = computer();
    valueOf(await giver.write({ withBackup: true }));
    expect(giver.activity.entries).toMatchObject([{ hubId: '', action: 'handOff', outcome: { kind: 'written' } }]);
    expect(giver.activity.entries[0]?.sent).toContain('"holdsBackup":true');
  });

  it('says which of the credentials are known, and asks for the right kind of each', async () => {
    const giver = computer();
    const credentialIds = [await giver.withCredential()];
    const pairIds = [await giver.withPair()];
    await giver.write({ credentialIds, pairIds });
    const handOffId = giver.drop(lastFile(giver));
    const { items } = valueOf(await giver.service.open({ handOffId, passphrase: PASSPHRASE }));
    expect(items.map(({ isKnown }) => isKnown)).toEqual([true, true]);
    for (const wrong of [
      giver.service.savePair({ handOffId, index: 0 }),
      giver.service.readCredential({ handOffId, index: 1 }),
      giver.service.readCredential({ handOffId, index: 2 }),
      giver.service.readCredential({ handOffId: 'nobody', index: 0 }),
    ]) {
      expect(await wrong).toMatchObject({ failure: { code: 'handOffGone' } });
    }
  });

  it('takes a pair over beside the one that is here, and says when each came', async () => {
    const [giver, receiver] = [computer(), computer()];
    await giver.withCredential();
    const pairIds = [await giver.withPair()];
    await giver.write({ pairIds });
    await receiver.withCredential();
    const here = { ...PAIR, clientSecret: NEWER_SECRET };
    receiver.clock.set(9000);
    const { id: pairId } = await receiver.pairs.keep(here);
    const handOffId = receiver.drop(lastFile(giver));
    const { items } = valueOf(await receiver.service.open({ handOffId, passphrase: PASSPHRASE }));
    expect(items).toMatchObject([{ isKnown: true, knownSinceMs: 9000 }]);
    expect(valueOf(await receiver.service.savePair({ handOffId, index: 0 }))).toMatchObject({ id: pairId });
    expect(valueOf(await receiver.pairs.open(pairId)).clientSecret).toBe(PAIR_SECRET);
    valueOf(receiver.pairs.goBack(pairId));
    expect(valueOf(await receiver.pairs.open(pairId)).clientSecret).toBe(NEWER_SECRET);
  });

  it('leaves the pair that is here alone when the keystore does not take the handed-on one', async () => {
    const [giver, receiver] = [computer(), computer()];
    await giver.withCredential();
    await giver.write({ pairIds: [await giver.withPair()] });
    await receiver.withCredential();
    const { id: pairId } = await receiver.pairs.keep({ ...PAIR, clientSecret: NEWER_SECRET });
    const handOffId = receiver.drop(lastFile(giver));
    await receiver.service.open({ handOffId, passphrase: PASSPHRASE });
    receiver.box.become('locked');
    expect(await receiver.service.savePair({ handOffId, index: 0 })).toMatchObject({
      failure: { code: 'secretLocked' },
    });
    receiver.box.become('none');
    expect(valueOf(await receiver.pairs.open(pairId)).clientSecret).toBe(NEWER_SECRET);
  });

  it('checks a pair before it is kept, on record, and keeps nothing', async () => {
    const [giver, receiver] = [computer(), computer()];
    await giver.withCredential();
    await giver.write({ pairIds: [await giver.withPair()] });
    await receiver.withCredential();
    const handOffId = receiver.drop(lastFile(giver));
    await receiver.service.open({ handOffId, passphrase: PASSPHRASE });
    expect(valueOf(await receiver.service.checkPair({ handOffId, index: 0 }))).toMatchObject({
      tokenLifetimeSeconds: 3600,
    });
    expect(receiver.http.requests).toMatchObject([{ url: ENDPOINT }]);
    expect(receiver.activity.entries).toMatchObject([
      { hubId: 'hub-1', action: 'pairCheck', registrationId: 'REG-1', outcome: { kind: 'done' } },
    ]);
    expect(receiver.pairs.of('hub-1')).toEqual([]);
    expect(await receiver.service.checkPair({ handOffId: 'nobody', index: 0 })).toMatchObject({
      failure: { code: 'handOffGone' },
    });
  });

  it('writes nothing when a secret does not open, when a public key is mistyped, or when no place was chosen', async () => {
    const giver = computer();
    const credentialIds = [await giver.withCredential()];
    const { publicKey } = await quickAge.makeKeyPair();
    const mistyped = publicKey.slice(0, -1) + (publicKey.endsWith('q') ? 'p' : 'q');
    expect(await giver.write({ credentialIds, lock: { kind: 'recipients', recipients: [mistyped] } })).toMatchObject({
      failure: { code: 'inputInvalid', fields: [{ field: 'recipients', problem: 'invalid' }] },
    });
    expect(await giver.write({ credentialIds: ['nobody'] })).toMatchObject({ failure: { code: 'credentialMissing' } });
    expect(await giver.write({ pairIds: ['nobody'] })).toMatchObject({ failure: { code: 'pairMissing' } });
    giver.box.become('locked');
    expect(await giver.write({ credentialIds })).toMatchObject({ failure: { code: 'secretLocked' } });
    giver.box.become('none');
    giver.saveNowhere();
    expect(await giver.write({ credentialIds })).toEqual(ok(null));
    expect(giver.written).toEqual([]);
    expect(giver.activity.entries).toEqual([]);
  });

  it('in plain text is what a credentials file is, for this person only, and written down', async () => {
    const giver = computer();
    const credentialId = await giver.withCredential();
    await giver.service.writePlain({ of: { kind: 'credential', credentialId }, confirmation: 'plain text' });
    expect(giver.written).toMatchObject([{ privacy: 'private' }]);
    expect(readCredentials(lastFile(giver), 'file.txt')).toMatchObject({
      value: { clientId: '01234567890123456789', clientSecret: SECRET, tokenEndpoint: ENDPOINT },
    });
    expect(giver.activity.entries).toMatchObject([{ action: 'plainExport', outcome: { kind: 'written' } }]);
    expect(JSON.stringify(giver.activity.entries)).not.toContain(SECRET);
  });
});

describe('opening', () => {
  it('a file of another passphrase, a damaged one, one of another program: each is told, and nothing is kept of it', async () => {
    const giver = computer();
    await giver.write({ credentialIds: [await giver.withCredential()] });
    const bytes = lastFile(giver);
    const receiver = computer();
    const open = (file: Uint8Array, passphrase = PASSPHRASE) =>
      receiver.service.open({ handOffId: receiver.drop(file), passphrase });
    expect(await open(bytes, 'wrong horse')).toMatchObject({ failure: { code: 'handOffLocked' } });
    expect(await open(bytes.subarray(0, -1))).toMatchObject({ failure: { code: 'handOffDamaged' } });
    const lock = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
    const encrypted = (text: string) => quickAge.encrypt(new TextEncoder().encode(text), lock);
    expect(await open(await encrypted('a letter'))).toMatchObject({
      failure: { code: 'handOffNotOurs', isNewer: false },
    });
    const newer = JSON.stringify({ format: 'Fabric Registrar hand-off', formatVersion: 2 });
    expect(await open(await encrypted(newer))).toMatchObject({ failure: { code: 'handOffNotOurs', isNewer: true } });
    expect(await receiver.service.open({ handOffId: receiver.drop(bytes), passphrase: null })).toMatchObject({
      failure: { code: 'inputInvalid', fields: [{ field: 'passphrase', problem: 'required' }] },
    });
    expect(receiver.hubs.writes()).toBe(0);
  });

  it('a credentials file that the sender encrypted with age goes through the same review', async () => {
    const receiver = computer();
    const layout = plainLayout({ clientId: '0123', clientSecret: SECRET, tokenEndpoint: ENDPOINT });
    const lock = { kind: 'passphrase', passphrase: PASSPHRASE } as const;
    const handOffId = receiver.drop(await quickAge.encrypt(new TextEncoder().encode(layout), lock));
    const opened = valueOf(await receiver.service.open({ handOffId, passphrase: PASSPHRASE }));
    expect(opened).toMatchObject({ madeAtMs: null, backup: null });
    expect(opened.items).toMatchObject([{ kind: 'registration', clientId: '0123', isKnown: false }]);
    expect(JSON.stringify(opened)).not.toContain(SECRET);
    valueOf(await receiver.service.readCredential({ handOffId, index: 0 }));
    expect(receiver.drafted).toMatchObject([{ read: { clientId: '0123', clientSecret: SECRET }, handedOn: null }]);
  });

  it('needs a key of one’s own where the file was made for keys', async () => {
    const [giver, receiver] = [computer(), computer()];
    const credentialIds = [await giver.withCredential()];
    const { publicKey } = await quickAge.makeKeyPair();
    await giver.write({ credentialIds, lock: { kind: 'recipients', recipients: [publicKey] } });
    const open = () => receiver.service.open({ handOffId: receiver.drop(lastFile(giver)), passphrase: null });
    expect(await open()).toMatchObject({ failure: { code: 'handOffNotForKey', hasOwnKey: false } });
    await receiver.keys.make();
    expect(await open()).toMatchObject({ failure: { code: 'handOffNotForKey', hasOwnKey: true } });
  });

  it('works with the own key and with the ones before it until they are deleted', async () => {
    const [giver, receiver] = [computer(), computer()];
    const credentialIds = [await giver.withCredential()];
    const { publicKey } = valueOf(await receiver.keys.make());
    await giver.write({ credentialIds, lock: { kind: 'recipients', recipients: [publicKey] } });
    const open = () => receiver.service.open({ handOffId: receiver.drop(lastFile(giver)), passphrase: null });
    expect(await open()).toMatchObject({ ok: true });
    const second = valueOf(await receiver.keys.make());
    expect(second).toMatchObject({ earlierKeys: 1 });
    expect(second.publicKey).not.toBe(publicKey);
    expect(await open()).toMatchObject({ ok: true });
    receiver.box.become('locked');
    expect(await open()).toMatchObject({ failure: { code: 'secretLocked' } });
    expect(receiver.keys.own()).toMatchObject({ secretState: 'locked' });
    receiver.box.become('none');
    valueOf(receiver.keys.dropEarlier());
    expect(await open()).toMatchObject({ failure: { code: 'handOffNotForKey', hasOwnKey: true } });
    expect(receiver.keyStore.text()).not.toContain('AGE-SECRET-KEY');
  });
});

describe('a key without a keystore', () => {
  it('lasts for this run, says so, and gives way to the next one', async () => {
    const { keys, box } = computer();
    box.become('unprotected');
    const first = valueOf(await keys.make());
    expect(first).toMatchObject({ protection: { level: 'sessionOnly' }, secretState: 'ready', earlierKeys: 0 });
    const second = valueOf(await keys.make());
    expect(second).toMatchObject({ protection: { level: 'sessionOnly' }, earlierKeys: 1 });
    expect(second.publicKey).not.toBe(first.publicKey);
    expect(valueOf(await keys.identities())).toHaveLength(2);
  });

  it('of an earlier run opens nothing, says what helps, and gives way to the next one', async () => {
    const [giver, before] = [computer(), computer()];
    before.box.become('unprotected');
    const { publicKey } = valueOf(await before.keys.make());
    await giver.write({
      credentialIds: [await giver.withCredential()],
      lock: { kind: 'recipients', recipients: [publicKey] },
    });
    const after = computer(memoryRecordStore(emptyStoredHubs), before.keyStore);
    expect(after.keys.own()).toMatchObject({ publicKey, secretState: 'forgotten' });
    const open = () => after.service.open({ handOffId: after.drop(lastFile(giver), 'f.age'), passphrase: null });
    expect(await open()).toEqual(fail({ code: 'ownKeyGone', fileName: 'f.age', isForgotten: true }));
    expect(valueOf(await after.keys.make())).toMatchObject({ earlierKeys: 0 });
    expect(await open()).toMatchObject({ failure: { code: 'handOffNotForKey' } });
    const elsewhere = computer(memoryRecordStore(emptyStoredHubs), after.keyStore);
    const handOffId = elsewhere.drop(lastFile(giver), 'f.age');
    expect(await elsewhere.service.open({ handOffId, passphrase: null })).toEqual(
      fail({ code: 'ownKeyGone', fileName: 'f.age', isForgotten: false }),
    );
  });
});

describe('the document', () => {
  const text = fc.string({ minLength: 1, maxLength: 60 }).filter((value) => /^[\x21-\x7e]+$/.test(value));
  const name = text.map((value) => value.trim());
  const handed = fc.record({
    kind: fc.constant('registration' as const),
    hubName: name,
    baseUrl: fc.constant(`${ORIGIN}/prweb/api/ppf/v1`),
    tokenEndpoint: fc.constant(ENDPOINT),
    clientAuthentication: fc.constantFrom('body' as const, 'basic' as const),
    label: name,
    clientId: text,
    clientSecret: text,
    note: fc.constant(''),
    expiresAtMs: fc.option(fc.nat()),
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.array(handed, { maxLength: 5 }), (credentials) => {
        const document = { madeAtMs: 5, note: 'two\nlines', credentials, backup: null };
        expect(parseHandOff(formatHandOff(document))).toMatchObject({ value: document });
      }),
    );
  });

  it('in plain text is read back by the app’s own reader, whatever the values look like', () => {
    fc.assert(
      fc.property(text, text, (clientId, clientSecret) => {
        const layout = plainLayout({ clientId, clientSecret, tokenEndpoint: ENDPOINT });
        const read = readCredentials(new TextEncoder().encode(layout), 'file.txt');
        if (read.ok) expect(read.value).toMatchObject({ clientId, clientSecret, tokenEndpoint: ENDPOINT });
      }),
    );
  });

  it('with one credential that cannot be right is refused as a whole', () => {
    const good = { kind: 'registration', hubName: 'Hub', baseUrl: ORIGIN, tokenEndpoint: ENDPOINT } as const;
    const rest = {
      clientAuthentication: 'body',
      label: 'L',
      clientSecret: SECRET,
      note: '',
      expiresAtMs: null,
    } as const;
    const one = { ...good, ...rest, clientId: '1' };
    for (const wrong of [
      { ...one, tokenEndpoint: 'http://hub.example/token' },
      { ...one, clientSecret: 'two words' },
      { ...one, hubName: '' },
      { ...one, expiresAtMs: 1e300 },
      { ...one, expiresAtMs: 8_640_000_000_000_001 },
      { ...one, clientId: 'line\nbreak' },
    ]) {
      const document = formatHandOff({ madeAtMs: 5, note: '', credentials: [one, wrong], backup: null });
      expect(parseHandOff(document)).toEqual({ ok: false, failure: 'unreadable' });
    }
  });
});
