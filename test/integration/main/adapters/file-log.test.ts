import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fileLog } from '../../../../main/adapters/file-log.ts';

let folder: string;
beforeEach(() => {
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'file-log-')), 'logs');
});
afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

const clock = { nowMs: () => Date.UTC(2026, 10, 23, 7, 31) };
const linesOf = (name: string): unknown[] =>
  fs
    .readFileSync(path.join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

it('every line is one object with its time, and only the owner may read it', () => {
  const log = fileLog({ folder, clock });
  log.info('The app has started', { version: '0.1.0' });
  log.warn('Something was odd');
  expect(linesOf('fabric-registrar.log')).toEqual([
    { time: '2026-11-23T07:31:00.000Z', level: 'info', event: 'The app has started', version: '0.1.0' },
    { time: '2026-11-23T07:31:00.000Z', level: 'warn', event: 'Something was odd' },
  ]);
  expect(fs.statSync(path.join(folder, 'fabric-registrar.log')).mode & 0o777).toBe(0o600);
});

it('the log never takes more than two files of the limit, also over several starts', () => {
  for (let start = 0; start < 5; start += 1) {
    const log = fileLog({ folder, clock, limitBytes: 1000 });
    for (let line = 0; line < 20; line += 1) log.info('Something happened', { start, line });
  }
  const names = fs.readdirSync(folder);
  expect(names.sort()).toEqual(['fabric-registrar.log', 'fabric-registrar.previous.log']);
  for (const name of names) expect(fs.statSync(path.join(folder, name)).size).toBeLessThanOrEqual(1000);
  expect(linesOf('fabric-registrar.log').at(-1)).toMatchObject({ start: 4, line: 19 });
});

it('a log that cannot be written disturbs nobody', () => {
  fs.writeFileSync(folder, 'a file where the folder should be');
  expect(() => fileLog({ folder, clock }).info('Unheard')).not.toThrow();
});
