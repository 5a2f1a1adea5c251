// The work of `npm run package` once the packages are there.
// @ts-check
import { buildApp } from './build.mjs';
import { resolveElectron } from './electron-runtime.mjs';
import { packageApp } from './packaging.mjs';
import { runScript, stepsOn } from './step.mjs';

const { step } = stepsOn(process.stdout);

await runScript(async () => {
  const runtime = await step('Electron', (progress) => resolveElectron({ progress }));
  await step('Build', (progress) => buildApp(runtime.version, progress));
  await step('Package', (progress) => packageApp(runtime, progress));
});
