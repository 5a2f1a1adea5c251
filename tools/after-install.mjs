// What every command of this project does first, on whatever Node the machine has and with nothing installed: install
// what is missing, then run its own script on the project's Node.
// @ts-check
import path from 'node:path';
import { spawn } from 'node:child_process';
import { onEndAsked } from './end-signals.mjs';
import { installPackages } from './install.mjs';
import { inProject, projectFolder, projectNode } from './project.mjs';
import { StepFailure, runScript, stepsOn } from './step.mjs';

const oldestNode = [20, 19];

/**
 * Runs a script of this folder with the packages in place, passing the command line on, and ends with its exit code.
 * @param {string} script its file name
 */
export function afterInstall(script) {
  return runScript(async () => {
    requireNode(process.versions.node);
    await stepsOn(process.stdout).step('Packages', installPackages);
    return onProjectNode([inProject('tools', script), ...process.argv.slice(2)]);
  });
}

/**
 * @param {string} version
 * @throws StepFailure when it is too old to install and start the project
 */
export function requireNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = oldestNode;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new StepFailure(
    `This is Node ${version}; the project needs Node ${oldestNode.join('.')} or later.`,
    'Install a later Node from https://nodejs.org and start again.',
  );
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
function onProjectNode(args) {
  return new Promise((resolve, reject) => {
    const commands = inProject('node_modules', '.bin');
    const env = { ...process.env, PATH: `${commands}${path.delimiter}${process.env['PATH'] ?? ''}` };
    const child = spawn(projectNode, args, { cwd: projectFolder, env, stdio: 'inherit' });
    // The script decides what being asked to end means; this process only passes it on and waits.
    const stopListening = onEndAsked((signal) => child.kill(signal));
    child.once('error', reject);
    child.once('close', (code) => {
      stopListening();
      resolve(code ?? 1);
    });
  });
}
