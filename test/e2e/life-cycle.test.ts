// The whole life of a registration in the real Electron, by hand, against the practice hub.
import { expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import type { PracticeHub } from '../../main/practice-hub/practice-hub.ts';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder } from './app-under-test.ts';
import { connectHub, fillRegistration, registrationsTable, rowOf, seen } from './screens.ts';

const policyDesk = {
  systemUrl: 'https://policies.example.com',
  applicationName: 'PolicyDesk',
  applicationLabel: 'Policy desk',
  description: 'Underwriting work of the policy desk',
  platform: 'Other',
};

const details = (page: Page): Locator => page.getByRole('complementary', { name: /^Details of/ });
const step = (page: Page, name: string): Locator => details(page).getByRole('button', { name, exact: true });

/** Presses a step and, where it asks first, its confirmation. */
async function take(page: Page, name: string, confirm: string): Promise<void> {
  await step(page, name).click();
  const question = page.getByRole('alertdialog');
  await seen(question);
  await question.getByRole('button', { name: confirm, exact: true }).click();
}

/** What the focus is on, by its text; a lost focus is on the whole page. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => (document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? '')));

async function seenStatus(page: Page, status: string): Promise<void> {
  await seen(rowOf(page, 'PolicyDesk').getByText(status, { exact: true }));
}

async function enableSynchronization(page: Page): Promise<void> {
  await take(page, 'Enable synchronization', 'Enable synchronization');
  const received = page.getByRole('dialog', { name: 'Credentials for Policy desk' });
  await seen(received.getByText('Sealed by GNOME Keyring', { exact: false }));
  await received.getByRole('button', { name: 'Done' }).click();
}

async function deleteForGood(page: Page): Promise<void> {
  await step(page, 'Delete…').click();
  const question = page.getByRole('alertdialog');
  const confirm = question.getByRole('button', { name: 'Delete', exact: true });
  await seen(confirm);
  expect(await confirm.isDisabled()).toBe(true);
  await question.getByLabel('Type PolicyDesk to confirm').fill('PolicyDesk');
  await confirm.click();
}

it('goes from registered to deleted, with the pair of its synchronization copied and checked on the way', async () => {
  const { hub, credentialsFile } = await startHub({ synchronizeMs: 500, recordRequests: true });
  const { page, electron } = await startApp();
  await connectHub(page, credentialsFile);
  await fillRegistration(page, policyDesk);
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await seenStatus(page, 'Pending activation');
  await rowOf(page, 'PolicyDesk').click();

  await enableSynchronization(page);
  await step(page, 'Copy secret').click();
  await seen(details(page).getByText('The secret is on the clipboard', { exact: false }));
  const secret = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(secret).toMatch(/^[0-9A-F]{32}$/);
  expect(await page.content()).not.toContain(secret);
  await step(page, 'Check it').click();
  await seen(details(page).getByText('The Hub accepts this pair', { exact: false }));

  // It waits by itself until the Hub says that the synchronization has ended.
  await seenStatus(page, 'Active');
  await step(page, 'Disable').click();
  await seenStatus(page, 'Hidden');
  await expect.poll(() => focused(page)).toBe('Undo');
  await page.getByRole('button', { name: 'Undo' }).click();
  await seenStatus(page, 'Active');
  await step(page, 'Disable').click();
  await seenStatus(page, 'Hidden');
  await step(page, 'Enable').click();
  await seenStatus(page, 'Active');
  await take(page, 'Deactivate', 'Deactivate');
  await seenStatus(page, 'Stopped');
  await expect.poll(() => focused(page)).toContain('Policy desk is deactivated');
  await take(page, 'Reactivate', 'Reactivate');
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
  await seenStatus(page, 'Active');
  await take(page, 'Deactivate', 'Deactivate');
  await seenStatus(page, 'Stopped');
  await deleteForGood(page);
  await rowOf(page, 'PolicyDesk').waitFor({ state: 'detached' });

  const actions = hub.requests.filter(({ method, path }) => method === 'POST' && path.includes('/actions/'));
  expect(actions.map(({ path }) => path.split('/').at(-1)).sort()).toEqual([
    'disable',
    'disablesync',
    'enable',
    'enablesync',
  ]);
  await page.getByRole('button', { name: 'Activity', exact: true }).click();
  await seen(page.getByRole('row').filter({ hasText: 'Delete' }).getByText('Done'));
});

/** Asks for the synchronization of a registration, and kills the app as soon as `when` says so. */
async function killWhileEnabling(
  dataFolder: string,
  credentialsFile: string,
  when: () => Promise<void>,
): Promise<void> {
  const app = await startApp({ dataFolder });
  await connectHub(app.page, credentialsFile);
  await rowOf(app.page, 'NumberPorting').click();
  await step(app.page, 'Enable synchronization').click();
  const question = app.page.getByRole('alertdialog');
  await question.getByRole('button', { name: 'Enable synchronization', exact: true }).click();
  await when();
  await app.kill();
}

/** What the activity log says of it after the restart. */
async function outcomeOfEnabling(page: Page): Promise<string> {
  await seen(registrationsTable(page));
  // The entry also says that an outcome is not known.
  await page.getByRole('button', { name: /^Activity/ }).click();
  const entry = page.getByRole('row').filter({ hasText: 'Enable synchronization' });
  await seen(entry);
  return entry.innerText();
}

async function seesPair(page: Page): Promise<boolean> {
  await page.getByRole('button', { name: 'Registrations', exact: true }).click();
  await rowOf(page, 'NumberPorting').click();
  await seen(details(page));
  const kept = details(page).getByRole('button', { name: 'Copy secret' });
  const none = details(page).getByText('None are kept on this computer', { exact: false });
  await seen(kept.or(none));
  return kept.isVisible();
}

const isAsked = (hub: PracticeHub) => (): Promise<void> =>
  expect.poll(() => hub.requests.some(({ path }) => path.endsWith('/enablesync')), { interval: 2 }).toBe(true);

it('has the pair or states its loss after a kill at the moment the Hub answers', async () => {
  const { hub, credentialsFile } = await startHub({ recordRequests: true, synchronizeMs: 600_000 });
  const dataFolder = await temporaryFolder();
  await killWhileEnabling(dataFolder, credentialsFile, isAsked(hub));
  const { page } = await startApp({ dataFolder });
  const outcome = await outcomeOfEnabling(page);
  // The kill meets the app before or after it took the answer: what the log says and what is kept must fit together.
  if (outcome.includes('Done')) expect(await seesPair(page)).toBe(true);
  else expect(outcome).toContain('Not known');
});

it('knows after a kill what it does not know, and finds it out with one click', async () => {
  const { hub, credentialsFile } = await startHub({ recordRequests: true, synchronizeMs: 600_000 });
  hub.setFaults([{ kind: 'hang', match: { path: /enablesync$/ }, workDone: true }]);
  const dataFolder = await temporaryFolder();
  await killWhileEnabling(dataFolder, credentialsFile, isAsked(hub));
  const { page } = await startApp({ dataFolder });
  expect(await outcomeOfEnabling(page)).toContain('Not known');
  await page.getByRole('row').filter({ hasText: 'Enable synchronization' }).click();
  await page.getByRole('button', { name: 'Check what became of it' }).click();
  await seen(page.getByRole('row').filter({ hasText: 'Enable synchronization' }).getByText('Found done'));
  expect(await seesPair(page)).toBe(false);
});

it('shows what an edit will send, and sends only that', async () => {
  const { hub, credentialsFile } = await startHub({ recordRequests: true });
  const { page } = await startApp();
  await connectHub(page, credentialsFile);
  await rowOf(page, 'SalesDesk3').click();
  await step(page, 'Edit…').click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Description').fill('Sales work of the region');
  await form.getByRole('button', { name: 'Review changes' }).click();
  await seen(form.getByText('What will be sent'));
  await form.getByRole('button', { name: 'Send 1 change' }).click();
  await form.waitFor({ state: 'detached' });
  await seen(details(page).getByText('Sales work of the region', { exact: true }));
  expect(hub.requests.filter(({ method }) => method === 'PATCH').map(({ count }) => count)).toEqual([1]);
});
