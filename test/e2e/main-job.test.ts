// The main job in the real Electron: a dropped credentials file becomes a registered application.
import { expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import { startApp } from './app-under-test.ts';
import { dropFiles, dropText } from './drop.ts';
import { connectHub, fillRegistration, registrationsTable, rowOf, seen } from './screens.ts';

const policyDesk = {
  systemUrl: 'https://policies.example.com',
  applicationName: 'PolicyDesk',
  applicationLabel: 'Policy desk',
  description: 'Underwriting work of the policy desk',
  platform: 'Other',
};

it('goes from a dropped credentials file to a registered application', async () => {
  const { hub, credentialsFile } = await startHub({ recordRequests: true });
  const { page } = await startApp();
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));

  await dropFiles(page, [credentialsFile]);
  const dialog = page.getByRole('dialog', { name: 'Review credentials' });
  await seen(dialog.getByText(hub.clientId));
  await dialog.getByLabel('Hub name').fill('Claims Hub');
  await dialog.getByLabel('Credential label').fill('My operator');
  await dialog.getByRole('button', { name: 'Test connection' }).click();
  await seen(dialog.getByText('PPF:Configurators'));
  await dialog.getByRole('button', { name: 'Save' }).click();
  await seen(registrationsTable(page));

  await fillRegistration(page, policyDesk);
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await seen(rowOf(page, 'PolicyDesk'));
  await seen(rowOf(page, 'PolicyDesk').getByText('Pending activation'));

  const creates = hub.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/registrations'));
  expect(creates.map(({ count }) => count)).toEqual([1]);
});

it('asks for one token however many calls follow, and says whose it is', async () => {
  const { hub, credentialsFile } = await startHub({ recordRequests: true });
  const { page } = await startApp();
  await connectHub(page, credentialsFile);
  await page.getByRole('button', { name: 'Refresh' }).first().click();
  await seen(page.getByText('PPF:Configurators'));
  const tokens = hub.requests.filter(({ path }) => path === new URL(hub.tokenEndpoint).pathname);
  expect(tokens.map(({ count }) => count)).toEqual([1]);
});

it('tells a person what was found when the dropped file holds no credentials, and stores nothing', async () => {
  const { page } = await startApp();
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));
  await dropFiles(page, [import.meta.filename]);
  await seen(page.getByRole('alert'));
  expect(await page.getByRole('dialog').count()).toBe(0);
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));
});

it('ignores a dropped link and stays where it is', async () => {
  const { page } = await startApp();
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));
  const address = page.url();
  await dropText(page, 'text/uri-list', 'https://example.com/');
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));
  expect(page.url()).toBe(address);
});

it('keeps what was typed when the Hub refuses a registration, with the problem under its field', async () => {
  const { credentialsFile } = await startHub();
  const { page } = await startApp();
  await connectHub(page, credentialsFile);
  await fillRegistration(page, { ...policyDesk, systemUrl: 'not an address' });
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  const field = page.getByLabel('System URL');
  await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
  expect(await page.getByLabel('Application name').inputValue()).toBe(policyDesk.applicationName);
});
