// The tests in the real Electron: what they need is put in place, and where it cannot be had, nobody takes them for passed.
// @ts-check
import { buildApp } from './build.mjs';
import { withVirtualDisplay } from './display.mjs';
import { electronThatStarts } from './electron-starts.mjs';
import { inKeyringSession, withThrowawayHome } from './keyring-session.mjs';
import { packageApp } from './packaging.mjs';
import { StepFailure, tellFailure } from './step.mjs';
import { displayNeeds, ensureSystemPackages, keyringNeeds, windowNeeds } from './system-packages.mjs';
import { nothing } from './test-sums.mjs';
import { countTestsOf, runVitest } from './vitest-run.mjs';

/**
 * @typedef {object} Prepared
 * @property {NodeJS.ProcessEnv} [env] what tells the tests where Electron and the package are; undefined when they cannot run
 * @property {boolean} isOurFault a build or a package that fails is a failed test; an Electron that cannot be had is not
 */

/**
 * Prepares what the tests need: the system's packages, an Electron, the built app and, for the test that starts it, the
 * packaged app.
 * @param {import('./step.mjs').Steps} steps
 * @param {readonly string[] | undefined} files the test files that will run; undefined when that is not known
 * @returns {Promise<Prepared>}
 */
export async function prepareElectron({ step }, files) {
  const wantsPackage = files === undefined || files.some((file) => file.includes('packaged-app'));
  let isOurFault = false;
  try {
    const needs = [...windowNeeds, ...displayNeeds, ...keyringNeeds];
    await step('System', (progress) => ensureSystemPackages(needs, progress));
    const runtime = await step('Electron', electronThatStarts);
    isOurFault = true;
    await step('Build', (progress) => buildApp(runtime.version, progress));
    const packaged = wantsPackage ? await step('Package', (progress) => packageApp(runtime, progress)) : undefined;
    return { isOurFault, env: whereThingsAre(runtime, packaged?.executable) };
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    tellFailure(error);
    return { isOurFault };
  }
}

/**
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {string | undefined} packagedApp
 * @returns {NodeJS.ProcessEnv}
 */
function whereThingsAre(runtime, packagedApp) {
  return {
    FABRIC_ELECTRON: runtime.executablePath,
    FABRIC_ELECTRON_ARGS: JSON.stringify(runtime.args),
    FABRIC_ELECTRON_VERSION: runtime.version,
    ...(packagedApp === undefined ? {} : { FABRIC_PACKAGED_APP: packagedApp }),
  };
}

/**
 * @param {Prepared} prepared
 * @param {{ filters: readonly string[], isInCi: boolean, steps: import('./step.mjs').Steps }} how
 * @returns {Promise<import('./vitest-run.mjs').Outcome>}
 */
export async function endToEnd({ env, isOurFault }, { filters, isInCi, steps }) {
  if (env !== undefined) return runWindows(env, filters, isInCi);
  const count = await countTestsOf('e2e', filters);
  const isFailure = isOurFault || isInCi;
  steps.say(`The tests in the real Electron could not run: ${count} ${isFailure ? 'failed' : 'skipped'}.`);
  return { sums: isFailure ? { ...nothing, failed: count } : { ...nothing, skipped: count } };
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} filters
 * @param {boolean} isInCi
 */
async function runWindows(env, filters, isInCi) {
  const what = { projects: ['e2e'], filters, maySkip: !isInCi || filters.length > 0 };
  if (process.platform !== 'linux') return runVitest({ ...what, env: { ...process.env, ...env } });
  // On Linux never on the person's own display, nor with their keyring: the same screen and the same session everywhere.
  return withVirtualDisplay((displayEnv) =>
    withThrowawayHome({ ...displayEnv, ...env }, (homeEnv) =>
      runVitest({ ...what, env: homeEnv, within: inKeyringSession }),
    ),
  );
}
