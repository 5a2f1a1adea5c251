// The Log port over one small local file. Nothing is ever sent anywhere.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Clock, Log, LogFacts } from '../core/ports.ts';
import { FILE_MODE, FOLDER_MODE } from './kept-file.ts';

export interface FileLogOptions {
  /** An absolute path; made when it is missing, for this person only. */
  readonly folder: string;
  readonly clock: Clock;
  /** At this size the file becomes the previous one, of which there is one. */
  readonly limitBytes?: number;
}

const NAME = 'fabric-registrar';
const MEBIBYTE = 1024 * 1024;

/** A log of one JSON object a line. Never throws: what cannot be written is not worth stopping for. */
export function fileLog({ folder, clock, limitBytes = MEBIBYTE }: FileLogOptions): Log {
  const file = path.join(folder, `${NAME}.log`);
  let sizeBytes = startingSize(folder, file);

  function write(level: 'info' | 'warn', event: string, facts: LogFacts = {}): void {
    const line = Buffer.from(
      `${JSON.stringify({ time: new Date(clock.nowMs()).toISOString(), level, event, ...facts })}\n`,
    );
    try {
      if (sizeBytes + line.length > limitBytes) {
        renameSync(file, path.join(folder, `${NAME}.previous.log`));
        sizeBytes = 0;
      }
      appendFileSync(file, line, { mode: FILE_MODE });
      sizeBytes += line.length;
    } catch {
      // Nobody is left to tell.
    }
  }
  return {
    info: (event, facts) => write('info', event, facts),
    warn: (event, facts) => write('warn', event, facts),
  };
}

function startingSize(folder: string, file: string): number {
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
    return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  } catch {
    return 0;
  }
}
