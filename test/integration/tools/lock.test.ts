// The lock between runs, with real processes on its other side.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { pathToFileURL } from 'node:url';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { withLock } from '../../../tools/lock.mjs';

const module = pathToFileURL(path.resolve('tools/lock.mjs')).href;

/** Another process that holds the lock until it is killed. */
async function holderOf(name: string) {
  const script = `
    import { withLock } from '${module}';
    await withLock(process.argv[1], () => { console.log('held'); return new Promise((done) => setTimeout(done, 600_000)); });`;
  const args = ['--input-type=module', '--eval', script, '--', name];
  const holder = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  return holder;
}

test('the work of two who want the same lock does not overlap', async () => {
  const name = randomUUID();
  let inside = 0;
  const work = async (): Promise<number> => {
    inside += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
    const seen = inside;
    inside -= 1;
    return seen;
  };
  const seen = await Promise.all(Array.from({ length: 5 }, () => withLock(name, work)));
  expect(seen).toEqual([1, 1, 1, 1, 1]);
});

test('different locks do not wait for each other', async () => {
  const inner = () => withLock(randomUUID(), () => Promise.resolve('both'));
  expect(await withLock(randomUUID(), inner)).toBe('both');
});

test('the lock is free again when the work fails', async () => {
  const name = randomUUID();
  await expect(withLock(name, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(name, () => Promise.resolve('again'))).toBe('again');
});

test('a run waits for another process, says so, and goes on when that one is killed', async () => {
  const name = randomUUID();
  const holder = await holderOf(name);
  const told: string[] = [];
  const work = withLock(
    name,
    () => Promise.resolve('mine'),
    () => {
      told.push('waits');
      holder.kill('SIGKILL');
    },
  );
  expect(await work).toBe('mine');
  expect(told).toEqual(['waits']);
});
