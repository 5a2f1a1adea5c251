// A program for the tests, run by the real Electron: reads the client certificates of its folder and says what they are.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { app } from 'electron';
import { certificateFiles } from '../../../main/adapters/certificate-files.ts';
import type { IdentityCase } from '../../integration/main/adapters/identity-files.ts';

/** For each case: the kind and whose it is, or what is wrong with it. */
export type Readings = readonly (readonly (string | undefined)[])[];

const read = (file: string) => ({ fileName: path.basename(file), bytes: readFileSync(file) });

// SAFETY: the test wrote it.
const cases = JSON.parse(readFileSync(path.join(app.getAppPath(), 'cases.json'), 'utf8')) as readonly IdentityCase[];
const readings: Readings = cases.map(({ files, passphrase }) => {
  const found = certificateFiles.clientIdentityIn(files.map(read), passphrase);
  return found.ok ? [found.value.identity.kind, found.value.facts?.subject] : [found.failure];
});
process.stdout.write(`FACTS${JSON.stringify(readings)}\n`);
app.exit(0);
