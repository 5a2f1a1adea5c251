// Is production what staging is? Two practice hubs side by side, and the same hub before and after a change.
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startHub } from './a-hub.ts';
import { startApp } from './app-under-test.ts';
import { connectHub, rowOf, seen } from './screens.ts';

async function choose(page: Page, group: string, label: string, option: string | RegExp): Promise<void> {
  const side = page.getByRole('group', { name: group });
  await side.getByRole('button', { name: label }).click();
  await page.getByRole('option', { name: option }).first().click();
}

it('tells where two hubs differ, also when neither can be reached', async () => {
  const production = await startHub();
  const staging = await startHub({ seed: 15 });
  const { page } = await startApp();
  await connectHub(page, production.credentialsFile, 'Production');
  await seen(rowOf(page, 'SalesDesk3'));
  await page.getByRole('button', { name: 'Add hub' }).click();
  await connectHub(page, staging.credentialsFile, 'Staging');
  await seen(rowOf(page, 'SalesDesk3'));
  await production.hub.close();
  await staging.hub.close();

  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await choose(page, 'Left side', 'Hub', 'Production');
  await choose(page, 'Right side', 'Hub', 'Staging');
  await seen(page.getByText('3 only in Staging', { exact: false }));
  await seen(page.getByRole('heading', { name: 'Only in Staging' }));
});

it('tells what changed at one hub between two moments', async () => {
  const { credentialsFile } = await startHub();
  const { page } = await startApp();
  await connectHub(page, credentialsFile);
  await rowOf(page, 'SalesDesk3').click();
  await page.getByRole('complementary').getByRole('button', { name: 'Disable', exact: true }).click();
  await seen(rowOf(page, 'SalesDesk3').getByText('Hidden'));
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('group', { name: 'Left side' }).getByRole('button', { name: 'As of' }).click();
  await page.getByRole('option').last().click();
  await seen(page.getByText(/^1 differs/));
  expect(await page.getByRole('heading', { name: 'Different' }).count()).toBe(1);
});
