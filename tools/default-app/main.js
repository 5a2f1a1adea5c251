// Starts an app from its folder inside an Electron that was taken out of a packaged app: what Electron's own
// resources/default_app.asar does, as far as starting, testing and measuring an app needs it.
//
// It is an ES module and awaits the app's main module at its top level, because Electron holds `ready` back until then:
// the app's calls that must come before `ready` (privileged schemes, the sandbox) do.
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Reads Electron's own command line, up to the app: everything after it belongs to the app, switches before it to Chromium.
 * @param {string[]} words
 */
function readCommandLine(words) {
  /** @type {string[]} */
  const preloads = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === '--version' || word === '-v') return { wantsVersion: true, preloads };
    if (word === '--require' || word === '-r') preloads.push(words[(at += 1)]);
    else if (word.startsWith('--require=')) preloads.push(word.slice('--require='.length));
    else if (!word.startsWith('-')) return { folder: path.resolve(word), preloads };
  }
  return { preloads };
}

/**
 * Takes name, version and main script from the app's package.json, as if it had been packaged.
 * @param {string} target a folder, or a script
 */
function describe(target) {
  const manifestFile = path.join(target, 'package.json');
  if (!existsSync(manifestFile))
    return { script: createRequire(manifestFile).resolve(target), appPath: path.dirname(target) };
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  return {
    script: createRequire(manifestFile).resolve(path.join(target, manifest.main ?? 'index.js')),
    appPath: target,
    name: manifest.productName ?? manifest.name,
    version: manifest.version,
  };
}

/** @param {ReturnType<typeof describe>} description */
function introduce({ appPath, name, version }) {
  if (version !== undefined) app.setVersion(version);
  if (name !== undefined) app.setName(name);
  if (process.platform === 'linux') app.setDesktopName(`${app.getName()}.desktop`);
  app.setAppPath(appPath);
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
}

const { folder, preloads, wantsVersion } = readCommandLine(process.argv.slice(1));
if (wantsVersion === true) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
} else if (folder === undefined) {
  console.error('Usage: electron [switches] <folder of an app> [its arguments]');
  process.exit(1);
} else {
  const requireFromHere = createRequire(path.join(process.cwd(), 'package.json'));
  for (const preload of preloads) requireFromHere(preload);
  try {
    const description = describe(folder);
    introduce(description);
    await import(pathToFileURL(description.script).href);
  } catch (error) {
    console.error('The app failed while loading:', error);
    process.exit(1);
  }
}
