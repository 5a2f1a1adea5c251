// The work of `npm run bench` once the packages are there: an Electron, a build, a display, the measurements.
// @ts-check
import { buildApp } from './build.mjs';
import { hasNoDisplay, withDisplay } from './display.mjs';
import { electronThatStarts } from './electron-starts.mjs';
import { inProject, projectFolder, projectNode } from './project.mjs';
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
  return withDisplay(measure);
});

/** @param {NodeJS.ProcessEnv} env */
async function measure(env) {
  say('Measuring takes about five minutes; leave the machine alone meanwhile.');
  const { code } = await runInFront(projectNode, [inProject('test/bench/run.ts')], { cwd: projectFolder, env });
  return code;
}
