// The secret never leaves: a marker goes through every operation, the failing ones too, and everything the app wrote,
// said or answered is searched for it.
import { writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import type { WindowBridge } from '#contract/bridge.ts';
import { filesBelow, searchFor } from '../doubles/in-clear.ts';
import { startApp, temporaryFolder, type AppUnderTest } from './app-under-test.ts';
import { dropFiles } from './drop.ts';
import { connectHub, fillRegistration, seen } from './screens.ts';

/** Records everything main answers or sends to the window, as text, from now on. */
async function recordTraffic(electron: ElectronApplication): Promise<() => Promise<string>> {
  await electron.evaluate(({ webContents }) => {
    const traffic: string[] = [];
    Reflect.set(globalThis, 'recordedTraffic', traffic);
    for (const contents of webContents.getAllWebContents()) {
      const send = contents.send.bind(contents);
      contents.send = (channel: string, ...payload: unknown[]) => {
        traffic.push(JSON.stringify([channel, payload]));
        send(channel, ...payload);
      };
      // SAFETY: Electron keeps its handlers in this map in every version the app runs in; without it the test fails.
      const handlers = (contents.ipc as unknown as { _invokeHandlers: Map<string, (...given: unknown[]) => unknown> })
        ._invokeHandlers;
      for (const [channel, handle] of handlers) {
        handlers.set(channel, async (...given) => {
          const answer = await handle(...given);
          traffic.push(JSON.stringify([channel, answer]));
          return answer;
        });
      }
    }
  });
  return () =>
    electron.evaluate(() => {
      // SAFETY: set above.
      const traffic = Reflect.get(globalThis, 'recordedTraffic') as string[];
      return traffic.join('\n');
    });
}

async function everythingAPersonDoes(page: Page, files: { credentials: string; wrong: string }): Promise<void> {
  await dropFiles(page, [files.wrong]);
  const dialog = page.getByRole('dialog', { name: 'Review credentials' });
  await seen(dialog);
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await seen(dialog.getByRole('alert'));
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await connectHub(page, files.credentials);
  await seen(page.getByText('PPF:Configurators'));
  await fillRegistration(page, {
    systemUrl: 'https://marker.example.com',
    applicationName: 'Marker',
    applicationLabel: 'Marker',
    description: '',
    platform: 'Other',
  });
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await seen(page.getByRole('grid', { name: 'Registrations' }).getByRole('row').filter({ hasText: 'Marker' }));
  for (const screen of ['Activity', 'Settings']) {
    await page.getByRole('button', { name: screen, exact: true }).click();
    await seen(page.getByRole('heading', { level: 1, name: screen }));
  }
  await page.getByRole('button', { name: 'Report a problem…' }).click();
  await page.getByRole('checkbox', { name: 'Include names and addresses of my hubs' }).click({ force: true });
  await seen(page.getByRole('region', { name: 'The report' }).getByText('Claims Hub'));
}

/** Lets the page crash, as a defect in Chromium would, and waits until the app has loaded it again. */
async function crashPage(electron: ElectronApplication): Promise<void> {
  await electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const loaded = new Promise((resolve) => contents?.once('did-finish-load', () => resolve(null)));
    contents?.forcefullyCrashRenderer();
    await loaded;
  });
}

it('finds a marker secret nowhere outside its sealed value', async () => {
  const { hub, credentialsFile } = await startHub();
  const dataFolder = await temporaryFolder();
  const elsewhere = await temporaryFolder();
  const wrongSecret = 'WRONGMARKER0123456789ABCDEF01234';
  const wrong = join(elsewhere, 'wrong.txt');
  await writeFile(wrong, hub.credentialsFileText().replace(hub.clientSecret, wrongSecret));

  const app = await startApp({ dataFolder });
  await seen(app.page.getByRole('heading', { name: 'Connect a hub' }));
  const traffic = await recordTraffic(app.electron);
  await everythingAPersonDoes(app.page, { credentials: credentialsFile, wrong });
  const clipboard = await app.electron.evaluate(({ clipboard: system }) => system.readText());
  const page = await app.page.content();
  await crashPage(app.electron);
  const heard = await traffic();
  await app.close();

  const places = new Map([
    ...filesBelow(dataFolder),
    ['traffic', Buffer.from(heard)],
    ['clipboard', Buffer.from(clipboard)],
    ['page', Buffer.from(page)],
    ['output', Buffer.from(app.output())],
  ]);
  expect(heard).toContain('registrations:register');
  expect(heard).toContain('problems:report');
  const inClear = searchFor({ 'the secret': hub.clientSecret, 'the wrong secret': wrongSecret });
  expect([...places].filter(([, bytes]) => inClear(bytes).length > 0).map(([place]) => place)).toEqual([]);
  // Access tokens are secrets for an hour: nothing that looks like one may have left main either.
  const looksLikeOne = /eyJ[\w-]{20,}\.[\w-]{20,}\./;
  expect([...places].filter(([, bytes]) => looksLikeOne.test(bytes.toString('latin1'))).map(([name]) => name)).toEqual(
    [],
  );
});

const TYPED = {
  'the passphrase': 'marker-passphrase-0815',
  'the passphrase of a hand-off': 'marker-hand-off-0815',
} as const;
const REPLACING = 'REPLACINGMARKER0123456789ABCDEF0';
/** Nobody ever told the app that these are secrets. */
const THROWN = 'FAKE-thrown-marker-0815';

/** Through the bridge, as the window asks: a rotation, a pair, a copy of it, a hand-off, a passphrase. */
async function everythingWithASecret(page: Page, credentials: string): Promise<void> {
  const given = { credentials, ...TYPED };
  const outcomes = await page.evaluate(async (typed) => {
    // SAFETY: what the preload script exposes.
    const bridge = Reflect.get(globalThis, 'fabricRegistrar') as WindowBridge;
    const hubs = await bridge.hubs.list();
    const hub = hubs.ok ? hubs.value[0] : undefined;
    const hubId = hub?.id ?? '';
    const credentialIds = [hub?.credentialInUseId ?? ''];
    const form = { systemUrl: 'https://marker.example.com', platform: 'Other', description: '', productionLevel: 2 };
    const named = { applicationName: 'Marker', applicationLabel: 'Marker' };
    const registered = await bridge.registrations.register({ hubId, form: { ...form, ...named } });
    const found = await bridge.registrations.lookUp({ hubId, applicationName: 'Marker' });
    const registrationId = found.ok ? (found.value[0]?.id ?? '') : '';
    const enabled = await bridge.lifeCycle.perform({ hubId, registrationId, action: 'enableSync' });
    const pairs = await bridge.pairs.list({ hubId });
    const pairIds = pairs.ok ? pairs.value.map(({ id }) => id) : [];
    const copied = await bridge.pairs.copySecret({ pairId: pairIds[0] ?? '' });
    const lock = { kind: 'passphrase', passphrase: typed['the passphrase of a hand-off'] } as const;
    const handedOn = await bridge.handOff.write({ credentialIds, pairIds, lock, note: '', withBackup: true });
    const key = await bridge.keys.make();
    const draft = await bridge.credentials.readText({ text: typed.credentials });
    const chosen = { hubName: 'Claims Hub', credentialLabel: 'Configurator', clientAuthentication: 'body' } as const;
    const rotated = draft.ok
      ? await bridge.credentials.saveDraft({
          ...chosen,
          draftId: draft.value.draftId,
          baseUrl: draft.value.suggestedBaseUrl,
        })
      : draft;
    const sealed = await bridge.vault.protect({ level: 'passphrase', passphrase: typed['the passphrase'] });
    const locked = await bridge.vault.lock();
    return { registered, enabled, copied, handedOn, key, rotated, sealed, locked };
  }, given);
  for (const [name, { ok }] of Object.entries(outcomes)) expect(ok, name).toBe(true);
}

/** A defect and a rejection that nobody catches, in main, with secrets in their words and in what hangs on them. */
async function letMainStumble(electron: ElectronApplication): Promise<void> {
  await electron.evaluate((_electron, marker) => {
    const thrown = (error: Error): Error => Object.assign(error, { options: { form: { client_secret: marker } } });
    setTimeout(() => {
      throw thrown(new TypeError(`It was ${marker}`));
    });
    void Promise.reject(thrown(new RangeError(`It was ${marker}`)));
  }, THROWN);
}

/** Runs in the page that was loaded after a crash: the driver has lost it. */
function runInPage<Value>({ electron }: AppUnderTest, program: string): Promise<Value> {
  return electron.evaluate(async ({ BrowserWindow }, code) => {
    // SAFETY: the caller says what its program answers.
    return (await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code)) as Value;
  }, program);
}

/** A problem report, saved where the person chooses. */
async function saveReport(app: AppUnderTest): Promise<void> {
  const isSaved = await runInPage<boolean>(
    app,
    `fabricRegistrar.problems.report({ withAddresses: true })
      .then((report) => fabricRegistrar.problems.save({ reportId: report.value.id })).then(({ ok }) => ok)`,
  );
  expect(isSaved).toBe(true);
}

/** Begins to import, and waits for nothing. */
async function beginImport(app: AppUnderTest, text: string): Promise<void> {
  const chosen = `{ hubName: 'Cut', credentialLabel: 'Cut', clientAuthentication: 'body' }`;
  await runInPage(
    app,
    `void fabricRegistrar.credentials.readText({ text: ${JSON.stringify(text)} }).then(({ value }) =>
      fabricRegistrar.credentials.saveDraft({ ...${chosen}, draftId: value.draftId, baseUrl: value.suggestedBaseUrl }))`,
  );
}

it('finds none after crashes, in the report that is made after them, nor after an import that was cut off', async () => {
  const { hub, credentialsFile } = await startHub();
  const dataFolder = await temporaryFolder();
  const saved = await temporaryFolder('saved');
  // Whatever the app, Chromium and Electron leave in the folder for temporary files is this test's own.
  const temporary = await temporaryFolder('temporary');
  const env = { TMPDIR: temporary };
  const app = await startApp({ dataFolder, env });
  await app.electron.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = (...given: unknown[]) => {
      // SAFETY: the options are the last of what Electron is given.
      const { defaultPath = 'file' } = given.at(-1) as { defaultPath?: string };
      return Promise.resolve({ canceled: false, filePath: `${folder}/${defaultPath.split('/').at(-1) ?? ''}` });
    };
  }, saved);
  await connectHub(app.page, credentialsFile);
  const text = hub.credentialsFileText();
  await everythingWithASecret(app.page, text.replace(hub.clientSecret, REPLACING));
  const copied = await app.electron.evaluate(({ clipboard }) => clipboard.readText());
  await letMainStumble(app.electron);
  await crashPage(app.electron);
  await saveReport(app);

  const files = (): Map<string, Buffer> => new Map([...filesBelow(dataFolder), ...filesBelow(saved)]);
  const log = files().get(join('logs', 'fabric-registrar.log'))?.toString() ?? '';
  for (const event of ['A defect was not caught', 'A rejection was not handled', 'The page ended by itself']) {
    expect(log).toContain(event);
  }
  expect([...files().keys()].filter((name) => /problem|\.age$/i.test(name)).length).toBeGreaterThan(1);

  const cutOff = 'CUTOFFMARKER0123456789ABCDEF0123';
  await beginImport(app, text.replace(hub.clientSecret, cutOff));
  await app.kill();
  const again = await startApp({ dataFolder, env });
  await seen(again.page.getByRole('heading'));
  await again.close();

  const inClear = searchFor({
    ...TYPED,
    'the secret': hub.clientSecret,
    'the secret that took its place': REPLACING,
    'the secret of an import that was cut off': cutOff,
    'the secret of an error': THROWN,
    'the secret that was copied': copied,
    'an own key': 'AGE-SECRET-KEY-1',
  });
  const everywhere = [
    ...files(),
    ...[homedir(), temporary].flatMap((folder) => filesBelow(folder)),
    ['output', Buffer.from(app.output() + again.output())] as const,
  ];
  expect(everywhere.filter(([, bytes]) => inClear(bytes).length > 0).map(([name]) => name)).toEqual([]);
});
