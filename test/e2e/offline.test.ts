// Without a network: what was saved is there at once, what needs the Hub says so, and the Hub's return is noticed.
import { expect, it } from 'vitest';
import { startPracticeHub } from '../../main/practice-hub/practice-hub.ts';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder } from './app-under-test.ts';
import { connectHub, fillRegistration, registrationsTable, rowOf, seen } from './screens.ts';

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

it('lets everything ever read be reviewed without the Hub, and what is written then be sent later', async () => {
  const { hub, credentialsFile, options } = await startHub();
  const dataFolder = await temporaryFolder();
  const first = await startApp({ dataFolder });
  await connectHub(first.page, credentialsFile);
  await rowOf(first.page, 'SalesDesk3').click();
  const pane = first.page.getByRole('complementary');
  await pane.getByRole('button', { name: 'Disable', exact: true }).click();
  await seen(rowOf(first.page, 'SalesDesk3').getByText('Hidden'));
  await first.close();
  await hub.close();

  const { page } = await startApp({ dataFolder });
  await page.getByRole('searchbox').fill('salesdesk3');
  await seen(page.getByText('1 of 12'));
  await rowOf(page, 'SalesDesk3').click();
  await page.getByRole('complementary').getByRole('tab', { name: 'History' }).click();
  await seen(page.getByRole('complementary').getByText('Hidden', { exact: false }));
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await seen(page.getByText(/1 changed/));
  await page
    .getByRole('button', { name: /Show 2 hidden/ })
    .first()
    .click();
  await seen(page.getByText('2 of 12'));

  await fillRegistration(page, {
    systemUrl: 'https://later.example.com',
    applicationName: 'LaterDesk',
    applicationLabel: 'Later desk',
    description: 'Written on a train',
    platform: 'Other',
  });
  await page.getByRole('button', { name: 'Keep as draft' }).click();
  await seen(page.getByRole('button', { name: 'Drafts (1)' }));

  const again = await startPracticeHub(options);
  try {
    await page.getByText(/Read from the Hub at/).waitFor({ timeout: 60_000 });
    expect(await rowOf(page, 'LaterDesk').count()).toBe(0);
    await page.getByRole('button', { name: 'Drafts (1)' }).click();
    await page.getByRole('button', { name: 'What would it do now' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^(Send|Register)/ })
      .click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Clear', exact: true }).click();
    await page.getByRole('searchbox').fill('laterdesk');
    await seen(rowOf(page, 'LaterDesk').getByText('Pending activation'));
  } finally {
    await again.close();
  }
});
