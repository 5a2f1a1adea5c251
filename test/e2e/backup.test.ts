// A backup without secrets in the real Electron, from one data folder into an empty one.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder, type AppUnderTest } from './app-under-test.ts';
import { dropFiles } from './drop.ts';
import { connectHub, seen } from './screens.ts';

const sidebar = ({ page }: AppUnderTest) => page.getByRole('navigation');

async function savedBackup(): Promise<string> {
  const { hub, credentialsFile } = await startHub();
  const app = await startApp();
  await connectHub(app.page, credentialsFile);
  const file = join(await temporaryFolder('backup'), 'settings.json');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await sidebar(app).getByRole('button', { name: 'Settings', exact: true }).click();
  await app.page.getByRole('button', { name: 'Save without secrets…' }).click();
  await seen(app.page.getByText('Saved settings.json. There is no secret in it.'));
  await app.close();
  expect(await readFile(file, 'utf8')).not.toContain(hub.clientSecret);
  return file;
}

it('without any hub a key can be made, a proxy be set, and a backup be dropped and taken over', async () => {
  const file = await savedBackup();
  const fresh = await startApp();
  const { page } = fresh;
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));
  await sidebar(fresh).getByRole('button', { name: 'Settings', exact: true }).click();
  const key = page.getByRole('region', { name: 'Your key' });
  await key.getByRole('button', { name: 'Make my key' }).click();
  await seen(key.getByText(/^age1/));
  await page.getByText('No proxy').first().click();
  await seen(page.getByRole('radio', { name: /^No proxy/, checked: true }));

  await sidebar(fresh).getByRole('button', { name: 'Add hub' }).click();
  await dropFiles(page, [file]);
  const plan = page.getByRole('dialog', { name: 'Take over a backup' });
  await seen(plan.getByText('Claims Hub, with 1 credential'));
  await plan.getByRole('button', { name: 'Take over' }).click();
  await seen(plan.getByText('Added: 1 hub, 1 credential.'));
  await plan.getByRole('button', { name: 'Done' }).click();
  await seen(sidebar(fresh).getByRole('button', { name: /^Claims Hub/ }));
});
