// Without a network: what was saved is there at once, what needs the Hub says so, and the Hub's return is noticed.
import { expect, it } from 'vitest';
import { startPracticeHub } from '../../main/practice-hub/practice-hub.ts';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder } from './app-under-test.ts';
import { connectHub, registrationsTable, rowOf, seen } from './screens.ts';

it('opens with the saved registrations when the Hub cannot be reached, and refreshes by itself when it can', async () => {
  const { hub, credentialsFile, options } = await startHub();
  const dataFolder = await temporaryFolder();
  const first = await startApp({ dataFolder });
  await connectHub(first.page, credentialsFile);
  await seen(registrationsTable(first.page).getByRole('gridcell'));
  const label = await registrationsTable(first.page).getByRole('rowheader').first().innerText();
  await first.close();
  await hub.close();

  const second = await startApp({ dataFolder });
  await seen(rowOf(second.page, label));
  await seen(second.page.getByText(/saved copy as of/i));
  const register = second.page.getByRole('button', { name: 'Register application' }).first();
  await expect.poll(() => register.isDisabled()).toBe(true);

  const again = await startPracticeHub(options);
  try {
    await expect.poll(() => register.isDisabled(), { timeout: 60_000 }).toBe(false);
  } finally {
    await again.close();
  }
});
