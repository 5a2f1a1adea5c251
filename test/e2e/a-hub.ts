// A practice hub for one test, with its credentials file on disk as an administrator would hand it over.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { PracticeHubOptions } from '../../main/practice-hub/options.ts';
import { startPracticeHub, type PracticeHub } from '../../main/practice-hub/practice-hub.ts';
import { temporaryFolder } from './app-under-test.ts';

export interface HubUnderTest {
  readonly hub: PracticeHub;
  readonly credentialsFile: string;
  /** The options it was started with, to start the same hub again. */
  readonly options: PracticeHubOptions;
}

/** Starts a hub that ends with the test. */
export async function startHub(given: PracticeHubOptions = {}): Promise<HubUnderTest> {
  const stateFolder = await temporaryFolder('practice-hub');
  const hub = await startPracticeHub({ stateFolder, ...given });
  onTestFinished(() => hub.close());
  const credentialsFile = join(stateFolder, 'configurator-credentials.txt');
  await writeFile(credentialsFile, hub.credentialsFileText(), { mode: 0o600 });
  const port = Number(new URL(hub.origin).port);
  return { hub, credentialsFile, options: { stateFolder, ...given, port } };
}
