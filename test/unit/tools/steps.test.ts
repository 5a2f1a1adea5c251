// What a person sees of the steps: one line each.
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { requireNode } from '../../../tools/after-install.mjs';
import { StepFailure, stepsOn } from '../../../tools/step.mjs';

function paper(isTTY = false) {
  const stream = Object.assign(new PassThrough(), { isTTY });
  // SAFETY: nothing was given an encoding that would make read() answer with a string.
  return { stream, written: () => (stream.read() as Buffer | null)?.toString() ?? '' };
}

test('a step says in one line what it did and how long it took', async () => {
  const { stream, written } = paper();
  const result = await stepsOn(stream).step('Packages', () => 'installed');
  expect(result).toBe('installed');
  expect(written()).toMatch(/^Packages +installed \(\d+\.\d s\)\n$/);
});

test('a step may give more than its words', async () => {
  const { stream, written } = paper();
  const result = await stepsOn(stream).step('Electron', () => ({ outcome: 'Electron 45', version: '45' }));
  expect(result.version).toBe('45');
  expect(written()).toMatch(/^Electron +Electron 45 \(.*\)\n$/);
});

test('a step that fails says so and leaves the reason to who asked for it', async () => {
  const { stream, written } = paper();
  const failure = new StepFailure('The disk is full.', 'Make room.');
  const attempt = stepsOn(stream).step('Build', () => Promise.reject(failure));
  await expect(attempt).rejects.toBe(failure);
  expect(written()).toMatch(/^Build +FAILED \(.*\)\n$/);
});

test('what is going on is shown on a terminal only, and is gone when the step is done', async () => {
  const work = (progress: (now: string) => void) => {
    progress('half way');
    return 'done';
  };
  const terminal = paper(true);
  await stepsOn(terminal.stream).step('Work', work);
  const [, ...shown] = terminal.written().split('\r\u001b[K');
  expect(shown.some((line) => line.includes('half way'))).toBe(true);
  expect(shown.at(-1)).toMatch(/^Work +done \(.*\)\n$/);

  const file = paper();
  await stepsOn(file.stream).step('Work', work);
  expect(file.written()).not.toContain('half way');
});

test.each(['20.19.0', '20.20.1', '22.0.0', '24.21.0'])('Node %s is new enough', (version) => {
  expect(() => requireNode(version)).not.toThrow();
});

test.each(['20.18.1', '18.20.4', '16.0.0'])('Node %s is told to be too old', (version) => {
  expect(() => requireNode(version)).toThrow(`This is Node ${version}; the project needs Node 20.19 or later.`);
});
