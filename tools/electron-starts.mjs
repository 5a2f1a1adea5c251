// Whether an Electron that was got will start on this Linux: its libraries and its sandbox, told before it dies over them.
// @ts-check
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { resolveElectron } from './electron-runtime.mjs';
import { run } from './run.mjs';
import { StepFailure } from './step.mjs';

/**
 * @param {(now: string) => void} progress told what is being done
 * @returns {Promise<import('./electron-runtime.mjs').ElectronRuntime>}
 * @throws StepFailure when there is none, or when it would not start
 */
export async function electronThatStarts(progress) {
  const runtime = await resolveElectron({ progress });
  if (process.platform === 'linux') {
    await requireLibraries(runtime.executablePath);
    if (!runtime.args.includes('--no-sandbox')) await requireSandbox(path.join(runtime.distPath, 'chrome-sandbox'));
  }
  return runtime;
}

/** @param {string} executable */
async function requireLibraries(executable) {
  const { output } = await run('ldd', [executable]);
  const missing = output.split('\n').flatMap((line) => /^\s*(\S+) => not found/.exec(line)?.[1] ?? []);
  if (missing.length === 0) return;
  const wayOut = "Install them with this system's package manager, then start again.";
  throw new StepFailure(`Electron needs libraries that this system lacks: ${missing.join(', ')}.`, wayOut);
}

/**
 * Chromium's sandbox stands on user namespaces, or, where a system keeps those from programs, on a helper owned by root.
 * @param {string} helper
 */
async function requireSandbox(helper) {
  // Where there is no unshare to try it with (127), Chromium is left to find out.
  const { code } = await run('unshare', ['--user', '--map-root-user', 'true']);
  if (code === 0 || code === 127 || (await isOwnedByRootForAll(helper))) return;
  throw new StepFailure(
    "This system keeps user namespaces from programs, so Electron's sandbox needs its helper.",
    `Run: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  );
}

/** @param {string} file */
async function isOwnedByRootForAll(file) {
  const info = await stat(file).catch(() => undefined);
  return info !== undefined && info.uid === 0 && (info.mode & 0o4000) !== 0;
}
