// The age files that were dropped or chosen in this run: in memory only, a few at a time, opened or not.
import type { Failure, OpensWith } from '#contract/failure.ts';
import type { NewId } from '../ports.ts';
import { opensWith } from './age-header.ts';
import type { OpenedContent } from './opened-content.ts';

export interface SealedFile {
  readonly id: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly opensWith: OpensWith;
  /** What is in it, once it was opened. */
  readonly content: OpenedContent | null;
}

export interface SealedFiles {
  /** Keeps an age file and says so as a failure of reading credentials; null when the bytes are no age file. */
  keep(fileName: string, bytes: Uint8Array): Extract<Failure, { code: 'fileIsHandOff' }> | null;
  find(id: string): SealedFile | null;
  opened(id: string, content: OpenedContent): void;
  /** Drops the file and what was in it; one that is gone already is no mistake. */
  discard(id: string): void;
}

/** Several files may be dropped at once and are opened one by one; more than this is an accident. */
const FILES_LIMIT = 20;

export function sealedFiles(newId: NewId): SealedFiles {
  const files = new Map<string, SealedFile>();
  return {
    keep(fileName, bytes) {
      const key = opensWith(bytes);
      if (key === null) return null;
      const id = newId();
      files.set(id, { id, fileName, bytes, opensWith: key, content: null });
      const [oldest] = files.keys();
      if (files.size > FILES_LIMIT && oldest !== undefined) files.delete(oldest);
      return { code: 'fileIsHandOff', fileName, handOffId: id, opensWith: key };
    },
    find: (id) => files.get(id) ?? null,
    opened(id, content) {
      const file = files.get(id);
      if (file !== undefined) files.set(id, { ...file, content });
    },
    discard: (id) => void files.delete(id),
  };
}
