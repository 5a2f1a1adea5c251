// A credential's life in the real app: imported, its file moved to the bin, its secret replaced, refused, taken back.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startHub, type HubUnderTest } from './a-hub.ts';
import { startApp, temporaryFolder } from './app-under-test.ts';
import { dropFiles } from './drop.ts';
import { connectHub, registrationsTable, seen } from './screens.ts';

/** A file of the same client with a secret that the Hub does not know. */
async function wrongFile({ hub }: HubUnderTest): Promise<string> {
  const file = join(await temporaryFolder(), 'wrong-credentials.txt');
  const wrong = 'F'.repeat(hub.clientSecret.length);
  await writeFile(file, hub.credentialsFileText().replace(hub.clientSecret, wrong), { mode: 0o600 });
  return file;
}

it('an imported file goes to the bin only when asked, and the page says what became of it', async () => {
  const { credentialsFile } = await startHub();
  const { page } = await startApp();
  await connectHub(page, credentialsFile);
  await seen(page.getByText('“configurator-credentials.txt” still holds the secret in clear.'));
  expect(existsSync(credentialsFile)).toBe(true);
  await page.getByRole('button', { name: 'Move to the bin' }).click();
  const moved = page.getByText('“configurator-credentials.txt” was moved to the bin.');
  // A system without a bin says so, and the file is still there.
  const refused = page.getByText(/could not be moved to the bin\. Nothing was changed/);
  await seen(moved.or(refused));
  expect(existsSync(credentialsFile)).toBe(await refused.isVisible());
});

it('a secret that the Hub refuses gives way to the earlier one, also after the app was killed', async () => {
  const hub = await startHub();
  const first = await startApp();
  await connectHub(first.page, hub.credentialsFile);
  await seen(registrationsTable(first.page).getByRole('gridcell'));

  await dropFiles(first.page, [await wrongFile(hub)]);
  const review = first.page.getByRole('dialog', { name: 'Review credentials' });
  await review.getByRole('button', { name: 'Test and replace' }).click();
  await seen(review.getByRole('alert'));
  await review.getByRole('button', { name: 'Replace without a test' }).click();
  await review.waitFor({ state: 'detached' });
  await first.kill();

  const { page } = await startApp({ dataFolder: first.dataFolder });
  await seen(page.getByText(/The Hub refused the new secret of/));
  await page.getByRole('button', { name: 'Go back to the earlier secret' }).click();
  await seen(page.getByText(/Read from the Hub at/));
  await page.getByRole('button', { name: 'Hub and credentials' }).click();
  const row = page.getByRole('article');
  await seen(row.getByText('PPF:Configurators'));
  expect(await row.getByText(/is kept until the new one has worked/).count()).toBe(0);
});
