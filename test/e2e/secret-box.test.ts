// Where secrets are kept: sealed by a real keyring, or nowhere but in memory when the system protects nothing.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import { startApp, temporaryFolder } from './app-under-test.ts';
import { connectHub, registrationsTable, seen } from './screens.ts';

it('seals a secret with the keyring and opens it again after a restart', async () => {
  const { hub, credentialsFile } = await startHub();
  const dataFolder = await temporaryFolder();
  const first = await startApp({ dataFolder });
  await connectHub(first.page, credentialsFile);
  await first.close();

  const stored = await readFile(join(dataFolder, 'hubs.json'), 'utf8');
  expect(stored).not.toContain(hub.clientSecret);
  const [, ciphertext = ''] = /"ciphertext":\s*"([^"]+)"/.exec(stored) ?? [];
  // What Chromium puts before a value that a Secret Service keyring protects on Linux.
  expect(Buffer.from(ciphertext, 'base64').subarray(0, 3).toString()).toBe('v11');

  const second = await startApp({ dataFolder });
  await seen(registrationsTable(second.page).getByRole('gridcell'));
  await seen(second.page.getByText('PPF:Configurators'));
});

it('keeps a secret in memory only when there is no keyring, says so, and asks for the file after a restart', async () => {
  const { credentialsFile, hub } = await startHub();
  const dataFolder = await temporaryFolder();
  const first = await startApp({ dataFolder, passwordStore: 'basic' });
  await connectHub(first.page, credentialsFile);
  await seen(first.page.getByText(/this session only/i));
  await first.close();

  const stored = await readFile(join(dataFolder, 'hubs.json'), 'utf8');
  expect(stored).not.toContain(hub.clientSecret);
  expect(stored).not.toContain('ciphertext');

  const second = await startApp({ dataFolder, passwordStore: 'basic' });
  await seen(registrationsTable(second.page).getByRole('gridcell'));
  await seen(second.page.getByText(/No secret is stored for this on this computer/));
});

it('keeps the record and its ciphertext when the keyring cannot open it any more', async () => {
  const { credentialsFile } = await startHub();
  const dataFolder = await temporaryFolder();
  const first = await startApp({ dataFolder });
  await connectHub(first.page, credentialsFile);
  await first.close();
  const before = await readFile(join(dataFolder, 'hubs.json'), 'utf8');

  const second = await startApp({ dataFolder, passwordStore: 'basic' });
  await seen(registrationsTable(second.page).getByRole('gridcell'));
  await seen(second.page.getByText(/no keystore at the moment/i));
  await second.close();
  expect(JSON.parse(await readFile(join(dataFolder, 'hubs.json'), 'utf8'))).toEqual(JSON.parse(before));

  const third = await startApp({ dataFolder });
  await seen(third.page.getByText('PPF:Configurators'));
});
