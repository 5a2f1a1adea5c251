import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localFileReader } from '../../../../main/adapters/local-file-reader.ts';
import { fail } from '../../../../preload/contract/result.ts';

const LIMIT = 1000;

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'file-reader-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const read = (name: string) => localFileReader.read(at(name), LIMIT);

it('a file is read whole, up to the limit', async () => {
  for (const size of [0, 1, LIMIT]) {
    const content = Buffer.alloc(size, 'x');
    fs.writeFileSync(at('credentials.txt'), content);
    const result = await read('credentials.txt');
    expect(result.ok && { ...result.value, bytes: Buffer.from(result.value.bytes) }).toEqual({
      fileName: 'credentials.txt',
      bytes: content,
    });
  }
});

it('a file beyond the limit is refused with its size', async () => {
  fs.writeFileSync(at('large.txt'), 'x'.repeat(LIMIT + 1));
  expect(await read('large.txt')).toEqual(
    fail({ code: 'fileTooLarge', fileName: 'large.txt', sizeBytes: LIMIT + 1, limitBytes: LIMIT }),
  );
});

it('a file that says it is empty and is not is read no further than the limit', async () => {
  const result = await localFileReader.read('/proc/self/status', 10);
  expect(result).toEqual(fail({ code: 'fileTooLarge', fileName: 'status', sizeBytes: 11, limitBytes: 10 }));
});

it('a path that vanished is missing', async () => {
  expect(await read('gone.txt')).toEqual(fail({ code: 'fileMissing', fileName: 'gone.txt' }));
  fs.writeFileSync(at('file.txt'), '');
  expect(await read('file.txt/inside.txt')).toEqual(fail({ code: 'fileMissing', fileName: 'inside.txt' }));
});

it('a folder is told apart', async () => {
  fs.mkdirSync(at('folder'));
  expect(await read('folder')).toEqual(fail({ code: 'fileNotRegular', fileName: 'folder', found: 'folder' }));
});

it('a link is not followed, whatever it points at', async () => {
  fs.writeFileSync(at('file.txt'), 'text');
  for (const target of [at('file.txt'), '/etc/passwd', at('nowhere'), at('link')]) {
    fs.rmSync(at('link'), { force: true });
    fs.symlinkSync(target, at('link'));
    expect(await read('link')).toEqual(fail({ code: 'fileNotRegular', fileName: 'link', found: 'other' }));
  }
});

it('a pipe, a socket and a device are refused without waiting for them', async () => {
  execFileSync('sh', ['-c', 'mkfifo "$0"', at('pipe')]);
  const server = net.createServer().listen(at('socket'));
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    for (const name of ['pipe', 'socket']) {
      expect(await read(name)).toEqual(fail({ code: 'fileNotRegular', fileName: name, found: 'other' }));
    }
    expect(await localFileReader.read('/dev/zero', LIMIT)).toMatchObject({ failure: { found: 'other' } });
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
});

it('a file that may not be read is told as denied', () => {
  fs.writeFileSync(at('locked.txt'), 'text', { mode: 0o000 });
  // Permissions do not hold root back, so the reading is done by a process of nobody.
  const program = `
    import { localFileReader } from ${JSON.stringify(path.resolve('main/adapters/local-file-reader.ts'))};
    if (process.getuid() === 0) process.setuid(65534);
    console.log(JSON.stringify(await localFileReader.read(${JSON.stringify(at('locked.txt'))}, ${LIMIT})));`;
  fs.chmodSync(folder, 0o755);
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual(fail({ code: 'fileDenied', fileName: 'locked.txt' }));
});
