// Running other programs, with real ones.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../../tools/run.mjs';

const node = (script: string): [string, string[]] => [process.execPath, ['--eval', script]];

describe('quietly', () => {
  test('what it said on both channels and its exit code are kept', async () => {
    expect(await run(...node('console.log("out"); console.error("err"); process.exitCode = 3'))).toEqual({
      code: 3,
      output: expect.stringMatching(/^(out\nerr|err\nout)\n$/) as string,
    });
  });

  test('of a long output the end is kept, or all of stdout for a program that reads it', async () => {
    const chatty = node('console.error("noise"); console.log("x".repeat(20000) + "end")');
    const { output } = await run(...chatty);
    expect(output).toHaveLength(8000);
    expect(output).toMatch(/end\n$/);
    expect(await run(...chatty, { onlyStdout: true })).toEqual({ code: 0, output: `${'x'.repeat(20000)}end\n` });
  });

  test('a program that is not there is an exit code too', async () => {
    expect(await run('there-is-no-such-program', [])).toMatchObject({ code: 127 });
  });
});

/** A process that runs a script in front, as `npm start` runs the app, and says when that has started. */
async function front(script: string) {
  const module = pathToFileURL(path.resolve('tools/run.mjs')).href;
  const runner = `
    import { runInFront } from '${module}';
    const { code, wasAsked } = await runInFront(process.execPath, ['--eval', process.argv[1]], {});
    console.log(JSON.stringify({ code, wasAsked }));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', runner, '--', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child.stdout, 'data');
  const ended = async (): Promise<string[]> => {
    await once(child, 'close');
    return output.trim().split('\n');
  };
  return { child, ended };
}

if (process.platform !== 'win32') {
  describe('in front of a person', () => {
    test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
      '%s asks it to end, once however often it comes',
      async (signal) => {
        const asked = signal === 'SIGINT' ? 'SIGINT' : 'SIGTERM';
        const { child, ended } = await front(`
        let count = 0;
        process.on('${asked}', () => { count += 1; setTimeout(() => { console.log('asked', count); process.exit(5); }, 300); });
        console.log('started'); setInterval(() => {}, 1000);`);
        child.kill(signal);
        child.kill(signal);
        expect(await ended()).toEqual(['started', 'asked 1', '{"code":5,"wasAsked":true}']);
      },
    );

    test('what it has started ends with it', async () => {
      const { ended } = await front(`
        const { spawn } = require('node:child_process');
        const left = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
        left.unref();
        console.log(left.pid);`);
      const [pid] = await ended();
      await expect.poll(() => isRunning(Number(pid))).toBe(false);
    });
  });
}

/** Whether a process is there and, where that can be seen, not merely waiting to be buried. */
async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !state.includes(') Z ');
}
