// Handing credentials on in the real Electron: from one data folder into another, for a passphrase and for a key.
import { execFileSync } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder, type AppUnderTest } from './app-under-test.ts';
import { dropFiles } from './drop.ts';
import { connectHub, registrationsTable, seen } from './screens.ts';

const PASSPHRASE = 'seven blue trams wait';

/** Answers the system's save dialogs from now on: a test cannot click them. */
async function saveAt({ electron }: AppUnderTest, filePath: string): Promise<void> {
  await electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, filePath);
}

async function goTo(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name, exact: true }).first().click();
}

async function openHandOff(page: Page) {
  await goTo(page, 'Hub and credentials');
  const section = page.getByRole('region', { name: 'Hand off' });
  await section.getByRole('button', { name: 'Hand off…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hand off credentials' });
  await seen(dialog);
  return dialog;
}

/** From the opened file to the saved credential, through the review dialog. */
async function takeOver(page: Page): Promise<void> {
  const opened = page.getByRole('dialog', { name: 'Hand-off file' });
  await seen(opened.getByText('Claims Hub · Configurator'));
  await opened.getByRole('button', { name: 'Review it' }).click();
  const review = page.getByRole('dialog', { name: 'Review credentials' });
  await seen(review);
  expect(await review.getByLabel('Hub name').inputValue()).toBe('Claims Hub');
  await review.getByRole('button', { name: 'Save' }).click();
  await seen(registrationsTable(page));
}

async function expectNotInClear(folder: string, secret: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue;
    expect((await readFile(join(folder, entry.name), 'latin1')).includes(secret), entry.name).toBe(false);
  }
}

it('a file for a passphrase goes from one computer to another, and works there', async () => {
  const { hub, credentialsFile } = await startHub();
  const giver = await startApp();
  await connectHub(giver.page, credentialsFile);
  const file = join(await temporaryFolder('hand-off'), 'for-ada.age');
  await saveAt(giver, file);
  const dialog = await openHandOff(giver.page);
  await dialog.getByLabel('Passphrase', { exact: true }).fill(PASSPHRASE);
  await dialog.getByLabel('Passphrase again').fill(PASSPHRASE);
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click();
  await seen(dialog.getByText('Saved for-ada.age.'));
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(await readFile(file, 'latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt /);
  await giver.close();

  const receiver = await startApp();
  const { page } = receiver;
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));
  await dropFiles(page, [file]);
  const unlock = page.getByRole('dialog', { name: 'Open the hand-off file' });
  await unlock.getByLabel('Passphrase of the file').fill('seven red trams wait');
  await unlock.getByRole('button', { name: 'Open', exact: true }).click();
  await seen(unlock.getByText('does not open with this passphrase'));
  await unlock.getByLabel('Passphrase of the file').fill(PASSPHRASE);
  await unlock.getByRole('button', { name: 'Open', exact: true }).click();
  await takeOver(page);
  await receiver.close();
  for (const { dataFolder } of [giver, receiver]) await expectNotInClear(dataFolder, hub.clientSecret);
});

it('a file for a public key opens by itself where its key is, also after a restart, and so does one of the age tool', async () => {
  const { credentialsFile } = await startHub();
  const receiver = await startApp();
  await connectHub(receiver.page, credentialsFile, 'Claims Hub');
  await goTo(receiver.page, 'Settings');
  const section = receiver.page.getByRole('region', { name: 'Your key' });
  await section.getByRole('button', { name: 'Make my key' }).click();
  const publicKey = await section.getByText(/^age1/).innerText();
  const file = join(await temporaryFolder('hand-off'), 'for-my-key.age');
  await saveAt(receiver, file);
  const dialog = await openHandOff(receiver.page);
  await dialog.getByText('The owners of public keys').click();
  await dialog.getByRole('textbox', { name: 'Public keys' }).fill(publicKey);
  await dialog.getByRole('button', { name: 'Choose where to save…' }).click();
  await seen(dialog.getByText('Saved for-my-key.age.'));
  await receiver.close();

  const again = await startApp({ dataFolder: receiver.dataFolder });
  await seen(registrationsTable(again.page));
  await dropFiles(again.page, [file]);
  const opened = again.page.getByRole('dialog', { name: 'Hand-off file' });
  await seen(opened.getByText('replaces yours'));
  await opened.getByRole('button', { name: 'Cancel' }).click();

  const foreign = join(await temporaryFolder('hand-off'), 'from-the-tool.age');
  execFileSync('age', ['-r', publicKey, '-o', foreign], { input: 'not a hand-off' });
  await dropFiles(again.page, [foreign]);
  await seen(again.page.getByText('could be opened, but there are no credentials in it'));
});
