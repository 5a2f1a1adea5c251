// Every screen in the real window, in both themes: axe finds nothing, and the keyboard reaches everything.
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import { startApp } from './app-under-test.ts';
import { dropFiles } from './drop.ts';
import { connectHub, expectNoViolations, registrationsTable, rowOf, seen } from './screens.ts';

async function violations(page: Page): Promise<axe.Result[]> {
  await page.evaluate(axe.source);
  // SAFETY: the line before defines it in the page.
  const results = await page.evaluate(() => (Reflect.get(globalThis, 'axe') as typeof axe).run());
  return results.violations;
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('axe finds nothing on the start screen, the administrator checklist and the paste dialog', async () => {
    const { page } = await startApp();
    await page.emulateMedia({ colorScheme });
    await seen(page.getByRole('heading', { name: 'Connect a hub' }));
    expectNoViolations(await violations(page));
    for (const name of ['How do I get this file?', 'Paste instead']) {
      await page.getByRole('button', { name }).click();
      await seen(page.getByRole('dialog'));
      expectNoViolations(await violations(page));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });

  it('axe finds nothing from the review of credentials to the details of a registration', async () => {
    const { credentialsFile } = await startHub();
    const { page } = await startApp();
    await page.emulateMedia({ colorScheme });
    await seen(page.getByRole('heading', { name: 'Connect a hub' }));
    await dropFiles(page, [credentialsFile]);
    await seen(page.getByRole('dialog', { name: 'Review credentials' }));
    expectNoViolations(await violations(page));
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await connectHub(page, credentialsFile);
    await seen(registrationsTable(page).getByRole('gridcell'));
    expectNoViolations(await violations(page));
    await registrationsTable(page).getByRole('row').nth(1).click();
    await page.keyboard.press('Enter');
    await seen(page.getByRole('button', { name: 'Read again' }));
    expectNoViolations(await violations(page));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Register application' }).first().click();
    await seen(page.getByLabel('System URL'));
    expectNoViolations(await violations(page));
  });

  it('axe finds nothing on the practice hub, the hub and its credentials, and the saved copy when the Hub is away', async () => {
    const { hub, credentialsFile } = await startHub();
    const { page } = await startApp();
    await page.emulateMedia({ colorScheme });
    await page.getByRole('button', { name: 'Try the practice hub' }).click();
    await seen(page.getByRole('button', { name: /Import it/ }));
    expectNoViolations(await violations(page));
    await connectHub(page, credentialsFile);
    await seen(registrationsTable(page).getByRole('gridcell'));
    await hub.close();
    await page.getByRole('button', { name: 'Refresh' }).first().click();
    await seen(page.getByText(/Until then/));
    expectNoViolations(await violations(page));
    await page.getByText('Hub and credentials').click();
    await seen(page.getByRole('heading', { name: 'Hub and credentials' }));
    expectNoViolations(await violations(page));
  });

  it('axe finds nothing on the screens of the daily work and in the questions before a step', async () => {
    const { credentialsFile } = await startHub();
    const { page } = await startApp();
    await page.emulateMedia({ colorScheme });
    await connectHub(page, credentialsFile);
    for (const name of ['Overview', 'Compare', 'API reference', 'Activity', 'Settings']) {
      await page.getByRole('button', { name, exact: true }).first().click();
      await seen(page.getByRole('heading', { name, exact: true }));
      expectNoViolations(await violations(page));
    }
    await page.getByRole('button', { name: 'Registrations', exact: true }).click();
    await rowOf(page, 'SalesDesk3').click();
    const pane = page.getByRole('complementary');
    for (const tab of ['History', 'Requests']) {
      await pane.getByRole('tab', { name: tab }).click();
      expectNoViolations(await violations(page));
    }
    for (const name of ['Deactivate', 'Edit…', 'Delete…']) {
      await pane.getByRole('list', { name: 'Open steps' }).getByRole('button', { name, exact: true }).click();
      await seen(page.getByRole(name === 'Edit…' ? 'dialog' : 'alertdialog'));
      expectNoViolations(await violations(page));
      await page.keyboard.press('Escape');
      await page.locator('[role=dialog], [role=alertdialog]').waitFor({ state: 'detached' });
    }
  });
});

it('does the main job with the keyboard alone', async () => {
  const { credentialsFile } = await startHub();
  const { page } = await startApp();
  await connectHub(page, credentialsFile);
  await page.keyboard.press('/');
  await page.keyboard.type('zzzz-nothing');
  await expect.poll(() => rowOf(page, 'REG-').count()).toBe(0);
  await page.keyboard.press('Escape');
  await seen(registrationsTable(page).getByRole('gridcell'));
  await page.getByRole('button', { name: 'Register application' }).first().focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
  for (const typed of ['https://keys.example.com', 'KeyDesk', 'Key desk', 'Typed without a mouse']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Tab');
  }
});
