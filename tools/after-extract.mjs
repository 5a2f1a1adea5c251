// electron-builder's hook for an Electron that is already unpacked: takes out what only an unpackaged Electron needs, as
// it does by itself with one that it has downloaded.
// @ts-check
import { glob, rm } from 'node:fs/promises';
import path from 'node:path';

/** @param {{ appOutDir: string }} context */
export async function afterExtract({ appOutDir }) {
  const folders = ['resources', '*.app/Contents/Resources'];
  const unneeded = ['version', ...folders.flatMap((folder) => [`${folder}/default_app.*`])];
  for await (const file of glob(unneeded, { cwd: appOutDir })) await rm(path.join(appOutDir, file));
}
