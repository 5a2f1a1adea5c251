// The Electron that this project is built for, from the project's release downloads or from ELECTRON_MIRROR.
//
// It asks for one byte first, so that a network that refuses such downloads is noticed within seconds. It finds the
// corporate network's proxy and certificates, as npm's own download did a moment before.
// @ts-check
import { readFile } from 'node:fs/promises';
import http from 'node:http';
import path from 'node:path';
import tls from 'node:tls';
import { electronsOwnTools } from './electrons-own-tools.mjs';

const answerWithinMs = 4_000;
const silentForAtMostMs = 30_000;

/**
 * @typedef {object} Release
 * @property {string} version without the v
 * @property {Record<string, string>} checksums SHA-256 by file name
 */

/**
 * The release the installed `electron` package stands for.
 * @param {string} packageFolder
 * @returns {Promise<Release>}
 */
export async function installedRelease(packageFolder) {
  const read = async (/** @type {string} */ name) => JSON.parse(await readFile(path.join(packageFolder, name), 'utf8'));
  return { version: (await read('package.json')).version, checksums: await read('checksums.json') };
}

/**
 * Downloads, verifies and unpacks a release. A download that is already in Electron's own cache needs no network.
 * @param {Release} release
 * @param {{ packageFolder: string, temporaryFolder: string, into: string }} places of the `electron` package, of passing files, of the runtime
 * @throws an Error whose message says why the download could not be had
 */
export async function downloadRelease(release, { packageFolder, temporaryFolder, into }) {
  const { get, extract } = await electronsOwnTools(packageFolder);
  const restoreNetwork = joinTheNetwork();
  try {
    const zip = await get.downloadArtifact({
      ...release,
      artifactName: 'electron',
      platform: process.platform,
      arch: get.getHostArch(),
      cacheRoot: process.env['electron_config_cache'],
      // The unpacked runtime is kept; a second copy of it, still packed, would only take room.
      cacheMode: get.ElectronDownloadCacheMode.ReadOnly,
      tempDirectory: temporaryFolder,
      downloader: {
        download: (/** @type {string} */ url, /** @type {string} */ file) =>
          downloadAfterProbe(url, file, new get.FetchDownloader()),
      },
    });
    await extract(zip, { dir: into });
  } finally {
    restoreNetwork();
  }
}

/**
 * @param {string} url
 * @param {string} file
 * @param {import('./electrons-own-tools.mjs').Downloader} downloader
 */
async function downloadAfterProbe(url, file, downloader) {
  const { host } = new URL(url);
  await probe(url).catch((error) => {
    throw new Error(`${host} ${whyRefused(error)}`, { cause: error });
  });
  const stalled = new AbortController();
  const watch = setTimeout(() => stalled.abort(), silentForAtMostMs);
  const getProgressCallback = () => void watch.refresh();
  try {
    await downloader.download(url, file, { quiet: true, getProgressCallback, signal: stalled.signal });
  } catch (error) {
    throw new Error(`the download from ${host} broke off`, { cause: error });
  } finally {
    clearTimeout(watch);
  }
}

/** @param {string} url */
async function probe(url) {
  const answer = await fetch(url, { headers: { range: 'bytes=0-0' }, signal: AbortSignal.timeout(answerWithinMs) });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
}

/** @param {unknown} error */
function whyRefused(error) {
  if (!(error instanceof Error)) return 'did not answer';
  if (error.name === 'TimeoutError') return `did not answer within ${answerWithinMs / 1000} s`;
  const cause = error.cause instanceof Error && 'code' in error.cause ? ` (${String(error.cause.code)})` : '';
  return cause === '' ? error.message : `cannot be reached${cause}`;
}

/** Uses the proxy the environment names and the certificates the system trusts; gives back how to undo it. */
function joinTheNetwork() {
  const before = tls.getCACertificates('default');
  tls.setDefaultCACertificates([...before, ...tls.getCACertificates('system')]);
  const withoutProxy = http.setGlobalProxyFromEnv();
  return () => {
    withoutProxy();
    tls.setDefaultCACertificates(before);
  };
}
