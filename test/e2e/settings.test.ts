// What a person sets, in the real window behind its wall, and after a restart.
import { expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder } from './app-under-test.ts';
import { connectHub, seen } from './screens.ts';

it('keeps what was set by the keys, over a restart', async () => {
  const { credentialsFile } = await startHub();
  const dataFolder = await temporaryFolder();
  const first = await startApp({ dataFolder });
  await connectHub(first.page, credentialsFile);
  await first.page.getByRole('button', { name: 'Settings', exact: true }).click();
  const days = first.page.getByLabel('Days until a registration counts as stale');
  await days.focus();
  for (const value of ['8', '9', '10']) {
    await first.page.keyboard.press('ArrowUp');
    await expect.poll(() => days.inputValue()).toBe(value);
  }
  await first.close();

  const { page } = await startApp({ dataFolder });
  await page.getByRole('button', { name: 'Overview', exact: true }).click();
  await seen(page.getByText('Not synchronized for 10 days'));
});
