// Packages the built app for this machine, unpacked, around an Electron that is already here: nothing is downloaded.
// @ts-check
import { glob, rm } from 'node:fs/promises';
import { withLock } from './lock.mjs';
import { commandOf, inProject, projectFolder, projectNode } from './project.mjs';
import { run } from './run.mjs';
import { StepFailure } from './step.mjs';

const output = inProject('dist');

/** Where electron-builder leaves the executable of an unpacked app, by platform. */
const executables = {
  linux: 'linux*-unpacked/fabric-registrar',
  win32: 'win*-unpacked/fabric-registrar.exe',
  darwin: 'mac*/*.app/Contents/MacOS/*',
};

/**
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {(now: string) => void} progress
 * @returns {Promise<{ executable: string, outcome: string }>}
 */
export function packageApp(runtime, progress) {
  const make = async () => {
    progress('packaging');
    await removeOld();
    await electronBuilder(runtime);
    const executable = await findExecutable();
    if (executable === undefined) throw new StepFailure('The package has no executable.', 'See electron-builder.yml.');
    const warning = runtime.source === 'registry' ? `; to try only, as Electron ${runtime.version} is out of date` : '';
    return { executable, outcome: `${executable}${warning}` };
  };
  return withLock(`${projectFolder} package`, make, () => progress('waiting for another run that is packaging'));
}

/** @param {import('./electron-runtime.mjs').ElectronRuntime} runtime */
async function electronBuilder({ distPath, version }) {
  const config = { electronDist: distPath, electronVersion: version, afterExtract: './tools/after-extract.mjs' };
  const settings = [...Object.entries(config).map(([name, value]) => `--config.${name}=${value}`), '--publish=never'];
  const args = [commandOf('electron-builder'), '--dir', ...settings];
  const { code, output: said } = await run(projectNode, args, { cwd: projectFolder });
  if (code !== 0) throw new StepFailure('electron-builder failed.', 'Mend what it says above, then start again.', said);
}

/** What an earlier run packaged must not be taken for this one's. */
async function removeOld() {
  for (const folder of ['linux*-unpacked', 'win*-unpacked', 'mac*']) {
    for await (const old of glob(folder, { cwd: output }))
      await rm(`${output}/${old}`, { recursive: true, force: true });
  }
}

async function findExecutable() {
  const pattern = /** @type {Record<string, string>} */ (executables)[process.platform] ?? executables.linux;
  for await (const found of glob(pattern, { cwd: output })) return `${output}/${found}`;
  return undefined;
}
