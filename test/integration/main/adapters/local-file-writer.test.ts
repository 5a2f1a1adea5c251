import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ok } from '#contract/result.ts';
import { localFileWriter } from '../../../../main/adapters/local-file-writer.ts';
import { waysToFillADisk } from './confined-disk.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'local-file-writer-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const file = (name = 'export.csv') => ({ path: path.join(folder, name), fileName: name });

describe('writing a file that a person chose', () => {
  it('writes texts and bytes, and leaves nothing beside it', async () => {
    expect(await localFileWriter.write(file(), 'Grüße')).toEqual(ok(null));
    expect(await localFileWriter.write(file('export.pdf'), new Uint8Array([37, 0, 255]))).toEqual(ok(null));
    expect(fs.readFileSync(file().path, 'utf8')).toBe('Grüße');
    expect([...fs.readFileSync(file('export.pdf').path)]).toEqual([37, 0, 255]);
    expect(fs.readdirSync(folder).sort()).toEqual(['export.csv', 'export.pdf']);
  });

  it('replaces the file that was there, which keeps who may read it', async () => {
    fs.writeFileSync(file().path, 'before', { mode: 0o640 });
    await localFileWriter.write(file(), 'after');
    expect(fs.readFileSync(file().path, 'utf8')).toBe('after');
    expect(fs.statSync(file().path).mode & 0o777).toBe(0o640);
  });

  it('says so when there is no such folder', async () => {
    const missing = { path: path.join(folder, 'gone', 'export.csv'), fileName: 'export.csv' };
    expect(await localFileWriter.write(missing, 'x')).toEqual({
      ok: false,
      failure: { code: 'fileNotWritten', fileName: 'export.csv', cause: 'other' },
    });
  });

  it.each(waysToFillADisk)('leaves the old file as it was when the disk is full: %s', (_way, confine) => {
    const script = `
      import fs from 'node:fs';
      import { localFileWriter } from '${path.resolve('main/adapters/local-file-writer.ts')}';
      process.on('SIGXFSZ', () => undefined);
      const file = { path: process.argv[1] + '/export.csv', fileName: 'export.csv' };
      fs.writeFileSync(file.path, 'before');
      const written = await localFileWriter.write(file, 'x'.repeat(200_000));
      console.log(JSON.stringify([written, fs.readFileSync(file.path, 'utf8'), fs.readdirSync(process.argv[1])]));
    `;
    const [command, ...args] = confine(folder, [process.execPath, '--input-type=module', '-e', script, folder]);
    const { stdout } = spawnSync(command, args, { encoding: 'utf8' });
    const failure = { code: 'fileNotWritten', fileName: 'export.csv', cause: 'full' };
    expect(JSON.parse(stdout)).toEqual([{ ok: false, failure }, 'before', ['export.csv']]);
  });
});
