// The downloader and the unpacker that the `electron` package itself uses: not ours to name in package.json, so that they
// are always the ones that fit it.
// @ts-check
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * @typedef {object} Downloader
 * @property {(url: string, file: string, options: { quiet: boolean, signal: AbortSignal, getProgressCallback: () => void }) => Promise<void>} download
 */

/**
 * What is used of @electron/get.
 * @typedef {object} Get
 * @property {(details: Record<string, unknown>) => Promise<string>} downloadArtifact gives the path of the verified zip
 * @property {() => string} getHostArch
 * @property {{ ReadOnly: number }} ElectronDownloadCacheMode
 * @property {new () => Downloader} FetchDownloader
 */

/**
 * @param {string} packageFolder of `electron`
 * @returns {Promise<{ get: Get, extract: (zip: string, options: { dir: string }) => Promise<void> }>}
 */
export async function electronsOwnTools(packageFolder) {
  const { resolve } = createRequire(path.join(packageFolder, 'install.js'));
  const load = (/** @type {string} */ name) => import(pathToFileURL(resolve(name)).href);
  const [get, { extract }] = await Promise.all([load('@electron/get'), load('@electron-internal/extract-zip')]);
  return { get, extract };
}
