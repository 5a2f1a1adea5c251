// The first five minutes: the practice hub that comes with the app, its credentials file, and a restart.
import { expect, it } from 'vitest';
import { startApp, temporaryFolder } from './app-under-test.ts';
import { registrationsTable, seen } from './screens.ts';

it('starts the practice hub, imports its file like any other, and finds it again after a restart', async () => {
  const dataFolder = await temporaryFolder();
  const first = await startApp({ dataFolder });
  await first.page.getByRole('button', { name: 'Try the practice hub' }).click();
  await first.page.getByRole('button', { name: /Import it/ }).click();
  const dialog = first.page.getByRole('dialog', { name: 'Review credentials' });
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await seen(dialog.getByText('PPF:Configurators'));
  await dialog.getByRole('button', { name: 'Save' }).click();
  await seen(registrationsTable(first.page).getByRole('gridcell'));
  await first.close();

  const second = await startApp({ dataFolder });
  await seen(registrationsTable(second.page).getByRole('gridcell'));
  const register = second.page.getByRole('button', { name: 'Register application' }).first();
  await expect.poll(() => register.isDisabled(), { timeout: 30_000 }).toBe(false);
});
