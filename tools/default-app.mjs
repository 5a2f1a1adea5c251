// Puts our default app into a runtime that has none: what makes `electron <folder>` start the app in that folder.
// @ts-check
import { createPackage } from '@electron/asar';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from './project.mjs';

const source = inProject('tools', 'default-app');

/**
 * Packs the default app into the runtime, unless it is there as it is now in this project. Electron takes it as a real
 * archive only.
 * @param {string} dist
 */
export async function putDefaultApp(dist) {
  const resources = path.join(dist, 'resources');
  const note = path.join(resources, 'default_app.sha256');
  const fingerprint = await fingerprintOfSource();
  if ((await readFile(note, 'utf8').catch(() => '')) === fingerprint) return;
  await mkdir(resources, { recursive: true });
  const draft = path.join(resources, `default_app.${process.pid}.asar`);
  try {
    await createPackage(source, draft);
    await rename(draft, path.join(resources, 'default_app.asar'));
  } finally {
    await rm(draft, { force: true });
  }
  await writeFile(note, fingerprint);
}

async function fingerprintOfSource() {
  const hash = createHash('sha256');
  for (const name of (await readdir(source)).sort()) {
    hash.update(`${name}\0`).update(await readFile(path.join(source, name)));
  }
  return hash.digest('hex');
}
