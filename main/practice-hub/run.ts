/** `npm run practice-hub`: runs the practice hub alone until it is interrupted. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

import { COMMAND_LINE_HELP, readCommandLine } from './command-line.ts';
import type { CommandLineWish } from './command-line.ts';
import { PortTaken } from './http/loopback-listener.ts';
import { startPracticeHub } from './practice-hub.ts';
import type { PracticeHub } from './practice-hub.ts';
import { sentenceOfNotice } from './start-notice-words.ts';
import { writePrivateFile } from './state/private-file.ts';
import { CREDENTIALS_FILE_NAME } from './tokens/credentials-file.ts';

const WRONG_USE = 2;
const COULD_NOT_START = 1;

const asked = readCommandLine(process.argv.slice(2));
if (asked.kind === 'help') process.stdout.write(COMMAND_LINE_HELP);
else if (asked.kind === 'wrong') giveUp(`${asked.sentence}\nTry: npm run practice-hub -- --help`, WRONG_USE);
else if (asked.wish.stateFolder === undefined) await runInPassingFolder(asked.wish);
else await run(asked.wish, resolve(asked.wish.stateFolder));

/** Without a folder nothing is kept, so the credentials file lies where it goes away together with the hub. */
async function runInPassingFolder(wish: CommandLineWish): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'practice-hub-'));
  try {
    await run(wish, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(wish: CommandLineWish, folder: string): Promise<void> {
  const beganAtMs = performance.now();
  const ended = untilInterrupted();
  try {
    const hub = await startPracticeHub(wish);
    try {
      const credentialsFile = join(folder, CREDENTIALS_FILE_NAME);
      await writePrivateFile(credentialsFile, hub.credentialsFileText());
      announce(hub, credentialsFile, performance.now() - beganAtMs);
      await ended;
    } finally {
      await hub.close();
    }
  } catch (error) {
    giveUp(sentenceOf(error, folder), COULD_NOT_START);
  }
}

function announce(hub: PracticeHub, credentialsFile: string, tookMs: number): void {
  const lines = [
    `The practice hub runs (started in ${(tookMs / 1_000).toFixed(2)} s).`,
    `  Base URL          ${hub.baseUrl}`,
    `  Token endpoint    ${hub.tokenEndpoint}`,
    `  Credentials file  ${credentialsFile}`,
    ...hub.notices.map((notice) => `  Note: ${sentenceOfNotice(notice)}`),
    'Press Ctrl+C to stop it.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function untilInterrupted(): Promise<void> {
  return new Promise((resolveEnded) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => {
        resolveEnded();
      });
    }
  });
}

function giveUp(sentence: string, exitCode: number): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = exitCode;
}

function sentenceOf(error: unknown, folder: string): string {
  if (error instanceof PortTaken) return `${error.message} Choose another one with --port, or --port 0 for any.`;
  const code =
    error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown error';
  return `The practice hub cannot keep its files in ${folder} (${code}). Choose another folder with --folder.`;
}
