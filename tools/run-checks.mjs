// The work of `npm run check` once the packages are there: each check one line, its output only when it finds something,
// and all of them even when one does.
// @ts-check
import { commandOf, inProject, projectFolder, projectNode } from './project.mjs';
import { run } from './run.mjs';
import { StepFailure, duration, runScript, stepsOn, tellFailure } from './step.mjs';

const environments = ['preload/contract', 'preload', 'main/core', 'main', 'renderer', 'test', 'tools'];

/** @type {{ name: string, args: () => string[] }[]} */
const checks = [
  ...environments.map((folder) => ({
    name: `types ${folder}`,
    args: () => [commandOf('typescript', 'tsc'), '--noEmit', '-p', folder],
  })),
  { name: 'lint', args: () => [commandOf('eslint'), '.', '--max-warnings=0'] },
  {
    name: 'layers',
    args: () => [
      commandOf('dependency-cruiser', 'depcruise'),
      '--config',
      '.dependency-cruiser.mjs',
      ...['main', 'preload', 'renderer'],
    ],
  },
  { name: 'drawing', args: () => [inProject('tools', 'graph.mjs'), '--check'] },
  { name: 'dead code', args: () => [commandOf('knip')] },
  { name: 'format', args: () => [commandOf('prettier'), '--check', '.'] },
];

const { step, say } = stepsOn(process.stdout);

await runScript(async () => {
  const startedAt = performance.now();
  /** @type {string[]} */
  const failed = [];
  const waiting = [...checks];
  // Two at a time: the longest of them is busy on one processor only.
  await Promise.all([work(waiting, failed), work(waiting, failed)]);
  const inTime = duration(startedAt);
  if (failed.length === 0) say(`All ${checks.length} checks passed (${inTime}).`);
  else say(`${failed.length} of ${checks.length} checks failed: ${failed.join(', ')} (${inTime}).`);
  return failed.length === 0 ? 0 : 1;
});

/**
 * Takes one check after the other until none is waiting.
 * @param {typeof checks} waiting
 * @param {string[]} failed
 */
async function work(waiting, failed) {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const { name, args } = check;
    try {
      await step(name, () => runCheck(name, args()));
    } catch (error) {
      failed.push(name);
      tellFailure(error);
    }
  }
}

/**
 * @param {string} name
 * @param {readonly string[]} args
 */
async function runCheck(name, args) {
  const { code, output } = await run(projectNode, args, { cwd: projectFolder, keep: Infinity });
  if (code !== 0) throw new StepFailure(`That is what "${name}" found.`, '', output);
  return 'passed';
}
