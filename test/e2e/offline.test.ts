// Without a network: what was saved is there at once, what needs the Hub says so, and the Hub's return is noticed.
import { it } from 'vitest';
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
  // Reading goes on; a step of the life cycle says what it waits for.
  await rowOf(second.page, label).click();
  await seen(second.page.getByText('These steps need the Hub, which cannot be asked now', { exact: false }));

  const again = await startPracticeHub(options);
  try {
    await second.page.getByText(/Read from the Hub at/).waitFor({ timeout: 60_000 });
  } finally {
    await again.close();
  }
});
