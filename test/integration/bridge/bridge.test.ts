// The whole of main but Electron, asked through preload's own functions over an IPC that clones both ways: real files,
// real HTTP, the practice hub. A marker secret goes through everything and must not come back.
import '../../doubles/no-electron-download.ts';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { BridgeEvents, PageFile, WindowBridge } from '#contract/bridge.ts';
import { channels } from '#contract/channels.ts';
import type { CredentialsDraft } from '#contract/credentials.ts';
import type { Result } from '#contract/result.ts';
import { electronSecretBox } from '../../../main/adapters/electron-secret-box.ts';
import type { Keystore } from '../../../main/adapters/keystore-cipher.ts';
import { fileCopyStore } from '../../../main/adapters/file-copy-store.ts';
import { fileLog } from '../../../main/adapters/file-log.ts';
import { gotHttpClient } from '../../../main/adapters/got-http-client.ts';
import { localFileReader } from '../../../main/adapters/local-file-reader.ts';
import { practiceHubRunner } from '../../../main/adapters/practice-hub-process.ts';
import { randomId } from '../../../main/adapters/random-id.ts';
import { systemClock } from '../../../main/adapters/system-clock.ts';
import { openRecords } from '../../../main/compose-records.ts';
import { composeServices } from '../../../main/compose-services.ts';
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
import { loopbackIpc } from '../../doubles/loopback-ipc.ts';

const OWN_FRAME = { url: 'app://main/index.html' };

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bridge-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Hides a text well enough that only its opening finds it again. */
function keystore(isThere: boolean): Keystore {
  const flipped = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));
  return {
    isEncryptionAvailable: () => isThere,
    encryptString: (text) => Buffer.concat([Buffer.from('v11'), flipped(Buffer.from(text))]),
    decryptString: (bytes) => flipped(bytes.subarray(3)).toString(),
  };
}

interface App {
  readonly window: WindowBridge;
  readonly traffic: ReturnType<typeof loopbackIpc>['traffic'];
  readonly heard: (keyof BridgeEvents)[];
  settled(): Promise<void>;
}

/** The app over the test's data folder; started twice it is the same app after a restart. */
function startApp({ isKeystoreThere = true } = {}): App {
  const ipc = loopbackIpc();
  const log = fileLog({ folder: path.join(folder, 'logs'), clock: systemClock });
  const tell = tellVia(() => ipc.listener);
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
  const services = composeServices({
    book: hubBook(records.hubs.store),
    copyStore,
    secretBox: electronSecretBox({ keystore: keystore(isKeystoreThere), platform: 'linux', log }),
    http: gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [] }),
    fileReader: localFileReader,
    clock: systemClock,
    newId: randomId,
    practiceHub: runner,
    notices,
    tell,
    onCopyNotSaved: () => (areCopiesSaved = false),
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
      chooseFile: () => Promise.resolve(null),
      practiceHub: practiceHubOperations({
        runner,
        readFile: services.credentials.readFile,
        showFile: () => undefined,
        dragFile: () => undefined,
      }),
    }),
    isTrusted: ({ senderFrame }) => senderFrame === OWN_FRAME,
    onBegun: () => undefined,
    newId: randomId,
    log,
  });
  const window = forward(ipc.messagesFrom(OWN_FRAME), (file) => pathsOfFiles.get(file) ?? '');
  const heard: (keyof BridgeEvents)[] = [];
  for (const name of ['hubsChanged', 'tokenChanged', 'registrationsChanged', 'noticesChanged'] as const) {
    window.on(name, () => heard.push(name));
  }
  return { window, traffic: ipc.traffic, heard, settled: () => copyStore.settled() };
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
    expect(new Set(heard)).toEqual(new Set(['hubsChanged', 'tokenChanged', 'registrationsChanged']));
  });

  it('a restart without the network finds the hubs and the registrations', async () => {
    const { hub, file } = await startHub();
    const first = startApp();
    const { hub: saved } = await connected(first.window, file);
    const copy = await value(first.window.registrations.refresh({ hubId: saved.id }));
    await first.settled();
    await hub.close();

    const { window } = startApp();
    expect(await value(window.hubs.list())).toEqual([saved]);
    expect(await value(window.registrations.saved({ hubId: saved.id }))).toEqual(copy);
    expect(await window.registrations.refresh({ hubId: saved.id })).toMatchObject({
      failure: { code: 'hubUnreachable', cause: 'refused' },
    });
  });

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

describe('what was damaged', () => {
  it('comes back from its last good copy, and a notice stays until it is taken away', async () => {
    const { file } = await startHub();
    const first = startApp();
    const { hub } = await connected(first.window, file);
    const copy = await value(first.window.registrations.refresh({ hubId: hub.id }));
    await first.settled();
    fs.writeFileSync(path.join(folder, 'hubs.json'), '{"formatVersion":1,"hubs":[{"id"');
    fs.writeFileSync(path.join(folder, 'copies', `${hub.id}.json`), '');

    const second = startApp();
    expect(await value(second.window.hubs.list())).toEqual([hub]);
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
    await window.tokens.status({ credentialId });
    await window.tokens.forget({ credentialId });
    await window.credentials.change({ credentialId, label: 'Renamed', clientAuthentication: 'basic' });
    await window.credentials.use({ credentialId });
    await window.registrations.refresh({ hubId });
    await window.hubs.rename({ hubId, name: 'Renamed' });
    await window.hubs.list();
    await window.app.notices();
    await window.credentials.remove({ credentialId });
    await window.registrations.refresh({ hubId });
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
      expect(answered.size).toBeGreaterThan(15);
      // What the person pastes is theirs to send; what comes back is ours to keep.
      const outgoing = app.traffic.filter(({ channel }) => channel !== channels.credentials.readText);
      expectNone(JSON.stringify(outgoing), hub.clientSecret);
      const pasted = app.traffic.filter(({ direction }) => direction !== 'call');
      expectNone(JSON.stringify(pasted), hub.clientSecret);
      for (const [name, text] of filesIn(folder)) {
        if (name !== path.basename(file)) expectNone(text, hub.clientSecret);
      }
      // Tokens look like this, and are as good as a secret for an hour.
      expect(JSON.stringify(app.traffic)).not.toMatch(/eyJ[\w-]{20,}\./);
    }
  });

  function expectNone(text: string, secret: string): void {
    const spellings = [secret, Buffer.from(secret).toString('base64'), Buffer.from(secret).toString('hex')];
    for (const spelling of spellings) expect(text.includes(spelling)).toBe(false);
  }

  function filesIn(where: string): readonly (readonly [string, string])[] {
    return fs
      .readdirSync(where, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1')] as const);
  }
});
