// A data folder as a person has it after their first day: one hub, one credential, a saved list of registrations.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { startPracticeHub } from '../../main/practice-hub/practice-hub.ts';
import { connectHub } from '../e2e/screens.ts';

/**
 * Does the main job once in the real app against a practice hub with so many registrations, then stops both. The list
 * is read by the app and saved by the app; nothing of its formats is known here.
 */
export async function dataFolderWithSavedList(
  electron: { readonly executablePath: string; readonly args: readonly string[] },
  appFolder: string,
  registrations: number,
): Promise<{ dataFolder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'fabric-registrar-bench-'));
  const hub = await startPracticeHub({ port: 0, seed: registrations });
  const credentialsFile = join(folder, 'credentials.txt');
  await writeFile(credentialsFile, hub.credentialsFileText(), { mode: 0o600 });
  const dataFolder = join(folder, 'data');
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    args: [...electron.args, `--user-data-dir=${dataFolder}`, appFolder],
  });
  const page = await app.firstWindow();
  await connectHub(page, credentialsFile, 'Bench Hub', 120_000);
  await page.getByRole('grid', { name: 'Registrations' }).getByRole('gridcell').first().waitFor({ timeout: 120_000 });
  await app.close();
  await hub.close();
  return { dataFolder, remove: () => rm(folder, { recursive: true, force: true }) };
}
