// The check of a connection in the real Electron, as it is with a hub that answers and with one that is gone.
import { expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import { startApp } from './app-under-test.ts';
import { connectHub, seen } from './screens.ts';

it('says step by step how a hub is reached, and where it is not', async () => {
  const { hub, credentialsFile } = await startHub();
  const { page, electron } = await startApp();
  await connectHub(page, credentialsFile);
  await page.getByRole('button', { name: 'Hub and credentials' }).click();
  const section = page.getByRole('region', { name: 'Check connection' });
  await section.getByRole('button', { name: 'Check connection' }).click();
  await seen(section.getByText('The Hub answers as it should.'));
  const outcomes = await section.locator('.check-outcome').allInnerTexts();
  expect(outcomes).toEqual(['passed', 'passed', 'passed', 'not checked', 'passed', 'passed', 'passed', 'passed']);

  await hub.close();
  await section.getByRole('button', { name: 'Check again' }).click();
  await seen(section.getByText('It fails at: Connection.'));
  await seen(section.getByText('Who can mend it: your network team or the Hub’s administrator.'));
  await section.getByRole('button', { name: 'Copy report' }).click();
  await seen(section.getByRole('button', { name: 'Copied' }));
  const report = await electron.evaluate(({ clipboard }) => clipboard.readText());
  expect(report).toContain('code: hubUnreachable');
  expect(report).not.toContain(hub.clientSecret);
});
