import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { liveSecrets } from '../../../../main/core/redaction/live-secrets.ts';
import { redactor } from '../../../../main/core/redaction/redactor.ts';
import { fileLog } from '../../../../main/adapters/file-log.ts';

let folder: string;
beforeEach(() => {
  folder = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'file-log-')), 'logs');
});
afterEach(() => fs.rmSync(path.dirname(folder), { recursive: true, force: true }));

const clock = { nowMs: () => Date.UTC(2026, 10, 23, 7, 31) };
const live = liveSecrets();
const redact = redactor(live);
const linesOf = (name: string): unknown[] =>
  fs
    .readFileSync(path.join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

it('every line is one object with its time, and only the owner may read it', () => {
  const log = fileLog({ folder, clock, redact });
  log.info('The app has started', { version: '0.1.0' });
  log.warn('Something was odd');
  expect(linesOf('fabric-registrar.log')).toEqual([
    { time: '2026-11-23T07:31:00.000Z', level: 'info', event: 'The app has started', version: '0.1.0' },
    { time: '2026-11-23T07:31:00.000Z', level: 'warn', event: 'Something was odd' },
  ]);
  expect(fs.statSync(path.join(folder, 'fabric-registrar.log')).mode & 0o777).toBe(0o600);
});

it('the log never takes more than two files of the limit and a line, also over several starts', () => {
  for (let start = 0; start < 5; start += 1) {
    const log = fileLog({ folder, clock, redact, limitBytes: 1000 });
    for (let line = 0; line < 20; line += 1) log.info('Something happened', { start, line });
  }
  const names = fs.readdirSync(folder);
  expect(names.sort()).toEqual(['fabric-registrar.log', 'fabric-registrar.previous.log']);
  for (const name of names) expect(fs.statSync(path.join(folder, name)).size).toBeLessThanOrEqual(1000 + 110);
  expect(linesOf('fabric-registrar.log').at(-1)).toMatchObject({ start: 4, line: 19 });
});

it('a log that cannot be written disturbs nobody', () => {
  fs.writeFileSync(folder, 'a file where the folder should be');
  expect(() => fileLog({ folder, clock, redact }).info('Unheard')).not.toThrow();
});

it('no line holds a secret, wherever it came from', () => {
  const log = fileLog({ folder, clock, redact });
  live.add('MARKER-known-0815');
  log.warn('Something went wrong with MARKER-known-0815', {
    text: 'client_secret=MARKER-unknown-0815',
    'MARKER-known-0815': true,
  });
  expect(log.lastLines(10_000)).not.toContain('MARKER');
  expect(linesOf('fabric-registrar.log')).toMatchObject([{ event: 'Something went wrong with •••' }]);
});

it('its end is read as whole lines, over both files', () => {
  const log = fileLog({ folder, clock, redact, limitBytes: 200 });
  for (let line = 0; line < 4; line += 1) log.info('Something happened', { line });
  const lines = log.lastLines(250).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { line: number }).line)).toEqual([2, 3]);
  expect(fileLog({ folder: path.join(folder, 'nowhere'), clock, redact }).lastLines(250)).toBe('');
});

it('nothing of it is said on the terminal, also when it cannot be written', () => {
  const said = (['log', 'info', 'warn', 'error'] as const).map((level) => vi.spyOn(console, level));
  fileLog({ folder, clock, redact }).warn('Quiet');
  const file = path.join(path.dirname(folder), 'a file');
  fs.writeFileSync(file, '');
  fileLog({ folder: path.join(file, 'logs'), clock, redact }).warn('Quiet');
  for (const spy of said) {
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
  }
});
