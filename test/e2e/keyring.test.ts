// A real GNOME keyring that is locked, made anew or away: what was saved stays, and the way out is said.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder, type AppUnderTest } from './app-under-test.ts';
import { dropFiles } from './drop.ts';
import { startKeyring } from './keyring.ts';
import { connectHub, registrationsTable, rowOf, seen } from './screens.ts';

const ACCESS_GROUP = 'PPF:Configurators';

/** What is stored of the hubs, parsed: the order of keys does not matter. */
async function storedIn(dataFolder: string): Promise<unknown> {
  return JSON.parse(await readFile(join(dataFolder, 'hubs.json'), 'utf8'));
}

async function markOfCiphertext(dataFolder: string): Promise<string> {
  const [, ciphertext = ''] = /"ciphertext":\s*"([^"]+)"/.exec(JSON.stringify(await storedIn(dataFolder))) ?? [];
  return Buffer.from(ciphertext, 'base64').subarray(0, 3).toString();
}

/** A hub whose secret the keyring sealed, as an earlier run of the app left it. */
async function sealedByKeyring() {
  const [{ hub, credentialsFile, options }, keyring] = [await startHub(), await startKeyring()];
  await keyring.unlock();
  const dataFolder = await temporaryFolder();
  const start = (): Promise<AppUnderTest> => startApp({ dataFolder, env: keyring.env });
  const first = await start();
  await connectHub(first.page, credentialsFile);
  await seen(first.page.getByText(ACCESS_GROUP));
  await first.close();
  return { hub, options, credentialsFile, keyring, dataFolder, start, before: await storedIn(dataFolder) };
}

async function importAgain(page: Page, credentialsFile: string): Promise<void> {
  await dropFiles(page, [credentialsFile]);
  const review = page.getByRole('dialog', { name: 'Review credentials' });
  // What the keyring sealed that is gone is no secret to be kept beside the new one.
  await review.getByRole('button', { name: 'Save', exact: true }).click();
  await review.waitFor({ state: 'detached' });
}

it('keeps everything while the keyring is locked, says what to do, and works once it is unlocked', async () => {
  const { keyring, dataFolder, start, before } = await sealedByKeyring();
  await keyring.lock();
  const second = await start();
  await seen(registrationsTable(second.page).getByRole('gridcell'));
  await seen(second.page.getByText(/no keystore at the moment, so the secret cannot be used now/));
  await seen(second.page.getByText(/Start or unlock the keystore.*Then start the app again\./));
  await second.close();
  expect(await storedIn(dataFolder)).toEqual(before);

  await keyring.unlock();
  const third = await start();
  await seen(third.page.getByText(ACCESS_GROUP));
});

it('lets the saved copy be reviewed with a locked keyring and the Hub away, and opens nothing', async () => {
  const { hub, keyring, dataFolder, start, before } = await sealedByKeyring();
  await keyring.lock();
  await hub.close();
  const app = await start();
  await seen(app.page.getByText(/Nothing answers at/));
  await rowOf(app.page, 'SalesDesk3').click();
  await seen(app.page.getByRole('complementary'));
  // The window answers, and nobody asked the keyring: its state is as unknown as before.
  await app.page.getByRole('searchbox').fill('salesdesk3');
  await seen(app.page.getByText('1 of 12'));
  expect(await app.page.getByText(/keystore/i).count()).toBe(0);
  await app.close();
  expect(await storedIn(dataFolder)).toEqual(before);
  expect(await readFile(join(dataFolder, 'logs', 'fabric-registrar.log'), 'utf8')).not.toContain(
    'The keystore did not',
  );
});

it('keeps what a keyring sealed that was made anew, and a new import works with the new one', async () => {
  const { keyring, credentialsFile, dataFolder, start, before } = await sealedByKeyring();
  await keyring.reset();
  const second = await start();
  await seen(second.page.getByText(/can no longer open the saved secret/));
  await seen(second.page.getByText(/Import the credentials file again\./).first());
  expect(await storedIn(dataFolder)).toEqual(before);
  await importAgain(second.page, credentialsFile);
  await seen(second.page.getByText(ACCESS_GROUP));
  await second.close();
  expect(await storedIn(dataFolder)).not.toEqual(before);
  expect(await markOfCiphertext(dataFolder)).toBe('v11');

  const third = await start();
  await seen(third.page.getByText(ACCESS_GROUP));
});

it('stores nothing where no keyring answers, although the desktop’s name promises one', async () => {
  const { hub, credentialsFile } = await startHub();
  const keyring = await startKeyring();
  const dataFolder = await temporaryFolder();
  const app = await startApp({ dataFolder, env: keyring.env });
  const backend = await app.electron.evaluate(({ safeStorage }) => safeStorage.getSelectedStorageBackend());
  expect(backend).toBe('gnome_libsecret');
  await connectHub(app.page, credentialsFile);
  await seen(app.page.getByText(/this session only/i));
  await app.close();
  const stored = JSON.stringify(await storedIn(dataFolder));
  expect(stored).not.toContain('ciphertext');
  expect(stored).not.toContain(hub.clientSecret);
});
