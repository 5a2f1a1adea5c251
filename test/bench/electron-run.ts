// One launch of an Electron app for the bench: when it painted and how much memory it takes, told by paint-probe.cjs.
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

const PROBE = join(import.meta.dirname, 'paint-probe.cjs');

export interface Launch {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly appFolder: string;
  /** CSS selector of the first thing that counts as painted. */
  readonly selector: string;
}

export interface LaunchFigures {
  /** From just before the process is started until the selected thing has been painted. */
  readonly paintedAfterMs: number;
  /** Working sets of all the app's processes together, two seconds after that. */
  readonly memoryMegabytes: number;
}

function nextFigure(child: ChildProcess, name: string): Promise<number> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) throw new Error('The bench reads the output of what it starts.');
    const lines = createInterface({ input: child.stdout });
    const giveUp = setTimeout(() => reject(new Error(`No figure "${name}" within a minute`)), 60_000);
    lines.on('line', (line) => {
      const [mark, figure, value] = line.split(' ');
      if (mark !== 'bench' || figure !== name) return;
      clearTimeout(giveUp);
      lines.close();
      resolve(Number(value));
    });
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Starts the app, waits until it has painted, measures, and ends it. */
export async function launchOnce(launch: Launch): Promise<LaunchFigures> {
  const [first = '', ...rest] = launch.args;
  const startedAtMs = Date.now();
  const child = spawn(launch.executablePath, [first, ...rest, '-r', PROBE, launch.appFolder].filter(Boolean), {
    env: { ...process.env, BENCH_SELECTOR: launch.selector },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const paintedAtMs = await nextFigure(child, 'painted');
    await pause(2000);
    child.stdin.write('memory\n');
    const kilobytes = await nextFigure(child, 'memory');
    return { paintedAfterMs: paintedAtMs - startedAtMs, memoryMegabytes: kilobytes / 1024 };
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
}
