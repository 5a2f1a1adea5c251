// Runs the practice hub in a utility process, and leaves its credentials file where a person finds it.
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { PracticeHubStatus } from '#contract/app.ts';
import type { Failure } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { readStored } from '../core/hubs/stored-format.ts';
import type { StoredFormatProblem } from '../core/hubs/stored-format.ts';
import type { Log, RecordStore } from '../core/ports.ts';
import { FOLDER_MODE, replaceFileSync } from './kept-file.ts';
import { answerOf, startIn } from './practice-hub-child.ts';
import type { ChildProcess, Running, StartAnswer } from './practice-hub-child.ts';
import { codeOf } from './storage-failure.ts';

/** Where the practice hub last answered: what its saved credentials are recognised by while it is stopped. */
const storedPracticeHub = z.object({ formatVersion: z.literal(1), origin: z.string().nullable() }).readonly();
export type StoredPracticeHub = z.infer<typeof storedPracticeHub>;
export const emptyStoredPracticeHub: StoredPracticeHub = { formatVersion: 1, origin: null };

export function parseStoredPracticeHub(json: unknown): Result<StoredPracticeHub, StoredFormatProblem> {
  return readStored(json, { schema: storedPracticeHub, migrations: [] });
}

export interface PracticeHubRunnerPorts {
  readonly fork: () => ChildProcess;
  /** An absolute path; holds the hub's state and its credentials file. */
  readonly folder: string;
  readonly store: RecordStore<StoredPracticeHub>;
  readonly log: Log;
  readonly onChanged: (status: PracticeHubStatus) => void;
  /** Its port of the last time was taken: saved credentials for it lead nowhere. */
  readonly onMoved: (origin: string) => void;
  /** How long it may take to start. */
  readonly patienceMs?: number;
}

type StartFailure = Extract<Failure, { code: 'practiceHubFailed' }>;

/** The file a person drops to connect to the practice hub. */
interface CredentialsFile {
  readonly path: string;
  readonly name: string;
  readonly isWritten: boolean;
}

export interface PracticeHubRunner {
  status(): PracticeHubStatus;
  /** Starting twice is the same as once. */
  start(): Promise<Result<PracticeHubStatus, StartFailure>>;
  /** Stopping what does not run is no mistake. */
  stop(): Promise<PracticeHubStatus>;
  /** Where it answers, or last answered; null when it never ran. */
  origin(): string | null;
  credentialsFile(): CredentialsFile;
}

const PATIENCE_MS = 20_000;

export function practiceHubRunner(ports: PracticeHubRunnerPorts): PracticeHubRunner {
  const { folder, store, log } = ports;
  let running: Running | null = null;
  let starting: Promise<Result<PracticeHubStatus, StartFailure>> | null = null;

  function status(): PracticeHubStatus {
    const { name, isWritten } = credentialsFileIn(folder);
    return {
      isRunning: running !== null,
      origin: store.read().origin,
      credentialsFileName: isWritten ? name : null,
      credentialsFolder: isWritten ? folder : null,
    };
  }

  function takeOver(started: Running): void {
    running = started;
    ports.onChanged(status());
    void started.exited.then(() => {
      if (running === started) running = null;
      ports.onChanged(status());
    });
  }

  async function launch(): Promise<Result<PracticeHubStatus, StartFailure>> {
    const started = startIn(ports.fork(), path.join(folder, 'state'));
    const answer = await answerOf(started, ports.patienceMs ?? PATIENCE_MS);
    const reason = answer.kind === 'started' ? keepAnswer(answer, ports) : answer.reason;
    if (reason !== null) {
      log.warn('The practice hub did not start', { reason });
      started.child.kill();
      return fail({ code: 'practiceHubFailed', reason });
    }
    takeOver(started);
    return ok(status());
  }

  return {
    status,
    origin: () => store.read().origin,
    credentialsFile: () => credentialsFileIn(folder),
    start() {
      if (running !== null) return Promise.resolve(ok(status()));
      starting ??= launch().finally(() => (starting = null));
      return starting;
    },
    async stop() {
      await starting;
      running?.child.kill();
      await running?.exited;
      return status();
    },
  };
}

function credentialsFileIn(folder: string): CredentialsFile {
  const name = 'practice-hub-credentials.txt';
  const file = path.join(folder, name);
  return { path: file, name, isWritten: existsSync(file) };
}

/** Keeps what a started hub told, before anybody hears of it; answers why that did not work, or null. */
function keepAnswer(
  { origin, credentialsFileText, notices }: Extract<StartAnswer, { kind: 'started' }>,
  { folder, store, log, onMoved }: PracticeHubRunnerPorts,
): string | null {
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    replaceFileSync(credentialsFileIn(folder).path, credentialsFileText);
  } catch (error: unknown) {
    return codeOf(error) ?? 'unknown';
  }
  store.write({ formatVersion: 1, origin });
  log.info('The practice hub runs', { notices: notices.map(({ kind }) => kind).join(' ') });
  if (notices.some(({ kind }) => kind === 'portChanged')) onMoved(origin);
  return null;
}
