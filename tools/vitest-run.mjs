// One run of vitest over some of the projects in vitest.config.ts, told on the terminal and counted from its report.
// @ts-check
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { commandOf, projectFolder, projectNode } from './project.mjs';
import { run, runInFront } from './run.mjs';
import { StepFailure } from './step.mjs';
import { judgeRun } from './test-sums.mjs';

/**
 * @typedef {import('./keyring-session.mjs').Invocation} Invocation
 * @typedef {object} Outcome
 * @property {import('./test-sums.mjs').Sums} sums
 * @property {import('./test-sums.mjs').Report} [report] undefined when the run left none
 */

const vitest = () => commandOf('vitest');

/** @param {readonly string[]} projects */
const only = (projects) => projects.flatMap((name) => ['--project', name]);

/**
 * @param {object} what
 * @param {readonly string[]} what.projects
 * @param {readonly string[]} what.filters as vitest takes them
 * @param {boolean} what.maySkip
 * @param {NodeJS.ProcessEnv} what.env
 * @param {(invocation: Invocation) => Invocation} [what.within] puts the run inside of something
 * @returns {Promise<Outcome>}
 */
export async function runVitest({ projects, filters, maySkip, env, within = (invocation) => invocation }) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'fabric-registrar-report-'));
  const reportFile = path.join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const args = [vitest(), 'run', ...only(projects), ...reporters, '--passWithNoTests', ...filters];
    const { command, args: allArgs } = within({ command: projectNode, args });
    const { code, wasAsked } = await runInFront(command, allArgs, { cwd: projectFolder, env });
    if (wasAsked) throw new StepFailure('The tests were interrupted.', 'Start them again to have them counted.');
    const report = await readReport(reportFile);
    return {
      ...(report === undefined ? {} : { report }),
      sums: judgeRun(report, code, { maySkip, mayBeEmpty: filters.length > 0 }),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} file
 * @returns {Promise<import('./test-sums.mjs').Report | undefined>}
 */
async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * The test files of a project that a run with these filters would take; undefined when vitest cannot tell.
 * @param {string} project
 * @param {readonly string[]} filters
 * @returns {Promise<string[] | undefined>}
 */
export async function testFilesOf(project, filters) {
  const files = await list(['--filesOnly', ...only([project]), ...filters]);
  return files?.map(({ file }) => file);
}

/**
 * How many tests a project has; 1 when they cannot be counted.
 * @param {string} project
 * @param {readonly string[]} filters
 */
export const countTestsOf = async (project, filters) => (await list([...only([project]), ...filters]))?.length || 1;

/**
 * @param {readonly string[]} args
 * @returns {Promise<{ file: string }[] | undefined>}
 */
async function list(args) {
  const { code, output } = await run(projectNode, [vitest(), 'list', '--json', ...args], {
    cwd: projectFolder,
    onlyStdout: true,
  });
  try {
    return code === 0 ? JSON.parse(output) : undefined;
  } catch {
    return undefined;
  }
}
