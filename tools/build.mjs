// Builds the app into out/, unless it has been built from the very same sources.
// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { commandOf, inProject, projectFolder, projectNode } from './project.mjs';
import { run } from './run.mjs';
import { StepFailure } from './step.mjs';

const sources = [
  'main',
  'preload',
  'renderer',
  'resources',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'electron.vite.config.ts',
];
const entry = inProject('out', 'main', 'main.js');
/** What the last build was made from; not in out/, all of which is packaged. */
const note = inProject('.cache', 'built-from');

/**
 * @param {string} electronVersion what the result must run in
 * @param {(now: string) => void} progress
 * @returns {Promise<string>} the outcome in words
 */
export async function buildApp(electronVersion, progress) {
  const build = async () => {
    const fingerprint = await fingerprintOf(electronVersion);
    if (existsSync(entry) && (await readFile(note, 'utf8').catch(() => '')) === fingerprint)
      return 'nothing has changed since the last build';
    progress('building');
    await rm(note, { force: true });
    await electronViteBuild(electronVersion);
    await mkdir(path.dirname(note), { recursive: true });
    await writeFile(note, fingerprint);
    return 'built into out/';
  };
  return withLock(`${projectFolder} build`, build, () => progress('waiting for another run that is building'));
}

/** @param {string} electronVersion */
async function electronViteBuild(electronVersion) {
  // Otherwise it would build for the Electron of package.json, whose syntax an older one may not know.
  const env = { ...process.env, ELECTRON_MAJOR_VER: electronVersion.split('.')[0] };
  const { code, output } = await run(projectNode, [commandOf('electron-vite'), 'build'], { cwd: projectFolder, env });
  if (code !== 0) throw new StepFailure('The build failed.', 'Mend what it says above, then start again.', output);
}

/** @param {string} electronVersion */
async function fingerprintOf(electronVersion) {
  const hash = createHash('sha256').update(electronVersion);
  for (const source of sources) {
    for (const file of await filesUnder(inProject(source))) {
      hash.update(`\0${file}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} place a file or a folder; gives nothing when it is not there
 * @returns {Promise<string[]>}
 */
async function filesUnder(place) {
  const info = await stat(place).catch(() => undefined);
  if (info === undefined) return [];
  if (!info.isDirectory()) return [place];
  const names = (await readdir(place)).sort();
  return (await Promise.all(names.map((name) => filesUnder(path.join(place, name))))).flat();
}
