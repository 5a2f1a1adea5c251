// The work of `npm start` once the packages are there: an Electron, a build, a display, the app.
// @ts-check
import { buildApp } from './build.mjs';
import { hasNoDisplay, withDisplay } from './display.mjs';
import { electronThatStarts } from './electron-starts.mjs';
import { projectFolder } from './project.mjs';
import { runInFront } from './run.mjs';
import { runScript, stepsOn } from './step.mjs';
import { displayNeeds, ensureSystemPackages, windowNeeds } from './system-packages.mjs';

const { step, say } = stepsOn(process.stdout);

await runScript(async () => {
  const isBlind = hasNoDisplay(process.env);
  const needs = isBlind ? [...windowNeeds, ...displayNeeds] : windowNeeds;
  await step('System', (progress) => ensureSystemPackages(needs, progress));
  const runtime = await step('Electron', electronThatStarts);
  await step('Build', (progress) => buildApp(runtime.version, progress));
  return withDisplay((env) => open(runtime, env, isBlind));
});

/**
 * @param {import('./electron-runtime.mjs').ElectronRuntime} runtime
 * @param {NodeJS.ProcessEnv} env
 * @param {boolean} isBlind
 */
async function open(runtime, env, isBlind) {
  const where = isBlind
    ? `unseen, on the virtual display ${env['DISPLAY']}, as there is no display here`
    : 'in its window';
  say(`The app opens ${where}. Ctrl-C ends it.`);
  const args = [...runtime.args, projectFolder, ...process.argv.slice(2)];
  const { code } = await runInFront(runtime.executablePath, args, { env });
  return code;
}
