// The work of `npm test` once the packages are there: every test of the project, those in the real Electron included.
// @ts-check
import path from 'node:path';
import { endToEnd, prepareElectron } from './end-to-end.mjs';
import { projectFolder } from './project.mjs';
import { duration, runScript, StepFailure, stepsOn, tellFailure } from './step.mjs';
import { ageNeeds, ensureSystemPackages, reachNeeds } from './system-packages.mjs';
import { add, nothing, slowestFiles, sumsInWords } from './test-sums.mjs';
import { runVitest, testFilesOf } from './vitest-run.mjs';

const steps = stepsOn(process.stdout);
const filters = process.argv.slice(2);
const isInCi = !['', '0', 'false', undefined].includes(process.env['CI']);

/** The tests that hold our age files against those of the `age` tool. */
const OF_AGE = /age-files|hand-off|vault/;

await runScript(async () => {
  const startedAt = performance.now();
  await prepareServers();
  const electron = await prepareWhereWanted();
  const outcomes = [
    await timed('unit, integration, screens', () => runHouses()),
    ...(electron === undefined ? [] : [await timed('e2e', () => endToEnd(electron, { filters, isInCi, steps }))]),
  ];
  const sums = total(outcomes.map((outcome) => outcome.sums));
  steps.say(['', ...outcomes.flatMap(inWords), `All of it took ${duration(startedAt)}.`, sumsInWords(sums)].join('\n'));
  return sums.failed === 0 ? 0 : 1;
});

/** The real servers and tools of the integration tests. Where they cannot be had, those tests say so: skipped here, failed in CI. */
async function prepareServers() {
  const files = [await testFilesOf('integration', filters), await testFilesOf('e2e', filters)].flatMap(
    (each) => each ?? [],
  );
  const needs = [
    ...(files.some((file) => file.includes('reach')) ? reachNeeds : []),
    ...(files.some((file) => OF_AGE.test(file)) ? ageNeeds : []),
  ];
  if (needs.length === 0) return;
  try {
    await steps.step('Servers and tools', (progress) => ensureSystemPackages(needs, progress));
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    tellFailure(error);
  }
}

/** With filters that leave no test in the real Electron, nothing is prepared for any. */
async function prepareWhereWanted() {
  const files = await testFilesOf('e2e', filters);
  return filters.length > 0 && files?.length === 0 ? undefined : prepareElectron(steps, files);
}

function runHouses() {
  return runVitest({ projects: ['unit', 'integration', 'screens'], filters, maySkip: true, env: process.env });
}

/**
 * A run that found no test at all has not passed.
 * @param {import('./test-sums.mjs').Sums[]} all
 */
function total(all) {
  const sums = all.reduce(add, nothing);
  return sums.passed + sums.failed + sums.skipped === 0 ? { ...nothing, failed: 1 } : sums;
}

/**
 * @param {string} name
 * @param {() => Promise<import('./vitest-run.mjs').Outcome>} work
 */
async function timed(name, work) {
  const startedAt = performance.now();
  return { name, ...(await work()), took: duration(startedAt) };
}

/**
 * What a run came to and where its time went.
 * @param {import('./vitest-run.mjs').Outcome & { name: string, took: string }} outcome
 */
function inWords({ name, sums, report, took }) {
  const slowest = report === undefined ? [] : slowestFiles(report, 5);
  const lines = slowest.map(
    ({ name: file, seconds }) => `  ${seconds.toFixed(1)} s  ${path.relative(projectFolder, file)}`,
  );
  const longest = lines.length === 0 ? '.' : '; longest:';
  return [`${name}: ${sumsInWords(sums)} (${took})${longest}`, ...lines];
}
