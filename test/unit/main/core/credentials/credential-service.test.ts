import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { ConnectionReport, CredentialsDraft, Hub } from '#contract/credentials.ts';
import type { SaveDraftInput } from '#contract/inputs.ts';
import { CREDENTIALS_LIMIT_BYTES } from '#contract/limits.ts';
import { defaultSettings } from '#contract/settings.ts';
import { noWays } from '../../../../../main/core/backup/backed-up-ways.ts';
import { backupOf } from '../../../../../main/core/backup/backup-document.ts';
import { keptBackups } from '../../../../../main/core/backup/kept-backups.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { credentialService } from '../../../../../main/core/credentials/credential-service.ts';
import { CredentialVault } from '../../../../../main/core/credentials/credential-vault.ts';
import type { ImportedFile } from '../../../../../main/core/downloads/imported-file.ts';
import { hubBook } from '../../../../../main/core/hubs/hub-book.ts';
import { emptyStoredHubs, type StoredHubs } from '../../../../../main/core/hubs/stored-hubs.ts';
import type { FileReader, StorageFailure } from '../../../../../main/core/ports.ts';
import type { ClientAccess } from '../../../../../main/core/tokens/client-access.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore, type MemoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const FIXTURE = readFileSync(resolve(import.meta.dirname, '../../../../fixtures/credentials/pega-alternating.txt'));
const SECRET = 'FAKE0123456789ABCDEF0123456789AB';
const HOST = 'https://hub.example';
const ENDPOINT = `${HOST}/prweb/PRRestService/oauth2/v1/token`;
const BASE_URL = `${HOST}/prweb/api/ppf/v1`;
const PRACTICE = 'http://127.0.0.1:8099';

const REPORT: ConnectionReport = {
  operator: 'areks1',
  accessGroup: 'PPF:Configurators',
  tokenLifetimeSeconds: 3600,
  registrationCount: 12,
  durationMs: 40,
};

/** What a person may note of a credential, and did not. */
const UNNOTED = { note: '', expiresAtMs: null } as const;

interface FileContent {
  readonly id?: string;
  readonly secret?: string;
  readonly endpoint?: string | null;
}

/** A file as Pega writes it. */
function file({ id = '01234567890123456789', secret = SECRET, endpoint = ENDPOINT }: FileContent = {}): string {
  const lines = ['Client ID', id, 'Client Secret', secret];
  return [...lines, ...(endpoint === null ? [] : ['Access token endpoint', endpoint])].join('\n');
}

function valueOf<Value>(result: Result<Value>): Value {
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

interface Start {
  readonly store?: MemoryRecordStore<StoredHubs>;
  readonly box?: ReturnType<typeof scriptedSecretBox>;
}

/** The service as it is after the app was started with this store on this machine. */
function start({ store = memoryRecordStore(emptyStoredHubs), box = scriptedSecretBox() }: Start = {}) {
  let lastId = 0;
  const files = new Map<string, Awaited<ReturnType<FileReader['read']>>>();
  const events = {
    onHubsChanged: vi.fn<() => void>(),
    onCredentialReplaced: vi.fn<(id: string) => void>(),
    onCredentialRemoved: vi.fn<(id: string) => void>(),
    onImported: vi.fn<(file: ImportedFile) => Promise<void>>(() => Promise.resolve()),
    removeKept: vi.fn<(id: string) => Promise<Result<null, StorageFailure>>>(() => Promise.resolve(ok(null))),
  };
  const asked: { access?: ClientAccess; credentialId?: string; baseUrl: string }[] = [];
  const book = hubBook(store);
  const vault = new CredentialVault({ book, secretBox: box, onStateChanged: events.onHubsChanged });
  const { hubs, credentials } = credentialService({
    book,
    vault,
    secretBox: box,
    fileReader: {
      read: (path) =>
        Promise.resolve(files.get(path) ?? fail({ code: 'fileMissing', fileName: path.split('/').at(-1) ?? '' })),
    },
    clock: fixedClock(1000),
    newId: () => `id-${(lastId += 1)}`,
    connectionTest: {
      testDraft(access, baseUrl) {
        asked.push({ access, baseUrl });
        return Promise.resolve(ok(REPORT));
      },
      testSaved(credentialId, baseUrl) {
        asked.push({ credentialId, baseUrl });
        return Promise.resolve(ok(REPORT));
      },
    },
    practiceHubOrigin: () => PRACTICE,
    sealedFiles: { keep: () => null },
    backups: keptBackups(() => 'plan-1'),
    ...events,
  });

  const read = async (text: string): Promise<CredentialsDraft> => valueOf(await credentials.readText({ text }));
  function inputOf(draft: CredentialsDraft, change: Partial<SaveDraftInput> = {}): SaveDraftInput {
    return {
      draftId: draft.draftId,
      hubName: draft.suggestedHubName,
      credentialLabel: draft.suggestedLabel,
      baseUrl: draft.suggestedBaseUrl,
      clientAuthentication: 'body',
      ...change,
    };
  }
  const save = async (text: string, change: Partial<SaveDraftInput> = {}) =>
    valueOf(await credentials.saveDraft(inputOf(await read(text), change)));
  const list = async (): Promise<readonly Hub[]> => valueOf(await hubs.list());

  return { store, box, files, events, asked, vault, hubs, credentials, read, inputOf, save, list };
}

describe('reading credentials', () => {
  it('offers everything but the secret, and stores nothing', async () => {
    const { store, read } = start();
    const draft = await read(file());
    expect(draft).toEqual({
      draftId: 'id-1',
      fileName: '',
      clientId: '01234567890123456789',
      secretMask: '••••••••89AB',
      tokenEndpoint: ENDPOINT,
      suggestedBaseUrl: BASE_URL,
      suggestedHubName: 'Hub',
      suggestedLabel: 'Configurator',
      suggestedNote: '',
      suggestedExpiresAtMs: null,
      ignoredLabels: [],
      replaces: null,
      protection: { level: 'osKeystore', backend: 'gnome_libsecret' },
      isPracticeHub: false,
    });
    expect(JSON.stringify(draft)).not.toContain(SECRET);
    expect(store.writes()).toBe(0);
  });

  it('takes a file by its path', async () => {
    const { files, credentials } = start();
    files.set('/home/person/creds.txt', ok({ fileName: 'creds.txt', bytes: FIXTURE }));
    const draft = valueOf(await credentials.readFile({ kind: 'path', path: '/home/person/creds.txt' }));
    expect(draft).toMatchObject({
      fileName: 'creds.txt',
      tokenEndpoint: ENDPOINT,
      ignoredLabels: ['Authorization endpoint', 'Token revocation endpoint'],
    });
  });

  it('knows a backup of hubs and settings, and keeps it to be taken over', async () => {
    const { files, store, credentials } = start();
    const backup = backupOf({ hubs: [], settings: defaultSettings, ways: { of: () => noWays }, madeAtMs: 5 });
    const drop = (document: unknown) => {
      const text = `\uFEFF${JSON.stringify(document)}`;
      files.set('/b.json', ok({ fileName: 'b.json', bytes: new TextEncoder().encode(text) }));
      return credentials.readFile({ kind: 'path', path: '/b.json' });
    };
    expect(await drop(backup)).toEqual(fail({ code: 'fileIsBackup', fileName: 'b.json', planId: 'plan-1' }));
    expect(await drop({ ...backup, formatVersion: 99 })).toEqual(
      fail({ code: 'backupUnreadable', fileName: 'b.json', isNewer: true }),
    );
    expect(await drop({ hello: 'world' })).toMatchObject({ failure: { code: 'notCredentials', found: 'otherJson' } });
    expect(store.writes()).toBe(0);
  });

  it('passes on why a file was not read', async () => {
    const { credentials } = start();
    expect(await credentials.readFile({ kind: 'path', path: '/gone.txt' })).toEqual({
      ok: false,
      failure: { code: 'fileMissing', fileName: 'gone.txt' },
    });
  });

  it('takes the bytes of a file that has no path', async () => {
    const { credentials } = start();
    const given = { kind: 'bytes', fileName: 'creds.txt', bytes: FIXTURE, sizeBytes: FIXTURE.length } as const;
    expect(valueOf(await credentials.readFile(given))).toMatchObject({
      fileName: 'creds.txt',
      tokenEndpoint: ENDPOINT,
    });
  });

  it('tells the true size of a file of which only the beginning was handed over', async () => {
    const { credentials } = start();
    const bytes = new Uint8Array(CREDENTIALS_LIMIT_BYTES + 1);
    expect(await credentials.readFile({ kind: 'bytes', fileName: 'a.iso', bytes, sizeBytes: 50_000_000 })).toEqual({
      ok: false,
      failure: { code: 'fileTooLarge', fileName: 'a.iso', sizeBytes: 50_000_000, limitBytes: CREDENTIALS_LIMIT_BYTES },
    });
  });

  it('leaves the keystore alone while there is no secret', async () => {
    const { box, credentials } = start();
    expect(await credentials.readText({ text: 'hello' })).toEqual({
      ok: false,
      failure: { code: 'notCredentials', fileName: '', found: 'text' },
    });
    expect(box.touched).toEqual({ protection: 0, seal: 0, open: 0 });
  });

  it('says when the secret will live for this run only', async () => {
    const { box, read } = start();
    box.become('unprotected');
    expect(await read(file())).toMatchObject({ protection: { level: 'sessionOnly', backend: 'none' } });
  });

  it('knows the practice hub', async () => {
    const { read } = start();
    expect(await read(file({ endpoint: `${PRACTICE}/prweb/PRRestService/oauth2/v1/token` }))).toMatchObject({
      isPracticeHub: true,
      suggestedHubName: 'Practice hub',
      suggestedBaseUrl: `${PRACTICE}/prweb/api/ppf/v1`,
    });
  });

  it('asks for the hub when the file names no token endpoint', async () => {
    const { read } = start();
    expect(await read(file({ endpoint: null }))).toMatchObject({
      tokenEndpoint: null,
      suggestedBaseUrl: '',
      suggestedHubName: '',
      suggestedLabel: 'Configurator',
      isPracticeHub: false,
    });
  });

  it('offers the hub that is there for another operator of it', async () => {
    const { read, save } = start();
    await save(file(), { hubName: 'Acme' });
    expect(await read(file({ id: '2' }))).toMatchObject({
      suggestedHubName: 'Acme',
      suggestedLabel: 'Configurator 2',
      replaces: null,
    });
  });

  it('offers a name that is free for another hub', async () => {
    const { read, save } = start();
    await save(file());
    const other = await read(file({ endpoint: 'https://hub.other.example/prweb/PRRestService/oauth2/v1/token' }));
    expect(other).toMatchObject({ suggestedHubName: 'Hub 2', suggestedLabel: 'Configurator' });
  });

  it('says whose secret it would replace, and keeps what was corrected there', async () => {
    const { read, save } = start();
    const corrected = 'https://api.hub.example/prweb/api/ppf/v1';
    await save(file(), { hubName: 'Acme', credentialLabel: 'Mine', baseUrl: corrected });
    expect(await read(file({ secret: 'FAKE-rotated-secret-of-the-client' }))).toMatchObject({
      suggestedHubName: 'Acme',
      suggestedLabel: 'Mine',
      suggestedBaseUrl: corrected,
      replaces: { label: 'Mine', hubName: 'Acme' },
    });
  });
});

describe('a draft', () => {
  it('can be discarded, twice if need be, and is gone then', async () => {
    const { credentials, read, inputOf } = start();
    const draft = await read(file());
    const { draftId } = draft;
    expect(await credentials.discardDraft({ draftId })).toEqual({ ok: true, value: null });
    expect(await credentials.discardDraft({ draftId })).toEqual({ ok: true, value: null });
    const gone = { ok: false, failure: { code: 'draftGone' } };
    expect(await credentials.saveDraft(inputOf(draft))).toEqual(gone);
    expect(await credentials.testDraft({ draftId, baseUrl: BASE_URL, clientAuthentication: 'body' })).toEqual(gone);
  });

  it('is one of the last fifty', async () => {
    const { credentials, read, inputOf } = start();
    const first = await read(file());
    const second = await read(file());
    for (let count = 0; count < 49; count += 1) await read(file());
    expect(await credentials.saveDraft(inputOf(first))).toMatchObject({ failure: { code: 'draftGone' } });
    expect(await credentials.saveDraft(inputOf(second))).toMatchObject({ ok: true });
  });

  it('is tested with its secret, bound to its hosts', async () => {
    const { credentials, read, asked, store } = start();
    const { draftId } = await read(file());
    const baseUrl = 'https://API.example:8443/prweb/api/ppf/v1/';
    expect(await credentials.testDraft({ draftId, baseUrl, clientAuthentication: 'basic' })).toEqual(ok(REPORT));
    expect(asked).toEqual([
      {
        access: {
          clientId: '01234567890123456789',
          clientSecret: SECRET,
          tokenEndpoint: ENDPOINT,
          clientAuthentication: 'basic',
          boundOrigins: [HOST, 'https://api.example:8443'],
        },
        baseUrl: 'https://api.example:8443/prweb/api/ppf/v1',
      },
    ]);
    expect(store.writes()).toBe(0);
  });

  it('keeps the token endpoint of its file, whatever address is given', async () => {
    const { credentials, read, asked } = start();
    const { draftId } = await read(file());
    const given = {
      draftId,
      baseUrl: BASE_URL,
      hubAddress: 'https://evil.example',
      clientAuthentication: 'body',
    } as const;
    await credentials.testDraft(given);
    expect(asked[0]?.access?.tokenEndpoint).toBe(ENDPOINT);
  });

  it('without a token endpoint takes it from the address of the hub', async () => {
    const { credentials, read, asked } = start();
    const { draftId } = await read(file({ endpoint: null }));
    const input = { draftId, baseUrl: BASE_URL, clientAuthentication: 'body' } as const;
    await credentials.testDraft({ ...input, hubAddress: 'https://hub.example/prweb' });
    expect(asked[0]?.access?.tokenEndpoint).toBe(ENDPOINT);
    for (const given of [input, { ...input, hubAddress: '' }]) {
      expect(await credentials.testDraft(given)).toEqual({
        ok: false,
        failure: { code: 'inputInvalid', fields: [{ field: 'hubAddress', problem: 'required' }] },
      });
    }
  });
});

describe('saving a draft', () => {
  it('makes the hub, puts the credential in use and drops the draft', async () => {
    const { credentials, read, inputOf, events, list } = start();
    const draft = await read(file());
    const outcome = valueOf(await credentials.saveDraft(inputOf(draft, { clientAuthentication: 'basic' })));
    expect(outcome).toEqual({
      kind: 'added',
      credentialId: outcome.hub.credentialInUseId,
      hub: {
        id: 'id-2',
        name: 'Hub',
        baseUrl: BASE_URL,
        isPracticeHub: false,
        credentialInUseId: outcome.credentialId,
        credentials: [
          {
            id: outcome.credentialId,
            label: 'Configurator',
            clientId: '01234567890123456789',
            secretMask: '••••••••89AB',
            tokenEndpoint: ENDPOINT,
            clientAuthentication: 'basic',
            protection: { level: 'osKeystore', backend: 'gnome_libsecret' },
            secretState: 'ready',
            savedAtMs: 1000,
            note: '',
            expiresAtMs: null,
            dismissedReminder: null,
            lastUsedAtMs: null,
            lastOperator: '',
            lastAccessGroup: '',
            replacedSecret: null,
          },
        ],
      },
    });
    expect(await list()).toEqual([outcome.hub]);
    expect(events.onHubsChanged).toHaveBeenCalledTimes(1);
    expect(events.onCredentialReplaced).not.toHaveBeenCalled();
    expect(await credentials.saveDraft(inputOf(draft))).toMatchObject({ failure: { code: 'draftGone' } });
  });

  it('is there after a restart, and its secret opens', async () => {
    const { store, box, save } = start();
    const { credentialId, hub } = await save(file());
    const again = start({ store, box });
    expect(await again.list()).toEqual([hub]);
    expect(valueOf(await again.vault.open(credentialId)).clientSecret).toBe(SECRET);
  });

  it('finds the hub by its base URL, however that is written', async () => {
    const { save, list } = start();
    await save(file(), { hubName: 'Acme' });
    const second = await save(file({ id: '2' }), { baseUrl: 'HTTPS://HUB.example:443/prweb/api/ppf/v1/' });
    expect(second).toMatchObject({ kind: 'added', hub: { name: 'Acme', credentialInUseId: second.credentialId } });
    expect(await list()).toHaveLength(1);
  });

  it('renames the hub that is there only when the person changed the name', async () => {
    const { save } = start();
    await save(file(), { hubName: 'Acme' });
    expect((await save(file({ id: '2' }))).hub.name).toBe('Acme');
    expect((await save(file({ id: '3' }), { hubName: 'Acme test' })).hub.name).toBe('Acme test');
    const withoutSuggestion = await save(file({ id: '4', endpoint: null }), {
      hubName: 'Some name',
      baseUrl: BASE_URL,
      hubAddress: HOST,
    });
    expect(withoutSuggestion.hub.name).toBe('Acme test');
  });

  it('of the same client is a rotation: the old secret is set aside, its token is gone', async () => {
    const { save, vault, events, store } = start();
    const first = await save(file());
    const before = store.text();
    const second = await save(file({ secret: 'FAKE-rotated-secret-of-the-client' }), { credentialLabel: 'Mine' });
    expect(second).toMatchObject({
      kind: 'rotated',
      credentialId: first.credentialId,
      hub: { credentials: [{ label: 'Mine', secretMask: '••••••••ient' }] },
    });
    expect(events.onCredentialReplaced).toHaveBeenCalledExactlyOnceWith(first.credentialId);
    expect(valueOf(await vault.open(first.credentialId)).clientSecret).toBe('FAKE-rotated-secret-of-the-client');
    const sealed = /"ciphertext":"([^"]+)"/.exec(before)?.[1] ?? 'none';
    expect(store.read().hubs[0]?.credentials[0]).toMatchObject({ previousSecret: { ciphertext: sealed } });
    expect(second.hub.credentials[0]?.replacedSecret).toMatchObject({
      secretMask: '••••••••89AB',
      secretState: 'ready',
    });
  });

  it('of the same client on a derived endpoint is a rotation too', async () => {
    const { save } = start();
    const first = await save(file());
    const second = await save(file({ endpoint: null }), {
      hubName: 'x',
      baseUrl: BASE_URL,
      hubAddress: `${HOST}/prweb`,
    });
    expect(second).toMatchObject({ kind: 'rotated', credentialId: first.credentialId });
  });

  it('with a corrected base URL moves the credential and binds it to the new host', async () => {
    const { save, vault, list } = start();
    const first = await save(file());
    const moved = await save(file(), { baseUrl: 'https://api.example/prweb/api/ppf/v1', hubName: 'Api' });
    expect(moved).toMatchObject({ kind: 'rotated', credentialId: first.credentialId, hub: { name: 'Api' } });
    expect(valueOf(await vault.open(first.credentialId)).boundOrigins).toEqual([HOST, 'https://api.example']);
    expect((await list()).map(({ name, credentials }) => [name, credentials.length])).toEqual([
      ['Api', 1],
      ['Hub', 0],
    ]);
  });

  it('marks the practice hub', async () => {
    const { save } = start();
    const { hub } = await save(file({ endpoint: `${PRACTICE}/prweb/PRRestService/oauth2/v1/token` }));
    expect(hub).toMatchObject({ isPracticeHub: true, name: 'Practice hub' });
  });

  it('changes nothing when the disk refuses, and the draft can be saved later', async () => {
    const { store, credentials, read, inputOf, list, events } = start();
    const draft = await read(file());
    store.refuse('full');
    expect(await credentials.saveDraft(inputOf(draft))).toEqual({
      ok: false,
      failure: { code: 'storageFailed', cause: 'full' },
    });
    expect(await list()).toEqual([]);
    expect(events.onHubsChanged).not.toHaveBeenCalled();
    store.accept();
    expect(await credentials.saveDraft(inputOf(draft))).toMatchObject({ ok: true, value: { kind: 'added' } });
  });

  it('keeps the old secret when the disk refuses the new one', async () => {
    const { store, save, credentials, read, inputOf, vault, box } = start();
    box.become('unprotected');
    const { credentialId } = await save(file());
    const draft = await read(file({ secret: 'FAKE-rotated-secret-of-the-client' }));
    store.refuse('denied');
    expect(await credentials.saveDraft(inputOf(draft))).toMatchObject({ failure: { code: 'storageFailed' } });
    expect(valueOf(await vault.open(credentialId)).clientSecret).toBe(SECRET);
  });

  it('can be tried again when the keystore was locked', async () => {
    const { box, credentials, read, inputOf, list } = start();
    const draft = await read(file());
    box.become('locked');
    expect(await credentials.saveDraft(inputOf(draft))).toEqual({ ok: false, failure: { code: 'secretLocked' } });
    expect(await list()).toEqual([]);
    box.become('none');
    expect(await credentials.saveDraft(inputOf(draft))).toMatchObject({ ok: true });
  });

  it('without any protection keeps the secret for this run only', async () => {
    const { box, store, save, list } = start();
    box.become('unprotected');
    const { hub } = await save(file());
    expect(hub.credentials[0]).toMatchObject({
      protection: { level: 'sessionOnly', backend: 'none' },
      secretState: 'ready',
      secretMask: '••••••••89AB',
    });
    const again = start({ store, box });
    expect((await again.list())[0]?.credentials[0]).toMatchObject({
      secretState: 'forgotten',
      secretMask: '••••••••',
    });
    expect(await list()).toHaveLength(1);
  });

  it('loses none of two that are saved at once', async () => {
    const { box, credentials, read, inputOf, list } = start();
    const [one, two] = [await read(file({ id: '1' })), await read(file({ id: '2' }))];
    const release = box.holdNext();
    const waiting = credentials.saveDraft(inputOf(one));
    expect(await credentials.saveDraft(inputOf(two))).toMatchObject({ value: { kind: 'added' } });
    release();
    expect(await waiting).toMatchObject({ value: { kind: 'added' } });
    const [hub, ...others] = await list();
    expect(others).toEqual([]);
    expect(hub?.credentials.map(({ clientId, label }) => [clientId, label])).toEqual([
      ['2', 'Configurator'],
      ['1', 'Configurator 2'],
    ]);
  });

  it('happens once when it is asked for twice', async () => {
    const { box, credentials, read, inputOf, list } = start();
    const draft = await read(file());
    const release = box.holdNext();
    const first = credentials.saveDraft(inputOf(draft));
    expect(await credentials.saveDraft(inputOf(draft))).toMatchObject({ ok: true });
    release();
    expect(await first).toMatchObject({ failure: { code: 'draftGone' } });
    expect((await list())[0]?.credentials).toHaveLength(1);
  });

  it('does not happen when the draft was discarded while the keystore asked the person', async () => {
    const { box, credentials, read, inputOf, list } = start();
    const draft = await read(file());
    const release = box.holdNext();
    const saving = credentials.saveDraft(inputOf(draft));
    await credentials.discardDraft({ draftId: draft.draftId });
    release();
    expect(await saving).toMatchObject({ failure: { code: 'draftGone' } });
    expect(await list()).toEqual([]);
  });
});

describe('a draft whose review promised sealing', () => {
  it('is not saved for this session only when the keystore has gone meanwhile, and nothing is replaced', async () => {
    const { box, credentials, events, read, inputOf, save, store } = start();
    await save(file());
    const writes = store.writes();
    const rotation = await read(file({ secret: 'FAKE-another-secret' }));
    box.become('unprotected');
    expect(await credentials.saveDraft(inputOf(rotation))).toEqual(fail({ code: 'protectionGone' }));
    expect(store.writes()).toBe(writes);
    expect(events.onCredentialReplaced).not.toHaveBeenCalled();
    box.become('none');
    expect(valueOf(await credentials.saveDraft(inputOf(rotation)))).toMatchObject({ kind: 'rotated' });
  });
});

describe('a saved credential', () => {
  it('is tested at its hub', async () => {
    const { save, credentials, asked } = start();
    const { credentialId } = await save(file());
    expect(await credentials.test({ credentialId })).toEqual(ok(REPORT));
    expect(asked).toEqual([{ credentialId, baseUrl: BASE_URL }]);
    expect(await credentials.test({ credentialId: 'none' })).toMatchObject({ failure: { code: 'credentialMissing' } });
  });

  it('can be put in use instead of another', async () => {
    const { save, credentials, events } = start();
    const first = await save(file());
    await save(file({ id: '2' }));
    events.onHubsChanged.mockClear();
    const hub = valueOf(await credentials.use({ credentialId: first.credentialId }));
    expect(hub.credentialInUseId).toBe(first.credentialId);
    expect(events.onHubsChanged).toHaveBeenCalledTimes(1);
  });

  it('can be relabelled; only another way to authenticate makes its token worthless', async () => {
    const { save, credentials, events } = start();
    const { credentialId } = await save(file());
    const relabelled = await credentials.change({
      ...UNNOTED,
      credentialId,
      label: 'Mine',
      clientAuthentication: 'body',
    });
    expect(valueOf(relabelled).credentials[0]).toMatchObject({ label: 'Mine', clientAuthentication: 'body' });
    expect(events.onCredentialReplaced).not.toHaveBeenCalled();
    await credentials.change({ ...UNNOTED, credentialId, label: 'Mine', clientAuthentication: 'basic' });
    expect(events.onCredentialReplaced).toHaveBeenCalledExactlyOnceWith(credentialId);
  });

  it('goes with its secret, and its hub stays', async () => {
    const { save, credentials, events, store, box, vault } = start();
    box.become('unprotected');
    const { credentialId } = await save(file());
    const hub = valueOf(await credentials.remove({ credentialId }));
    expect(hub).toMatchObject({ credentials: [], credentialInUseId: null });
    expect(events.onCredentialRemoved).toHaveBeenCalledExactlyOnceWith(credentialId);
    expect(await vault.open(credentialId)).toMatchObject({ failure: { code: 'credentialMissing' } });
    expect(store.text()).not.toContain('0123456789');
  });

  it('stays as it is when the disk refuses', async () => {
    const { save, credentials, store, events, list } = start();
    const { credentialId, hub } = await save(file());
    events.onHubsChanged.mockClear();
    store.refuse('full');
    const refused = { ok: false, failure: { code: 'storageFailed', cause: 'full' } };
    expect(await credentials.remove({ credentialId })).toEqual(refused);
    expect(await credentials.use({ credentialId })).toEqual(refused);
    expect(await credentials.change({ ...UNNOTED, credentialId, label: 'x', clientAuthentication: 'basic' })).toEqual(
      refused,
    );
    expect(await list()).toEqual([hub]);
    expect(events.onCredentialRemoved).not.toHaveBeenCalled();
    expect(events.onCredentialReplaced).not.toHaveBeenCalled();
    expect(events.onHubsChanged).not.toHaveBeenCalled();
  });

  it('shows what the last attempt to open it said', async () => {
    const { save, vault, box, list, events } = start();
    const { credentialId } = await save(file());
    events.onHubsChanged.mockClear();
    box.become('locked');
    await vault.open(credentialId);
    expect((await list())[0]?.credentials[0]?.secretState).toBe('locked');
    expect(events.onHubsChanged).toHaveBeenCalledTimes(1);
  });
});

describe('saved hubs', () => {
  it('are listed by name, numbers in their order, without the keystore', async () => {
    const { save, list, box } = start();
    for (const name of ['Hub 10', 'hub 9', 'Acme']) {
      const endpoint = `https://${name.replace(' ', '-')}.example/prweb/PRRestService/oauth2/v1/token`;
      await save(file({ endpoint }), { hubName: name });
    }
    const { protection, open } = box.touched;
    expect((await list()).map(({ name }) => name)).toEqual(['Acme', 'hub 9', 'Hub 10']);
    expect(box.touched).toMatchObject({ protection, open });
  });

  it('can be renamed, with a number when the name is taken', async () => {
    const { save, hubs, events } = start();
    const { hub } = await save(file());
    await save(file({ endpoint: 'https://other.example/prweb/PRRestService/oauth2/v1/token' }));
    events.onHubsChanged.mockClear();
    expect(valueOf(await hubs.rename({ hubId: hub.id, name: 'OTHER' })).name).toBe('OTHER 2');
    expect(events.onHubsChanged).toHaveBeenCalledTimes(1);
    expect(await hubs.rename({ hubId: 'none', name: 'x' })).toMatchObject({ failure: { code: 'hubMissing' } });
  });

  it('go with their credentials and their saved copy', async () => {
    const { save, hubs, events, list, store } = start();
    const { hub, credentialId } = await save(file());
    expect(await hubs.remove({ hubId: hub.id })).toEqual(ok(null));
    expect(await list()).toEqual([]);
    expect(JSON.parse(store.text())).toEqual(emptyStoredHubs);
    expect(events.removeKept).toHaveBeenCalledExactlyOnceWith(hub.id);
    expect(events.onCredentialRemoved).toHaveBeenCalledExactlyOnceWith(credentialId);
    expect(await hubs.remove({ hubId: hub.id })).toMatchObject({ failure: { code: 'hubMissing' } });
    expect(events.removeKept).toHaveBeenCalledTimes(1);
  });

  it('stay when their saved copy or the record cannot be removed', async () => {
    const { save, hubs, events, list, store } = start();
    const { hub } = await save(file());
    const refused: Result<null, StorageFailure> = fail({ code: 'storageFailed', cause: 'denied' });
    const partly = { ok: false, failure: { code: 'hubPartlyRemoved', cause: 'denied' } };
    events.removeKept.mockResolvedValueOnce(refused);
    expect(await hubs.remove({ hubId: hub.id })).toEqual(partly);
    store.refuse('denied');
    expect(await hubs.remove({ hubId: hub.id })).toEqual(partly);
    expect(await list()).toEqual([hub]);
    expect(events.onCredentialRemoved).not.toHaveBeenCalled();
  });
});

it('no answer, event or record ever holds the secret', async () => {
  const { hubs, credentials, read, inputOf, store, events, box } = start();
  const answers: unknown[] = [];
  const keep = <Value>(answer: Value): Value => {
    answers.push(answer);
    return answer;
  };
  const draft = keep(await read(`${file()}\n${SECRET}\nnote\n${SECRET}: note`));
  box.become('locked');
  keep(await credentials.saveDraft(inputOf(draft)));
  box.become('none');
  store.refuse('full');
  keep(await credentials.saveDraft(inputOf(draft)));
  store.accept();
  keep(await credentials.testDraft({ draftId: draft.draftId, baseUrl: BASE_URL, clientAuthentication: 'body' }));
  const saved = valueOf(keep(await credentials.saveDraft(inputOf(draft))));
  keep(await credentials.test(saved));
  keep(await credentials.use(saved));
  keep(
    await credentials.change({
      ...UNNOTED,
      credentialId: saved.credentialId,
      label: 'x',
      clientAuthentication: 'basic',
    }),
  );
  keep(await hubs.list());
  keep(await credentials.readText({ text: file({ secret: `${SECRET} broken` }) }));
  keep(await credentials.readText({ text: file({ secret: `${SECRET}\u0007` }) }));
  keep(await credentials.readText({ text: `Client ID\n1\nClient Secret\n${SECRET}\nClient Secret\nFAKE-other` }));
  keep(await credentials.readText({ text: `{"client_secret":"${SECRET}"` }));
  keep(store.text());
  keep(await credentials.remove(saved));
  keep(await hubs.remove({ hubId: saved.hub.id }));
  keep(Object.values(events).map((event) => event.mock.calls));
  expect(answers.length).toBeGreaterThan(15);
  expect(JSON.stringify(answers)).not.toContain(SECRET.slice(0, 20));
});
