// The passphrase in the real app: set, locked, unlocked after a restart, changed, and given up.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder } from './app-under-test.ts';
import { connectHub, connectHubBehindPassphrase, registrationsTable, seen } from './screens.ts';

const PASSPHRASE = 'correct horse battery staple';

async function protectByPassphrase(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByText('A passphrase of your own').click();
  const dialog = page.getByRole('dialog', { name: 'Protect the secrets by a passphrase' });
  await dialog.getByLabel('New passphrase').fill(PASSPHRASE);
  await dialog.getByLabel('The same again').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Protect by passphrase' }).click();
  await seen(page.getByText('1 secret moved.'));
}

async function unlock(page: Page, passphrase = PASSPHRASE): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Unlock secrets' });
  await dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await dialog.getByRole('button', { name: 'Unlock' }).click();
}

async function textOfAllFiles(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
}

it('moves a secret from the keyring behind a passphrase, asks for it once a session, and leaves no older copy', async () => {
  const { credentialsFile, hub } = await startHub();
  const dataFolder = await temporaryFolder();
  const first = await startApp({ dataFolder });
  await connectHub(first.page, credentialsFile);
  const before = await readFile(join(dataFolder, 'hubs.json'), 'utf8');
  const [, keyringCiphertext = ''] = /"ciphertext":\s*"([^"]+)"/.exec(before) ?? [];
  await protectByPassphrase(first.page);
  await first.close();
  const after = await textOfAllFiles(dataFolder);
  expect(after).not.toContain(keyringCiphertext);
  expect(after).not.toContain(hub.clientSecret);
  expect(after).toContain('BEGIN AGE ENCRYPTED FILE');

  const second = await startApp({ dataFolder, passwordStore: 'basic' });
  await seen(registrationsTable(second.page).getByRole('gridcell'));
  await seen(second.page.getByText(/secrets are locked/));
  await second.page.getByRole('button', { name: 'Unlock…' }).first().click();
  await unlock(second.page, 'not the passphrase');
  await seen(second.page.getByText(/not the passphrase\./));
  await unlock(second.page);
  await seen(second.page.getByText('PPF:Configurators'));
  await second.page.getByRole('button', { name: 'Lock', exact: true }).click();
  await seen(second.page.getByText(/secrets are locked/));
});

it('hides the window from screenshots while a passphrase is typed', async () => {
  const { credentialsFile } = await startHub();
  const app = await startApp();
  await connectHub(app.page, credentialsFile);
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) return;
    const calls: boolean[] = [];
    Reflect.set(globalThis, 'shieldCalls', calls);
    window.setContentProtection = (isOn: boolean) => void calls.push(isOn);
  });
  await app.page.getByRole('button', { name: 'Settings' }).click();
  await app.page.getByText('A passphrase of your own').click();
  await seen(app.page.getByLabel('New passphrase'));
  await app.page.keyboard.press('Escape');
  const calls = (): Promise<unknown> => app.electron.evaluate(() => Reflect.get(globalThis, 'shieldCalls') as unknown);
  await expect.poll(calls).toEqual([true, false]);
});

it('offers a passphrase at the import where there is no keyring, and stores the secret with it', async () => {
  const { credentialsFile } = await startHub();
  const dataFolder = await temporaryFolder();
  const app = await startApp({ dataFolder, passwordStore: 'basic' });
  await connectHubBehindPassphrase(app.page, credentialsFile, PASSPHRASE);
  await app.close();
  const stored = await textOfAllFiles(dataFolder);
  expect(stored).toContain('"level": "passphrase"');
  expect(stored).toContain('BEGIN AGE ENCRYPTED FILE');
});
