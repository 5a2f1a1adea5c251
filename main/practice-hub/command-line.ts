/** Reads the command line of `npm run practice-hub`. */
import { parseArgs } from 'node:util';

import { LARGEST_SEED_COUNT, USUAL_SEED_COUNT } from './seed/seed.ts';

/** What the command line asks for; what it does not name is left out. */
export interface CommandLineWish {
  readonly port?: number;
  readonly seed?: number;
  readonly latencyMs?: number;
  readonly synchronizeMs?: number;
  readonly stateFolder?: string;
}

/** A wish, a question for help, or a sentence about what is wrong. */
export type ReadCommandLine =
  | { readonly kind: 'start'; readonly wish: CommandLineWish }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** What `--help` prints. */
export const COMMAND_LINE_HELP = `Runs a practice Process Fabric Hub on this machine (127.0.0.1 only).

  npm run practice-hub -- [options]

  --port NUMBER     the port to listen on, 0 for any free one (default: any)
  --seed NUMBER     how many registrations it starts with, 0 to ${LARGEST_SEED_COUNT} (default: ${USUAL_SEED_COUNT})
  --latency MS      how long every answer is held back, 0 to 60000 (default: 0)
  --sync MS         how long a synchronization takes, 0 to 3600000 (default: 8000)
  --folder FOLDER   keeps registrations and credentials there between starts;
                    without it nothing is kept after the end
  --help            this text
`;

const LARGEST_PORT = 65_535;
const LARGEST_LATENCY_MS = 60_000;
const LARGEST_SYNC_MS = 3_600_000;

/** Reads the words after the program's name. */
export function readCommandLine(words: readonly string[]): ReadCommandLine {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        latency: { type: 'string' },
        sync: { type: 'string' },
        folder: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help === true) return { kind: 'help' };
    return { kind: 'start', wish: wishOf(values) };
  } catch (error) {
    if (error instanceof WrongNumber || isParseError(error)) return { kind: 'wrong', sentence: error.message };
    throw error;
  }
}

function wishOf(
  values: Readonly<Partial<Record<'port' | 'seed' | 'latency' | 'sync' | 'folder', string>>>,
): CommandLineWish {
  return {
    ...(values.port === undefined ? {} : { port: numberOf('port', values.port, LARGEST_PORT) }),
    ...(values.seed === undefined ? {} : { seed: numberOf('seed', values.seed, LARGEST_SEED_COUNT) }),
    ...(values.latency === undefined ? {} : { latencyMs: numberOf('latency', values.latency, LARGEST_LATENCY_MS) }),
    ...(values.sync === undefined ? {} : { synchronizeMs: numberOf('sync', values.sync, LARGEST_SYNC_MS) }),
    ...(values.folder === undefined ? {} : { stateFolder: values.folder }),
  };
}

class WrongNumber extends Error {}

function numberOf(option: string, text: string, largest: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= largest) return value;
  throw new WrongNumber(`--${option} must be a whole number from 0 to ${largest}, not "${text}".`);
}

function isParseError(error: unknown): error is Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_');
}
