// The whole of main but Electron, asked through preload's own functions over an IPC that clones both ways: real files,
// real HTTP, the practice hub. A marker secret goes through everything and must not come back.
import '../../doubles/no-electron-download.ts';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { BridgeEvents, PageFile, WindowBridge } from '#contract/bridge.ts';
import { channels, eventChannels } from '#contract/channels.ts';
import type { CredentialsDraft } from '#contract/credentials.ts';
import type { Result } from '#contract/result.ts';
import { certificateFiles } from '../../../main/adapters/certificate-files.ts';
import { electronSecretBox } from '../../../main/adapters/electron-secret-box.ts';
import type { Keystore } from '../../../main/adapters/keystore-cipher.ts';
import { fileCopyStore } from '../../../main/adapters/file-copy-store.ts';
import { fileHistoryStore } from '../../../main/adapters/file-history-store.ts';
import { fileJournal } from '../../../main/adapters/file-journal.ts';
import { fileLog } from '../../../main/adapters/file-log.ts';
import { gotHttpClient } from '../../../main/adapters/got-http-client.ts';
import { localFileReader } from '../../../main/adapters/local-file-reader.ts';
import { localFileWriter } from '../../../main/adapters/local-file-writer.ts';
import { nodeNetworkProbe } from '../../../main/adapters/node-network-probe.ts';
import { papaparseCsv } from '../../../main/adapters/papaparse-csv.ts';
import { practiceHubRunner } from '../../../main/adapters/practice-hub-process.ts';
import { randomId } from '../../../main/adapters/random-id.ts';
import { certificateSeer } from '../../../main/adapters/see-certificates.ts';
import { systemClock } from '../../../main/adapters/system-clock.ts';
import { ownReferenceText, parseYaml } from '../../../main/adapters/yaml-reference.ts';
import { openRecords } from '../../../main/compose-records.ts';
import { composeSafe } from '../../../main/compose-vault.ts';
import { composeServices } from '../../../main/compose-services.ts';
import type { Bin } from '../../../main/core/downloads/bin.ts';
import { liveSecrets } from '../../../main/core/redaction/live-secrets.ts';
import { redactor } from '../../../main/core/redaction/redactor.ts';
import { watchInput } from '../../../main/core/redaction/watched-ports.ts';
import { hubBook } from '../../../main/core/hubs/hub-book.ts';
import { bridgeOf } from '../../../main/ipc/bridge-of.ts';
import { tellVia } from '../../../main/ipc/events.ts';
import { noticeBoard } from '../../../main/ipc/notice-board.ts';
import { practiceHubOperations } from '../../../main/ipc/practice-hub-operations.ts';
import { serve } from '../../../main/ipc/serve.ts';
import { startPracticeHub } from '../../../main/practice-hub/practice-hub.ts';
import type { PracticeHubOptions } from '../../../main/practice-hub/options.ts';
import type { PracticeHub } from '../../../main/practice-hub/practice-hub.ts';
import { forward } from '../../../preload/forward.ts';
import { filesBelow, searchFor } from '../../doubles/in-clear.ts';
import { loopbackIpc } from '../../doubles/loopback-ipc.ts';
import { quickAge } from '../../doubles/quick-age.ts';

const TLS_CERTIFICATE = 'test/fixtures/tls/certificate.pem';
const TLS_PRIVATE_KEY = 'test/fixtures/tls/private-key.pem';
/** What a person types that is as good as a secret; nobody asks the proxy. */
const TYPED = {
  'a password of a proxy': 'marker-proxy-password-7f3a',
  'a passphrase': 'marker-passphrase-7f3a',
  'a next passphrase': 'marker-next-passphrase-7f3a',
  'a passphrase of a hand-off': 'marker-hand-off-passphrase-7f3a',
  'a passphrase of a certificate': 'marker-certificate-passphrase-7f3a',
} as const;
/** Operations that the person types or pastes secrets into. */
const TYPED_INTO: readonly string[] = [
  channels.credentials.readText,
  channels.reach.setProxy,
  channels.reach.chooseClientCertificate,
  channels.handOff.write,
  channels.vault.unlock,
  channels.vault.protect,
  channels.vault.changePassphrase,
];
/** It starts a process of Electron's: practice-hub-process.test.ts and the tests in the real Electron do it. */
const ELSEWHERE: readonly string[] = [channels.practiceHub.start];
const OWN_FRAME = { url: 'app://main/index.html' };

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bridge-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Hides a text well enough that only its opening finds it again. `onTouched` hears of every call. */
function keystore(isThere: boolean, onTouched: () => void): Keystore {
  const told = <Value>(done: Value): Value => {
    onTouched();
    return done;
  };
  const flipped = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  return {
    isEncryptionAvailable: () => told(isThere),
    encryptString: (text) => told(Buffer.concat([Buffer.from('v11'), flipped(Buffer.from(text))])),
    decryptString: (bytes) => told(flipped(bytes.subarray(3)).toString()),
  };
}

interface App {
  readonly window: WindowBridge;
  /** The secrets that were put on the clipboard. */
  readonly copied: readonly string[];
  readonly traffic: ReturnType<typeof loopbackIpc>['traffic'];
  readonly heard: (keyof BridgeEvents)[];
  /** How often the keystore was touched, in whatever way. */
  readonly touches: () => number;
  settled(): Promise<void>;
}

/** A bin that is a folder. */
const binInto =
  (bin: string): Bin['put'] =>
  (filePath) => {
    fs.mkdirSync(bin, { recursive: true });
    fs.renameSync(filePath, path.join(bin, path.basename(filePath)));
    return Promise.resolve({ ok: true, value: null });
  };

/** The app over the test's data folder; started twice it is the same app after a restart. */
function startApp({ isKeystoreThere = true } = {}): App {
  const ipc = loopbackIpc();
  const live = liveSecrets();
  const log = fileLog({ folder: path.join(folder, 'logs'), clock: systemClock, redact: redactor(live) });
  const tell = tellVia(() => ipc.listener);
  let touches = 0;
  const records = openRecords({ folder, clock: systemClock, log });
  const notices = noticeBoard({
    store: records.notices.store,
    newId: randomId,
    onChanged: () => tell('noticesChanged', null),
  });
  if (records.hubs.recovery !== null) notices.addRecovery('storeRestored', records.hubs.recovery);
  const runner = practiceHubRunner({
    fork: () => {
      throw new Error('These tests start their hubs themselves');
    },
    folder: path.join(folder, 'practice-hub'),
    store: records.practiceHub.store,
    log,
    onChanged: () => undefined,
    onMoved: () => undefined,
  });
  const copyStore = fileCopyStore({ folder: path.join(folder, 'copies'), clock: systemClock, log });
  let areCopiesSaved = true;
  const copied: string[] = [];
  const history = fileHistoryStore({ folder: path.join(folder, 'copies'), log });
  const journal = fileJournal({ folder, name: 'activity', log });
  const clipboard = { clearsAfterMs: 30_000, put: (secret: string) => Promise.resolve(void copied.push(secret)) };
  const safe = composeSafe({
    records,
    keystore: electronSecretBox({ keystore: keystore(isKeystoreThere, () => (touches += 1)), platform: 'linux', log }),
    age: quickAge,
    newId: randomId,
    tell,
  });
  const services = composeServices({
    book: hubBook(records.hubs.store),
    records,
    copyStore,
    history,
    journal,
    clipboard,
    exporting: {
      askWhereToSave: (suggestedName) =>
        Promise.resolve({ path: path.join(folder, suggestedName), fileName: suggestedName }),
      files: localFileWriter,
      writeCsv: papaparseCsv,
      printPdf: () => Promise.resolve(new TextEncoder().encode('%PDF')),
    },
    reporting: {
      versions: () => ({ app: '0' }),
      lastLines: (mostCharacters) => log.lastLines(mostCharacters),
      redact: redactor(live),
      copyText: () => Promise.resolve(),
    },
    describing: { ownText: ownReferenceText, parseYaml },
    log,
    liveSecrets: live,
    secretBox: safe.box,
    safe,
    age: quickAge,
    setShield: () => undefined,
    network: {
      client: gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [] }),
      systemProxies: () => Promise.resolve([null]),
      seeCertificates: certificateSeer(() => []),
      certificateFiles,
      probe: nodeNetworkProbe(),
      chooseFiles: (what) =>
        Promise.resolve(what === 'certificates' ? [TLS_CERTIFICATE] : [TLS_CERTIFICATE, TLS_PRIVATE_KEY]),
    },
    patience: { pause: () => Promise.resolve(), chance: () => 0.5 },
    fileReader: localFileReader,
    bin: { put: binInto(path.join(folder, 'bin')) },
    clock: systemClock,
    newId: randomId,
    practiceHub: runner,
    notices,
    tell,
    onNotSaved: () => (areCopiesSaved = false),
  });
  const description = { version: '0', electronVersion: '0', chromiumVersion: '0', platform: 'linux' };
  serve({
    desk: ipc.desk,
    bridge: bridgeOf({
      ...services,
      machine: {
        describe: () => ({
          ...description,
          isDevelopmentRuntime: true,
          canSave: records.hubs.isKept && areCopiesSaved,
        }),
        copyText: () => Promise.resolve(),
        openLink: () => Promise.resolve(),
      },
      notices,
      // The backup that was saved last.
      chooseFile: (what) =>
        Promise.resolve(
          what === 'backup' ? (savedIn(folder, '.json').find((name) => name.includes('settings')) ?? null) : null,
        ),
      practiceHub: practiceHubOperations({
        runner,
        readFile: services.credentials.readFile,
        showFile: () => undefined,
        dragFile: () => undefined,
      }),
    }),
    isTrusted: ({ senderFrame }) => senderFrame === OWN_FRAME,
    onInput: (input) => watchInput(input, live),
    onBegun: () => undefined,
    newId: randomId,
    log,
  });
  const window = forward(ipc.messagesFrom(OWN_FRAME), (file) => pathsOfFiles.get(file) ?? '');
  const heard: (keyof BridgeEvents)[] = [];
  // SAFETY: the keys of this table are the names of the events (channels.ts checks it).
  for (const name of Object.keys(eventChannels) as (keyof BridgeEvents)[]) window.on(name, () => heard.push(name));
  const settled = async (): Promise<void> => {
    for (const writer of [copyStore, history, journal]) await writer.settled();
  };
  return { window, copied, traffic: ipc.traffic, heard, touches: () => touches, settled };
}

/** The files with this ending that were saved where a person chose, in the order of their names. */
function savedIn(where: string, ending: string): readonly string[] {
  const names = fs.readdirSync(where).filter((name) => name.includes(' '));
  return names.filter((name) => name.endsWith(ending)).map((name) => path.join(where, name));
}

const pathsOfFiles = new WeakMap<PageFile, string>();

function droppedFile(filePath: string): PageFile {
  const file: PageFile = { name: path.basename(filePath), size: 0, slice: () => ({ arrayBuffer: neverRead }) };
  pathsOfFiles.set(file, filePath);
  return file;
}

function neverRead(): never {
  throw new Error('A file with a path is not read by the page');
}

async function startHub(options: PracticeHubOptions = {}): Promise<{ hub: PracticeHub; file: string }> {
  const hub = await startPracticeHub({ port: 0, ...options });
  onTestFinished(() => hub.close());
  const file = path.join(folder, 'dropped-credentials.txt');
  fs.writeFileSync(file, hub.credentialsFileText());
  return { hub, file };
}

async function value<Value>(answer: Promise<Result<Value>>): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(`It failed: ${JSON.stringify(result.failure)}`);
  return result.value;
}

const connection = ({ draftId, suggestedBaseUrl }: CredentialsDraft) =>
  ({ draftId, baseUrl: suggestedBaseUrl, clientAuthentication: 'body' }) as const;

async function connected(window: WindowBridge, file: string) {
  const draft = await value(window.credentials.readFile({ file: droppedFile(file) }));
  return value(
    window.credentials.saveDraft({ ...connection(draft), hubName: 'Practice', credentialLabel: 'Configurator' }),
  );
}

const FORM = {
  systemUrl: 'https://sales.example/prweb',
  applicationName: 'Sales',
  applicationLabel: 'Sales desk',
  description: '',
  platform: 'Other',
  productionLevel: 3,
};

describe('from a dropped file to a registered application', () => {
  it('the main job runs over the bridge, and the window hears of every change', async () => {
    const { file } = await startHub();
    const { window, heard } = startApp();
    const draft = await value(window.credentials.readFile({ file: droppedFile(file) }));
    expect(draft.protection).toEqual({ level: 'osKeystore', backend: 'keyring' });
    expect(await value(window.credentials.testDraft(connection(draft)))).toMatchObject({ registrationCount: 12 });

    const saved = await connected(window, file);
    expect(saved).toMatchObject({ kind: 'added', hub: { name: 'Practice' } });
    const hubId = saved.hub.id;
    expect(await value(window.registrations.saved({ hubId }))).toBeNull();
    const { registrations } = await value(window.registrations.refresh({ hubId }));
    expect(registrations).toHaveLength(12);

    const { registration } = await value(window.registrations.register({ hubId, form: FORM }));
    expect(registration).toMatchObject({ applicationName: 'Sales', productionLevel: '3', status: { kind: 'pending' } });
    expect(await value(window.registrations.lookUp({ hubId, applicationName: 'Sales' }))).toHaveLength(1);
    expect(await value(window.tokens.status({ credentialId: saved.credentialId }))).toMatchObject({
      state: 'valid',
      accessGroup: 'PPF:Configurators',
    });
    expect(new Set(heard)).toEqual(
      new Set(['hubsChanged', 'tokenChanged', 'registrationsChanged', 'activityChanged', 'downloadsChanged']),
    );
  });

  it('a restart without the network finds the hubs and the registrations', async () => {
    const { hub, file } = await startHub();
    const first = startApp();
    const { hub: saved } = await connected(first.window, file);
    const copy = await value(first.window.registrations.refresh({ hubId: saved.id }));
    const hubs = await value(first.window.hubs.list());
    expect(hubs).toMatchObject([{ id: saved.id }]);
    await first.settled();
    await hub.close();

    const { window } = startApp();
    expect(await value(window.hubs.list())).toEqual(hubs);
    expect(await value(window.registrations.saved({ hubId: saved.id }))).toEqual(copy);
    expect(await window.registrations.refresh({ hubId: saved.id })).toMatchObject({
      failure: { code: 'hubUnreachable', cause: 'refused' },
    });
  });

  it('a restart without the network touches no keystore, whatever a person looks at', async () => {
    const { hub, file } = await startHub();
    const first = startApp();
    const { hub: saved, credentialId } = await connected(first.window, file);
    const hubId = saved.id;
    const { registrations } = await value(first.window.registrations.refresh({ hubId }));
    const place = { hubId, registrationId: registrations[0]?.id ?? '' };
    await value(first.window.keys.make());
    const password = TYPED['a password of a proxy'];
    const proxy = { kind: 'manual', address: 'http://127.0.0.1:9', userName: 'me', password } as const;
    await value(first.window.reach.setProxy({ hubId, proxy }));
    await first.settled();
    await hub.close();

    const { window, touches } = startApp();
    await review(window, place);
    await value(window.tokens.status({ credentialId }));
    for (let count = 0; count < 2; count += 1) {
      expect(await window.registrations.refresh({ hubId })).toMatchObject({ failure: { code: 'hubUnreachable' } });
      expect(await window.registrations.read(place)).toMatchObject({ failure: { code: 'hubUnreachable' } });
    }
    expect(touches()).toBe(0);
    // Nothing was sent, so nothing is in the log of what was sent.
    const filter = { text: '', hubId: null, action: null, outcome: null };
    expect((await value(window.activity.list({ filter, offset: 0, limit: 100 }))).entries).toHaveLength(1);
    expect(first.touches()).toBeGreaterThan(0);
  });

  /** What needs no Hub. */
  async function review(window: WindowBridge, place: { hubId: string; registrationId: string }): Promise<void> {
    const { hubId } = place;
    await value(window.app.notices());
    await value(window.settings.read());
    expect(await value(window.hubs.list())).toMatchObject([{ credentials: [{ secretState: 'ready' }] }]);
    expect(await value(window.registrations.saved({ hubId }))).toMatchObject({ registrations: { length: 12 } });
    await value(window.review.sinceLastVisit({ hubId }));
    await value(window.review.markVisited({ hubId }));
    await value(window.review.history(place));
    const [atMs = null] = await value(window.review.moments({ hubId }));
    await value(window.review.compare({ left: { hubId, atMs }, right: { hubId, atMs: null }, matchBy: 'id' }));
    await value(window.vault.status());
    expect(await value(window.reach.read({ hubId }))).toMatchObject({ proxy: { password: { state: 'ready' } } });
    await value(window.reach.read({ hubId: null }));
    await value(window.pairs.list({ hubId }));
    expect(await value(window.keys.own())).toMatchObject({ secretState: 'ready' });
    await value(window.drafts.list());
    await value(window.downloads.list());
    await value(window.lifeCycle.actionPaths({ hubId }));
    await value(window.problems.report({ withAddresses: true }));
  }

  it('a test of a saved credential leaves the token it got for use', async () => {
    const { hub, file } = await startHub();
    const { window } = startApp();
    const { credentialId } = await connected(window, file);
    expect(await value(window.credentials.test({ credentialId }))).toMatchObject({ registrationCount: 12 });
    expect(await value(window.tokens.status({ credentialId }))).toMatchObject({ state: 'valid' });
    const tokenRequests = hub.requests.filter(({ path: asked }) => asked.endsWith('/token'));
    expect(tokenRequests.map(({ count }) => count)).toEqual([1]);
  });
});

describe('what protects secrets', () => {
  const PASSPHRASE = 'correct horse battery staple';

  it('is changed over the bridge, locked and unlocked, and nothing of the passphrase comes back', async () => {
    const { file } = await startHub();
    const { window, traffic, heard } = startApp();
    const { credentialId } = await connected(window, file);
    await value(window.credentials.test({ credentialId }));
    expect(await value(window.vault.keystore())).toMatchObject({ level: 'osKeystore' });
    const moved = await value(window.vault.protect({ level: 'passphrase', passphrase: PASSPHRASE }));
    expect(moved).toMatchObject({ moved: 1, left: 0, status: { level: 'passphrase', isLocked: false } });

    expect(await value(window.vault.lock())).toMatchObject({ isLocked: true });
    expect(await value(window.tokens.status({ credentialId }))).toMatchObject({ state: 'none' });
    expect(await value(window.hubs.list())).toMatchObject([{ credentials: [{ secretState: 'locked' }] }]);
    const waiting = window.credentials.test({ credentialId });
    await expect.poll(async () => (await value(window.vault.status())).isUnlockWanted).toBe(true);
    await value(window.vault.dismissUnlock());
    expect(await waiting).toMatchObject({ failure: { code: 'vaultLocked' } });

    expect(await window.vault.unlock({ passphrase: 'wrong' })).toMatchObject({ failure: { code: 'passphraseWrong' } });
    await value(window.vault.unlock({ passphrase: PASSPHRASE }));
    await value(window.credentials.test({ credentialId }));
    const change = { passphrase: PASSPHRASE, nextPassphrase: 'another passphrase' };
    expect(await value(window.vault.changePassphrase(change))).toMatchObject({ moved: 1 });
    await value(window.vault.giveUpPassphrase());
    await value(window.vault.removeSetAside());
    expect(await value(window.hubs.list())).toMatchObject([{ credentials: [{ secretState: 'unreadable' }] }]);
    await value(window.vault.shield({ isOn: true }));
    expect(heard).toContain('vaultChanged');
    expect(JSON.stringify(traffic.filter(({ direction }) => direction !== 'call'))).not.toContain(PASSPHRASE);
  });
});

describe('the book of credentials', () => {
  /** The same client with a secret that the Hub does not know. */
  function withWrongSecret(hub: PracticeHub): string {
    const file = path.join(folder, 'wrong-credentials.txt');
    fs.writeFileSync(file, hub.credentialsFileText().replace(hub.clientSecret, 'F'.repeat(hub.clientSecret.length)));
    return file;
  }

  it('goes back from a secret that the Hub refuses to the one that works, and keeps only that', async () => {
    const { hub, file } = await startHub();
    const { window } = startApp();
    const { hub: saved, credentialId } = await connected(window, file);
    const hubId = saved.id;
    await value(window.registrations.refresh({ hubId }));
    const rotated = await connected(window, withWrongSecret(hub));
    expect(rotated).toMatchObject({ kind: 'rotated', credentialId });
    expect(rotated.hub.credentials[0]?.replacedSecret).not.toBeNull();
    expect(await window.registrations.refresh({ hubId })).toMatchObject({ failure: { code: 'tokenRefused' } });

    // It is as good after a restart.
    const { window: again } = startApp();
    await value(again.credentials.goBack({ credentialId }));
    expect((await value(again.registrations.refresh({ hubId }))).registrations).toHaveLength(12);
    const [credential] = (await value(again.hubs.list()))[0]?.credentials ?? [];
    expect(credential).toMatchObject({ replacedSecret: null, lastAccessGroup: 'PPF:Configurators' });
  });

  it('notes the use of a credential with its first token, not with every call', async () => {
    const { file } = await startHub();
    const { window, heard } = startApp();
    const { hub } = await connected(window, file);
    await value(window.registrations.refresh({ hubId: hub.id }));
    const told = heard.filter((name) => name === 'hubsChanged').length;
    await value(window.registrations.refresh({ hubId: hub.id }));
    expect(heard.filter((name) => name === 'hubsChanged')).toHaveLength(told);
    const [credential] = (await value(window.hubs.list()))[0]?.credentials ?? [];
    expect(credential?.lastUsedAtMs).toBeGreaterThan(0);
    expect(credential?.lastOperator).not.toBe('');
  });

  it('moves the imported file to the bin, and nothing else', async () => {
    const { file } = await startHub();
    const { window, traffic } = startApp();
    await connected(window, file);
    const [download] = await value(window.downloads.list());
    expect(download).toMatchObject({ fileName: 'dropped-credentials.txt', state: 'offered' });
    await value(window.downloads.bin({ downloadId: download?.id ?? '' }));
    expect(fs.existsSync(file)).toBe(false);
    expect(fs.readdirSync(path.join(folder, 'bin'))).toEqual(['dropped-credentials.txt']);
    // The page was told a name, never a path.
    const answers = traffic.filter(({ direction }) => direction !== 'call');
    expect(JSON.stringify(answers)).not.toContain(folder);
  });

  it('moves it at once when that was chosen', async () => {
    const { file } = await startHub();
    const { window } = startApp();
    await value(window.settings.change({ importedFile: 'bin' }));
    await connected(window, file);
    expect(fs.existsSync(file)).toBe(false);
    expect(await value(window.downloads.list())).toMatchObject([{ state: 'binned' }]);
  });
});

describe('what was damaged', () => {
  it('comes back from its last good copy, and a notice stays until it is taken away', async () => {
    const { file } = await startHub();
    const first = startApp();
    const { hub } = await connected(first.window, file);
    const copy = await value(first.window.registrations.refresh({ hubId: hub.id }));
    const hubs = await value(first.window.hubs.list());
    await first.settled();
    fs.writeFileSync(path.join(folder, 'hubs.json'), '{"formatVersion":1,"hubs":[{"id"');
    fs.writeFileSync(path.join(folder, 'copies', `${hub.id}.json`), '');

    const second = startApp();
    expect(await value(second.window.hubs.list())).toEqual(hubs);
    expect(await value(second.window.registrations.saved({ hubId: hub.id }))).toEqual(copy);
    expect(second.heard).toEqual(['noticesChanged']);

    const third = startApp();
    const notices = await value(third.window.app.notices());
    expect(notices.map(({ kind }) => kind)).toEqual(['storeRestored', 'copyRestored']);
    for (const { id } of notices) await value(third.window.app.dismissNotice({ noticeId: id }));
    expect(await value(startApp().window.app.notices())).toEqual([]);
  });

  it('by a newer version of the app is left alone, and the app says that nothing will stay', async () => {
    const written = '{"formatVersion":99,"hubs":"of the future"}';
    fs.writeFileSync(path.join(folder, 'hubs.json'), written);
    const { file } = await startHub();
    const { window } = startApp();
    expect(await value(window.app.describe())).toMatchObject({ canSave: false });
    await connected(window, file);
    expect(await value(window.hubs.list())).toHaveLength(1);
    expect(fs.readFileSync(path.join(folder, 'hubs.json'), 'utf8')).toBe(written);
  });

  it('beyond writing lets the app open, work from memory, and say so', async () => {
    fs.rmSync(folder, { recursive: true });
    fs.writeFileSync(folder, 'a file where the data folder should be');
    const { window } = startApp();
    expect(await value(window.app.describe())).toMatchObject({ canSave: false });
    expect(await value(window.hubs.list())).toEqual([]);
    expect(await value(window.app.notices())).toEqual([]);
  });

  it('while copies cannot be written, what the Hub says is shown, and the app says that it will not stay', async () => {
    const { file } = await startHub();
    const { window } = startApp();
    const { hub } = await connected(window, file);
    fs.rmSync(path.join(folder, 'copies'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'copies'), 'a file where the folder should be');
    expect((await value(window.registrations.refresh({ hubId: hub.id }))).registrations).toHaveLength(12);
    expect(await value(window.app.describe())).toMatchObject({ canSave: false });
  });
});

describe('the secret never leaves', () => {
  /** Everything a person can do with a hub, the failing ways too. */
  async function useEverything({ window }: App, file: string): Promise<void> {
    const { hub, credentialId } = await connected(window, file);
    const hubId = hub.id;
    const again = await value(window.credentials.readFile({ file: droppedFile(file) }));
    await window.credentials.testDraft({ ...connection(again), baseUrl: 'http://127.0.0.1:9/prweb/api/ppf/v1' });
    await window.credentials.readText({ text: fs.readFileSync(file, 'utf8') });
    await window.credentials.discardDraft({ draftId: again.draftId });
    await window.credentials.testDraft(connection(again));
    await window.credentials.test({ credentialId });
    await window.registrations.refresh({ hubId });
    await window.registrations.register({ hubId, form: FORM });
    await window.registrations.register({ hubId, form: { ...FORM, systemUrl: 'nonsense' } });
    await window.registrations.read({ hubId, registrationId: 'nobody' });
    await window.registrations.lookUp({ hubId, applicationName: 'Sales' });
    await useTheDailyWork(window, hubId);
    await window.tokens.status({ credentialId });
    await window.tokens.forget({ credentialId });
    await window.credentials.change({
      credentialId,
      label: 'Renamed',
      clientAuthentication: 'basic',
      note: 'Asked for by the platform team',
      expiresAtMs: Date.UTC(2027, 0, 1),
    });
    await window.credentials.dismissReminder({ credentialId, step: 30 });
    await window.credentials.goBack({ credentialId });
    await window.credentials.use({ credentialId });
    await useDownloads(window);
    await useHandOff(window, { hubId, credentialId });
    await useVault(window);
    await useTheRest(window);
    await window.registrations.refresh({ hubId });
    await window.hubs.rename({ hubId, name: 'Renamed' });
    await window.hubs.list();
    await window.app.notices();
    await window.credentials.remove({ credentialId });
    await window.registrations.refresh({ hubId });
  }

  /** Every operation of the daily work, on a registration of its own. */
  async function useTheDailyWork(window: WindowBridge, hubId: string): Promise<void> {
    const applicationName = `Daily${randomId()}`;
    const form = { ...FORM, applicationName };
    await value(window.registrations.register({ hubId, form }));
    const [made] = await value(window.registrations.lookUp({ hubId, applicationName }));
    const place = { hubId, registrationId: made?.id ?? '' };
    await window.lifeCycle.table();
    await value(window.lifeCycle.perform({ ...place, action: 'enableSync' }));
    await window.lifeCycle.perform({ ...place, action: 'delete' });
    await useEdits(window, place);
    await window.lifeCycle.setActionPath({ hubId, action: 'enable', path: 'actions/show' });
    await window.lifeCycle.actionPaths({ hubId });
    await window.wire.preview({ kind: 'action', ...place, action: 'enableSync' });
    await window.wire.last({ ...place, call: 'enableSync' });
    await usePairs(window, hubId);
    await useReview(window, place);
    await useKept(window, hubId);
    await useReach(window, hubId);
    await useCheckup(window, hubId);
  }

  /** The file itself is needed once more. */
  async function useDownloads(window: WindowBridge): Promise<void> {
    await window.downloads.bin({ downloadId: 'nobody' });
    for (const { id: downloadId } of await value(window.downloads.list())) await window.downloads.keep({ downloadId });
  }

  /** Handed on for the own key and read again, in clear too: that file is what it says, so it goes. */
  async function useHandOff(window: WindowBridge, of: { hubId: string; credentialId: string }): Promise<void> {
    const { publicKey } = await value(window.keys.make());
    await value(window.keys.make());
    // The run before, over the same folder, left one.
    expect((await value(window.keys.own()))?.earlierKeys).toBeGreaterThan(0);
    const pairIds = (await value(window.pairs.list({ hubId: of.hubId }))).slice(0, 1).map(({ id }) => id);
    const lock = { kind: 'recipients', recipients: [publicKey] } as const;
    const chosen = { credentialIds: [of.credentialId], pairIds, note: 'For Ada', withBackup: true };
    const written = await value(window.handOff.write({ ...chosen, lock }));
    const file = droppedFile(path.join(folder, written?.fileName ?? ''));
    const found = await window.credentials.readFile({ file });
    if (found.ok || found.failure.code !== 'fileIsHandOff') throw new Error('A hand-off was expected');
    const { handOffId } = found.failure;
    const { items } = await value(window.handOff.open({ handOffId, passphrase: null }));
    expect(items.map(({ kind, isKnown }) => [kind, isKnown])).toEqual([
      ['registration', true],
      ['dataSync', true],
    ]);
    await value(window.handOff.readCredential({ handOffId, index: 0 }));
    await window.handOff.checkPair({ handOffId, index: 1 });
    await value(window.handOff.savePair({ handOffId, index: 1 }));
    await value(window.handOff.discard({ handOffId }));
    const passphrase = TYPED['a passphrase of a hand-off'];
    await value(window.handOff.write({ ...chosen, pairIds: [], lock: { kind: 'passphrase', passphrase } }));
    await value(window.keys.dropEarlier());
    const subject = { kind: 'credential', credentialId: of.credentialId } as const;
    await value(window.handOff.writePlain({ of: subject, confirmation: 'plain text' }));
    for (const inClear of savedIn(folder, '.txt')) fs.rmSync(inClear);
    await useBackup(window);
  }

  /** Behind a passphrase and out of it again, as far as the keystore gives what it has. */
  async function useVault(window: WindowBridge): Promise<void> {
    const passphrase = TYPED['a passphrase'];
    const nextPassphrase = TYPED['a next passphrase'];
    await value(window.vault.shield({ isOn: true }));
    await value(window.vault.keystore());
    const isMoved = (await window.vault.protect({ level: 'passphrase', passphrase })).ok;
    await value(window.vault.lock());
    expect((await window.vault.unlock({ passphrase: nextPassphrase })).ok).toBe(false);
    expect((await window.vault.unlock({ passphrase })).ok).toBe(isMoved);
    expect((await window.vault.changePassphrase({ passphrase, nextPassphrase })).ok).toBe(isMoved);
    await window.vault.protect({ level: 'osKeystore' });
    await value(window.vault.dismissUnlock());
    await value(window.vault.giveUpPassphrase());
    await value(window.vault.removeSetAside());
    await value(window.vault.status());
  }

  /** What belongs to no hub, and a hub that goes again. */
  async function useTheRest(window: WindowBridge): Promise<void> {
    await window.credentials.chooseFile();
    await window.app.describe();
    await window.app.dismissNotice({ noticeId: 'nobody' });
    await window.app.copyText({ text: 'an address' });
    await window.app.openLink({ link: 'lifeCycle' });
    await window.practiceHub.status();
    await window.practiceHub.readCredentials();
    await window.practiceHub.showFile();
    await window.practiceHub.dragFile();
    await window.practiceHub.stop();
    const text = 'Client ID: 1\nClient secret: FAKE0123\nAccess token endpoint: http://127.0.0.1:9/oauth2/v1/token';
    const draft = await value(window.credentials.readText({ text }));
    const saved = await window.credentials.saveDraft({
      ...connection(draft),
      hubName: 'Gone soon',
      credentialLabel: 'Nobody',
    });
    if (saved.ok) await value(window.hubs.remove({ hubId: saved.value.hub.id }));
  }

  async function useBackup(window: WindowBridge): Promise<void> {
    await value(window.backup.save());
    const plan = await value(window.backup.choose());
    expect(plan).toMatchObject({ newHubs: [], newViews: [], differences: [] });
    await value(window.backup.plan({ planId: plan?.planId ?? '' }));
    await value(window.backup.apply({ planId: plan?.planId ?? '', takesSettings: true, takesTrust: false }));
    await value(window.backup.discard({ planId: plan?.planId ?? '' }));
  }

  async function useEdits(window: WindowBridge, place: { hubId: string; registrationId: string }): Promise<void> {
    const base = { ...FORM, productionLevel: '3', weighting: '1', applicationName: 'Daily' };
    await window.lifeCycle.edit({ ...place, base, changes: { description: 'changed' } });
    const edit = { registrationId: place.registrationId, applicationName: 'Daily', base, changes: { weighting: '2' } };
    const draft = await value(window.drafts.keep({ kind: 'edit', hubId: place.hubId, edit }));
    await window.drafts.plan({ draftId: draft.id });
    await window.drafts.list();
    await window.drafts.remove({ draftId: draft.id });
  }

  async function usePairs(window: WindowBridge, hubId: string): Promise<void> {
    for (const { id: pairId } of await value(window.pairs.list({ hubId }))) {
      // A pair of an earlier start is locked when the keystore is away.
      await window.pairs.copySecret({ pairId });
      await window.pairs.check({ pairId });
      // There and back.
      await window.pairs.goBack({ pairId });
      await window.pairs.goBack({ pairId });
      await window.pairs.remove({ pairId: 'nobody' });
    }
  }

  async function useReview(window: WindowBridge, place: { hubId: string; registrationId: string }): Promise<void> {
    const { hubId } = place;
    await window.review.history(place);
    await window.review.sinceLastVisit({ hubId });
    await window.review.markVisited({ hubId });
    const [atMs = null] = await value(window.review.moments({ hubId }));
    await window.review.compare({ left: { hubId, atMs }, right: { hubId, atMs: null }, matchBy: 'id' });
  }

  async function useCheckup(window: WindowBridge, hubId: string): Promise<void> {
    const { steps } = await value(window.checkup.run({ hubId }));
    expect(steps.map(({ outcome }) => outcome)).not.toContain('waiting');
    await value(window.checkup.tryNow({ hubId }));
  }

  /** The way to the hub and everything that can be set of it; afterwards nothing is of its own. */
  async function useReach(window: WindowBridge, hubId: string): Promise<void> {
    const proxy = {
      kind: 'manual',
      address: 'http://127.0.0.1:9',
      userName: 'me',
      password: TYPED['a password of a proxy'],
    } as const;
    await value(window.reach.setProxy({ hubId, proxy }));
    await value(window.reach.setTimeouts({ hubId, timeouts: { connectSeconds: 5, answerSeconds: 20 } }));
    const added = await value(window.reach.addCertificates({ hubId }));
    const chosen = await value(
      window.reach.chooseClientCertificate({ hubId, passphrase: TYPED['a passphrase of a certificate'] }),
    );
    expect(chosen).toMatchObject({ proxy: { userName: 'me', password: { state: 'ready' } } });
    const fingerprint256 = added?.certificates[0]?.fingerprint256 ?? '';
    await value(window.reach.lookAtCertificates({ hubId }));
    await window.reach.trustIssuer({ hubId, fingerprint256 });
    await value(window.reach.removeCertificate({ hubId, fingerprint256 }));
    await value(window.reach.removeClientCertificate({ hubId }));
    await value(window.reach.read({ hubId: null }));
  }

  async function useKept(window: WindowBridge, hubId: string): Promise<void> {
    const filter = { text: '', hubId: null, action: null, outcome: null };
    const { entries } = await value(window.activity.list({ filter, offset: 0, limit: 100 }));
    await window.activity.check({ entryId: entries[0]?.id ?? 'nobody' });
    await window.exports.activity({ filter, format: 'json' });
    const registrationIds =
      (await value(window.registrations.saved({ hubId })))?.registrations.map(({ id }) => id) ?? [];
    for (const format of ['csv', 'json', 'pdf'] as const) {
      const columns = [{ id: 'label', heading: 'Label' }];
      await value(window.exports.registrations({ hubId, format, registrationIds, columns, narrowedTo: '' }));
    }
    const { id: reportId } = await value(window.problems.report({ withAddresses: true }));
    await value(window.problems.save({ reportId }));
    await value(window.problems.copy({ reportId }));
    await window.settings.read();
    await window.settings.change({ rowHeight: 'comfortable' });
    await window.reference.ours();
    await window.reference.setAddress({ hubId, address: 'http://127.0.0.1:9/swagger.json' });
    await window.reference.address({ hubId });
    await window.reference.document({ hubId });
  }

  const faults: readonly (readonly [string, Partial<PracticeHubOptions>])[] = [
    ['a hub that does as documented', {}],
    ['a hub of older error bodies', { tokenErrorStyle: 'pega', apiErrorStyle: 'v2', tokenStatus: 200 }],
  ];

  it.each(faults)('in no answer, event, file or log line: %s', async (_name, options) => {
    const { hub, file } = await startHub(options);
    for (const isKeystoreThere of [true, false]) {
      const app = startApp({ isKeystoreThere });
      await useEverything(app, file);
      await app.settled();
      const answered = new Set(
        app.traffic.filter(({ direction }) => direction === 'answer').map(({ channel }) => channel),
      );
      const all = Object.values(channels).flatMap((group): readonly string[] => Object.values(group));
      expect(all.filter((channel) => !answered.has(channel))).toEqual(ELSEWHERE);
      // The second pair's secret, as the clipboard got it, is as much of a secret as the first.
      const inClear = searchFor({
        ...TYPED,
        'a client secret': hub.clientSecret,
        ...Object.fromEntries(app.copied.map((secret, index) => [`secret ${index} on the clipboard`, secret])),
        'an own key': 'AGE-SECRET-KEY-1',
        'a private key': privateKeyBody(),
      });
      expect(app.copied.length).toBeGreaterThan(0);
      const crossed = (crossings: App['traffic']): Buffer => Buffer.from(JSON.stringify(crossings));
      // What the person types or pastes is theirs to send; what comes back is ours to keep.
      const outgoing = app.traffic.filter(({ channel }) => !TYPED_INTO.includes(channel));
      expect(inClear(crossed(outgoing))).toEqual([]);
      expect(inClear(crossed(app.traffic.filter(({ direction }) => direction !== 'call')))).toEqual([]);
      for (const [name, bytes] of filesBelow(folder)) {
        if (name === path.basename(file)) continue;
        expect(inClear(bytes), name).toEqual([]);
        expect(bytes.toString('latin1'), name).not.toMatch(/eyJ[\w-]{20,}\./);
      }
      // Tokens look like this, and are as good as a secret for an hour.
      expect(JSON.stringify(app.traffic)).not.toMatch(/eyJ[\w-]{20,}\./);
    }
  });

  it('in nothing that is written down or shown of a call, also where the person pasted it into a field', async () => {
    const { hub, file } = await startHub();
    const app = startApp();
    const { window, traffic } = app;
    const { hub: saved } = await connected(window, file);
    const hubId = saved.id;
    const form = { ...FORM, applicationName: `Pasted ${hub.clientSecret}`, description: `Use ${hub.clientSecret}` };
    await window.registrations.register({ hubId, form });
    const before = traffic.length;
    const filter = { text: '', hubId: null, action: null, outcome: null };
    const { entries } = await value(window.activity.list({ filter, offset: 0, limit: 100 }));
    expect(entries.map(({ action }) => action)).toContain('register');
    for (const format of ['csv', 'json'] as const) await value(window.exports.activity({ filter, format }));
    await value(window.wire.last({ hubId, registrationId: null, call: 'register' }));
    const { id: reportId } = await value(window.problems.report({ withAddresses: true }));
    await value(window.problems.save({ reportId }));
    await app.settled();
    const inClear = searchFor({ 'a client secret': hub.clientSecret });
    expect(inClear(Buffer.from(JSON.stringify(traffic.slice(before))))).toEqual([]);
    // What the Hub holds is kept as the Hub has it: there the person has put it where everybody reads it.
    const written = filesBelow(folder).filter(([name]) => name !== path.basename(file) && !name.startsWith('copies'));
    expect(written.map(([name]) => name)).toContain('activity.jsonl');
    for (const [name, bytes] of written) expect(inClear(bytes), name).toEqual([]);
  });
});

/** A line from the middle of the client certificate's key. */
function privateKeyBody(): string {
  return fs.readFileSync(TLS_PRIVATE_KEY, 'utf8').split('\n')[1] ?? '';
}
