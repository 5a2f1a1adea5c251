// The secret never leaves: a marker goes through every operation, the failing ones too, and everything the app wrote,
// said or answered is searched for it.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder } from './app-under-test.ts';
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

/** Every file below a folder as text, both as it is and as UTF-16, by its name. */
async function everyFile(folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = new Map<string, string>();
  for (const file of files.filter((entry) => entry.isFile())) {
    const path = join(file.parentPath, file.name);
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    texts.set(path, `${bytes.toString('latin1')}\n${bytes.toString('utf16le')}`);
  }
  return texts;
}

/** The spellings a secret can hide in. */
function spellings(secret: string): string[] {
  return [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64').replace(/=+$/, ''),
    Buffer.from(secret).toString('hex'),
  ];
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
    ...(await everyFile(dataFolder)),
    ['traffic', heard],
    ['clipboard', clipboard],
    ['page', page],
    ['output', app.output()],
  ]);
  expect(heard).toContain('registrations:register');
  expect(heard).toContain('problems:report');
  const hits = [...places].flatMap(([place, text]) =>
    [hub.clientSecret, wrongSecret]
      .flatMap(spellings)
      .filter((spelling) => text.includes(spelling))
      .map(() => place),
  );
  expect(hits).toEqual([]);
  // Access tokens are secrets for an hour: nothing that looks like one may have left main either.
  expect([...places].filter(([, text]) => /eyJ[\w-]{20,}\.[\w-]{20,}\./.test(text)).map(([place]) => place)).toEqual(
    [],
  );
});
