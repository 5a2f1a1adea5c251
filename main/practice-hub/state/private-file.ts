/** Writes files for the owner's eyes only, whole or not at all. */
import { open, rename, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

const OWNER_ONLY = 0o600;
const RENAME_TRIES = 6;
const RENAME_PAUSE_MS = 40;

/** Replaces a file in one step: a reader, or a start after a crash, sees the old content or the new one. */
export async function writePrivateFile(path: string, content: string): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    const file = await open(beside, 'w', OWNER_ONLY);
    try {
      await file.writeFile(content, 'utf8');
      await file.sync();
    } finally {
      await file.close();
    }
    await renameStubbornly(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** On Windows a virus scanner may hold the target for a moment. */
async function renameStubbornly(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (attempt === RENAME_TRIES || !isPassing(error)) throw error;
      await wait(RENAME_PAUSE_MS * attempt);
    }
  }
}

function isPassing(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'EPERM' || code === 'EACCES' || code === 'EBUSY';
}
