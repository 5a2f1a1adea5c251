// The files of a client certificate in the real Electron: its TLS library is another one than Node's.
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { resolveElectron } from '../../../tools/electron-runtime.mjs';
import { identityCases } from '../../integration/main/adapters/identity-files.ts';
import type { IdentityCase } from '../../integration/main/adapters/identity-files.ts';
import { areThere } from '../../integration/reach/real-servers.ts';
import { temporaryFolder } from '../app-under-test.ts';
import type { Readings } from './read-identities.ts';

async function readInElectron(cases: readonly IdentityCase[]): Promise<Readings> {
  const folder = await temporaryFolder('identities');
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: path.join(import.meta.dirname, 'read-identities.ts'),
      outDir: folder,
      rolldownOptions: { external: ['electron'], output: { entryFileNames: 'main.mjs' } },
    },
  });
  await writeFile(path.join(folder, 'package.json'), '{"name":"identities","type":"module","main":"main.mjs"}');
  await writeFile(path.join(folder, 'cases.json'), JSON.stringify(cases));
  const { executablePath, args } = await resolveElectron();
  const { stdout } = await promisify(execFile)(executablePath, [...args, `--user-data-dir=${folder}/data`, folder]);
  const line = stdout.split('\n').find((each) => each.startsWith('FACTS')) ?? 'FACTS[]';
  // SAFETY: the program wrote it.
  return JSON.parse(line.slice('FACTS'.length)) as Readings;
}

it.runIf(areThere)('the files of a client certificate open in the app, or say what is wrong with them', async () => {
  const cases = identityCases(await temporaryFolder('authority'), true);
  const readings = await readInElectron(cases);
  const isUsable = ({ expected }: IdentityCase): boolean => expected === 'pem' || expected === 'pkcs12';
  const expected = cases.map((each) => [each.name, each.expected, ...(isUsable(each) ? ['CN=me'] : [])]);
  expect(readings.map((reading, index) => [cases[index]?.name, ...reading])).toEqual(expected);
});
