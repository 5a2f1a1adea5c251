// The official download from a mirror on loopback that refuses, lies, breaks off, or serves.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { downloadRelease, installedRelease } from '../../../tools/official-runtime.mjs';
import { electronPackage } from '../../../tools/project.mjs';
import { temporaryFolder } from './temporary-folder.ts';

beforeEach(async () => {
  // Nothing of this may touch the cache that Electron keeps for all projects.
  vi.stubEnv('electron_config_cache', await temporaryFolder());
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function mirror(listener: RequestListener): Promise<void> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // SAFETY: a server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  vi.stubEnv('ELECTRON_MIRROR', `http://127.0.0.1:${port}/`);
}

/** An archive with one uncompressed file in it. */
function zipOf(name: string, text: string): Buffer {
  const content = Buffer.from(text);
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt32LE(crc32(content), 10);
  header.writeUInt32LE(content.length, 14);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), header, Buffer.from(name), content]);
  const entry = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), header, Buffer.alloc(14), Buffer.from(name)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(local.length, 12);
  return Buffer.concat([local, entry, Buffer.from('PK\x05\x06'), end]);
}

const version = '45.0.0';
const archive = zipOf('version', version);
const fileName = `electron-v${version}-${process.platform}-${process.arch}.zip`;
const release = { version, checksums: { [fileName]: createHash('sha256').update(archive).digest('hex') } };

async function download() {
  const folder = await temporaryFolder();
  const places = {
    packageFolder: electronPackage,
    temporaryFolder: path.join(folder, 'passing'),
    into: path.join(folder, 'into'),
  };
  await mkdir(places.temporaryFolder);
  return { into: places.into, done: downloadRelease(release, places) };
}

test('a release is fetched, verified and unpacked', async () => {
  const asked: string[] = [];
  await mirror((request, response) => {
    asked.push(`${request.headers.range ?? 'all'} of ${request.url ?? ''}`);
    response.end(archive);
  });
  const { into, done } = await download();
  await done;
  expect(await readFile(path.join(into, 'version'), 'utf8')).toBe(version);
  expect(asked).toEqual([`bytes=0-0 of /v${version}/${fileName}`, `all of /v${version}/${fileName}`]);
  // It is kept unpacked; Electron's own cache of archives stays as it was.
  expect(await readdir(process.env['electron_config_cache'] ?? '')).toEqual([]);
});

test('an archive that is not the released one is refused', async () => {
  await mirror((_request, response) => response.end(zipOf('version', 'another')));
  const { into, done } = await download();
  await expect(done).rejects.toThrow(/checksum/i);
  expect(existsSync(into)).toBe(false);
});

test('a refusal is found by asking for one byte, and told with its status', async () => {
  const asked: (string | undefined)[] = [];
  await mirror((request, response) => {
    asked.push(request.headers.range);
    response.writeHead(403).end('blocked by policy');
  });
  const { done } = await download();
  await expect(done).rejects.toThrow(/^127\.0\.0\.1:\d+ answered 403$/);
  expect(asked).toEqual(['bytes=0-0']);
});

test('a host that takes the connection and never answers is given up', async () => {
  await mirror(() => undefined);
  const { done } = await download();
  await expect(done).rejects.toThrow(/^127\.0\.0\.1:\d+ did not answer within 4 s$/);
});

test('a host that is not there is told by what the system says', async () => {
  vi.stubEnv('ELECTRON_MIRROR', 'http://electron-mirror.invalid/');
  const { done } = await download();
  await expect(done).rejects.toThrow(/^electron-mirror\.invalid cannot be reached \((ENOTFOUND|EAI_AGAIN)\)$/);
});

test('a download that breaks off is told', async () => {
  await mirror((request, response) => {
    if (request.headers.range !== undefined) return void response.end('P');
    response.writeHead(200, { 'content-length': archive.length });
    response.write(archive.subarray(0, 10), () => response.destroy());
  });
  const { done } = await download();
  await expect(done).rejects.toThrow(/^the download from 127\.0\.0\.1:\d+ broke off$/);
});

test('the installed electron package knows its release and what it must be', async () => {
  const { version: installed, checksums } = await installedRelease(electronPackage);
  expect(checksums[`electron-v${installed}-linux-x64.zip`]).toMatch(/^[0-9a-f]{64}$/);
});
