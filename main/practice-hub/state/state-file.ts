/** Keeps the state of a practice hub in a folder: read at the start, written whole at every change. */
import { mkdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

import { writePrivateFile } from './private-file.ts';
import { parseState } from './state.ts';
import type { PracticeHubState } from './state.ts';

const STATE_FILE_NAME = 'practice-hub-state.json';
const OWNER_ONLY_FOLDER = 0o700;

/** What a folder holds: nothing yet, a state, or a file that could not be read and was moved to `movedTo`. */
export type StoredState =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly state: PracticeHubState }
  | { readonly kind: 'unreadable'; readonly movedTo: string };

/** Reads the state of a folder, which is made if it is missing. What cannot be read is moved aside, never overwritten. */
export async function readStoredState(folder: string, nowMs: number): Promise<StoredState> {
  await mkdir(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
  const path = join(folder, STATE_FILE_NAME);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return { kind: 'none' };
  const state = parseState(text);
  if (state !== undefined) return { kind: 'read', state };
  const movedTo = join(folder, `practice-hub-state.unreadable-${nowMs}.json`);
  await rename(path, movedTo);
  return { kind: 'unreadable', movedTo };
}

/** Keeps the present state of a hub. */
export interface StateWriter {
  /** Done when the present state is on disk. Calls that come while it is being written share the next writing. */
  save(): Promise<void>;
  /** Done when nothing is being written any more. */
  idle(): Promise<void>;
}

/** Gives the writer of a folder's state file. */
export function stateWriter(folder: string, present: () => PracticeHubState): StateWriter {
  const path = join(folder, STATE_FILE_NAME);
  let running: Promise<void> | undefined;
  let following: Promise<void> | undefined;

  function write(): Promise<void> {
    running = writePrivateFile(path, JSON.stringify(present())).finally(() => {
      running = undefined;
    });
    return running;
  }

  function save(): Promise<void> {
    if (running === undefined) return write();
    // The one under way may have begun before this change, so its end, good or bad, is only waited for.
    following ??= running
      .catch(() => undefined)
      .then(() => {
        following = undefined;
        return write();
      });
    return following;
  }

  return { save, idle: () => (following ?? running ?? Promise.resolve()).catch(() => undefined) };
}
