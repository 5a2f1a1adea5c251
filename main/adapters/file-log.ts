// The Log port over electron-log: small local files, one redactor in front. Nothing is ever sent anywhere. The only file
// that knows electron-log.
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import electronLog from 'electron-log/node';
import type { Clock, Log } from '../core/ports.ts';
import type { Redact } from '../core/redaction/redactor.ts';
import { FILE_MODE, FOLDER_MODE } from './kept-file.ts';

export interface FileLogOptions {
  /** An absolute path; made when it is missing, for this person only. */
  readonly folder: string;
  readonly clock: Clock;
  /** Every line goes through it, whoever wrote it. */
  readonly redact: Redact;
  /** A file that is larger than this becomes the previous one, of which there is one. */
  readonly limitBytes?: number;
}

export interface FileLog extends Log {
  /** The end of what is kept, so many characters at most, whole lines, oldest first; '' when there is nothing. */
  lastLines(mostCharacters: number): string;
}

const NAME = 'fabric-registrar';
const MEBIBYTE = 1024 * 1024;

/** A log of one JSON object a line. Never throws: what cannot be written is not worth stopping for. */
export function fileLog({ folder, clock, redact, limitBytes = MEBIBYTE }: FileLogOptions): FileLog {
  const file = path.join(folder, `${NAME}.log`);
  const previous = path.join(folder, `${NAME}.previous.log`);
  makeFolder(folder);

  const logger = electronLog.create({ logId: file });
  // Nothing goes to a terminal, to the page or to a server: the file is all there is. The library's
  // own troubles with the file would be told on the terminal by its first logger, whatever the level.
  for (const each of [electronLog, logger]) each.transports.console.writeFn = () => undefined;
  for (const [name, transport] of Object.entries(logger.transports)) {
    if (typeof transport === 'function' && name !== 'file') transport.level = false;
  }
  Object.assign(logger.transports.file, {
    resolvePathFn: () => file,
    maxSize: limitBytes,
    writeOptions: { flag: 'a', mode: FILE_MODE, encoding: 'utf8' },
    archiveLogFn: () => rename(file, previous),
    transforms: [({ message }: { readonly message: { readonly data: readonly unknown[] } }) => message.data.join(' ')],
  });
  logger.hooks.push((message) => ({ ...message, data: message.data.map((entry) => JSON.stringify(redact(entry))) }));

  const entryOf = (level: string, event: string, facts: object | undefined): object => ({
    time: new Date(clock.nowMs()).toISOString(),
    level,
    event,
    ...facts,
  });
  return {
    info: (event, facts) => logger.info(entryOf('info', event, facts)),
    warn: (event, facts) => logger.warn(entryOf('warn', event, facts)),
    lastLines: (mostCharacters) => endOf(readOrNothing(previous) + readOrNothing(file), mostCharacters),
  };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: FOLDER_MODE });
  } catch {
    // Nobody is left to tell.
  }
}

function rename(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch {
    // Then it goes on in the same file.
  }
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function endOf(text: string, mostCharacters: number): string {
  if (text.length <= mostCharacters) return text;
  const end = text.slice(-mostCharacters);
  return end.slice(end.indexOf('\n') + 1);
}
