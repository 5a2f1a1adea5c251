// A copied secret in the real Electron: it leaves the real clipboard after its time, and when the app is quit.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { startHub } from './a-hub.ts';
import { startApp, type AppUnderTest, temporaryFolder } from './app-under-test.ts';
import { connectHub, fillRegistration, rowOf, seen } from './screens.ts';

const desk = {
  systemUrl: 'https://policies.example.com',
  applicationName: 'PolicyDesk',
  applicationLabel: 'Policy desk',
  description: '',
  platform: 'Other',
};

const details = (page: Page): Locator => page.getByRole('complementary', { name: /^Details of/ });

/** A registration with a pair, its details open. */
async function withPair(page: Page, credentialsFile: string): Promise<void> {
  await connectHub(page, credentialsFile);
  await fillRegistration(page, desk);
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await rowOf(page, 'PolicyDesk').click();
  await details(page).getByRole('button', { name: 'Enable synchronization', exact: true }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Enable synchronization' }).click();
  await page.getByRole('dialog', { name: 'Credentials for Policy desk' }).getByRole('button', { name: 'Done' }).click();
}

async function copySecret({ page, electron }: AppUnderTest): Promise<string> {
  await details(page).getByRole('button', { name: 'Copy secret' }).click();
  await seen(details(page).getByText('The secret is on the clipboard', { exact: false }));
  return electron.evaluate(({ clipboard }) => clipboard.readText());
}

/** Writes what is on the clipboard into a file, at the very end of the app. */
async function noteClipboardAtTheEnd({ electron }: AppUnderTest, file: string): Promise<void> {
  await electron.evaluate(({ app, clipboard }, path) => {
    app.once('will-quit', (event) => {
      event.preventDefault();
      void Promise.resolve(clipboard.readText()).then((text) => {
        process.getBuiltinModule('node:fs').writeFileSync(path, JSON.stringify(text));
        app.exit();
      });
    });
  }, file);
}

it('takes a secret off after its time if it is still there, and at once when the app is quit', async () => {
  const { credentialsFile } = await startHub({ synchronizeMs: 500 });
  const noted = join(await temporaryFolder(), 'clipboard.json');
  const app = await startApp();
  await withPair(app.page, credentialsFile);

  const secret = await copySecret(app);
  expect(secret).toMatch(/^\S{16,}$/);
  const there = (): Promise<string> => app.electron.evaluate(({ clipboard }) => clipboard.readText());
  // The app's own thirty seconds.
  await expect.poll(there, { timeout: 45_000, interval: 500 }).toBe('');

  expect(await copySecret(app)).toBe(secret);
  await noteClipboardAtTheEnd(app, noted);
  await app.close();
  expect(JSON.parse(await readFile(noted, 'utf8'))).toBe('');
}, 120_000);
