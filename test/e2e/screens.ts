// The screens as a person names them: every step of the tests goes through these words.
import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { dropFiles } from './drop.ts';

/** Waits until something is shown; the error names what was missing. */
export async function seen(locator: Locator, withinMs = 20_000): Promise<void> {
  await locator.first().waitFor({ state: 'visible', timeout: withinMs });
}

export const registrationsTable = (page: Page): Locator => page.getByRole('grid', { name: 'Registrations' });

export const rowOf = (page: Page, text: string): Locator =>
  registrationsTable(page).getByRole('row').filter({ hasText: text });

/** Drops a credentials file and saves what the review dialog suggests; a very long list takes its time. */
export async function connectHub(
  page: Page,
  credentialsFile: string,
  hubName = 'Claims Hub',
  listWithinMs?: number,
): Promise<void> {
  await seen(page.getByRole('heading'));
  await dropFiles(page, [credentialsFile]);
  const dialog = page.getByRole('dialog', { name: 'Review credentials' });
  await seen(dialog);
  await dialog.getByLabel('Hub name').fill(hubName);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await seen(registrationsTable(page), listWithinMs);
}

/** The same where no keyring protects anything: a passphrase is set on the way, from the review dialog. */
export async function connectHubBehindPassphrase(
  page: Page,
  credentialsFile: string,
  passphrase: string,
): Promise<void> {
  await seen(page.getByRole('heading'));
  await dropFiles(page, [credentialsFile]);
  const review = page.getByRole('dialog', { name: 'Review credentials' });
  await review.getByRole('button', { name: 'Protect by a passphrase…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Protect the secrets by a passphrase' });
  await dialog.getByLabel('New passphrase').fill(passphrase);
  await dialog.getByLabel('The same again').fill(passphrase);
  await dialog.getByRole('button', { name: 'Protect by passphrase' }).click();
  await seen(review.getByText(/sealed with the key behind your passphrase/));
  await review.getByRole('button', { name: 'Save' }).click();
  await review.waitFor({ state: 'detached' });
  await seen(registrationsTable(page));
}

export interface TypedRegistration {
  readonly systemUrl: string;
  readonly applicationName: string;
  readonly applicationLabel: string;
  readonly description: string;
  readonly platform: string;
}

/** Fills in the form *Register application* and leaves the sending to the test. */
export async function fillRegistration(page: Page, typed: TypedRegistration): Promise<void> {
  await page.getByRole('button', { name: 'Register application' }).first().click();
  const form = page.getByRole('dialog', { name: 'Register application' });
  await form.getByLabel('System URL').fill(typed.systemUrl);
  await form.getByLabel('Application name').fill(typed.applicationName);
  await form.getByLabel('Application label').fill(typed.applicationLabel);
  await form.getByLabel('Description').fill(typed.description);
  await form.getByRole('combobox', { name: 'Platform' }).fill(typed.platform);
  // Leaves the combo box as a person does, which closes its list and keeps what was typed.
  await page.keyboard.press('Tab');
  await form.getByRole('button', { name: 'Production level' }).click();
  await page.getByRole('option', { name: /Development/ }).click();
}

/** Fails with what axe found, in its own words. */
export function expectNoViolations(violations: readonly { id: string; nodes: readonly { html: string }[] }[]): void {
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}
