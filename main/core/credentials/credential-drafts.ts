// Credentials that were read and not saved yet: in memory only, a few at a time.
import type { ImportedFile } from '../downloads/imported-file.ts';
import type { NewId } from '../ports.ts';
import type { ReadCredentials } from './read-credentials.ts';

export interface Draft extends ReadCredentials {
  readonly id: string;
  readonly fileName: string;
  /** Where it was read from; null when that was no file with a path, or one that is needed where it is. */
  readonly file: ImportedFile | null;
  /** Whether the person was told that the secret would be sealed. */
  readonly isSealingPromised: boolean;
  /** What the person was offered as the hub's name, to tell a name they chose from one they left alone. */
  readonly suggestedHubName: string;
  /** What was offered to be noted of it. */
  readonly suggestedNote: string;
  readonly suggestedExpiresAtMs: number | null;
}

export interface CredentialDrafts {
  /** Keeps a draft; beyond the limit the oldest one goes. */
  add(draft: Omit<Draft, 'id'>): Draft;
  find(draftId: string): Draft | null;
  /** Drops a draft and its secret; one that is gone already is no mistake. */
  discard(draftId: string): void;
}

/** Several files may be dropped at once and are offered one by one; more than this is an accident. */
const DRAFTS_LIMIT = 50;

export function credentialDrafts(newId: NewId): CredentialDrafts {
  const drafts = new Map<string, Draft>();
  return {
    add(given) {
      const draft = { ...given, id: newId() };
      drafts.set(draft.id, draft);
      // A map keeps the order of insertion: its first key is the oldest.
      const [oldest] = drafts.keys();
      if (drafts.size > DRAFTS_LIMIT && oldest !== undefined) drafts.delete(oldest);
      return draft;
    },
    find: (draftId) => drafts.get(draftId) ?? null,
    discard: (draftId) => void drafts.delete(draftId),
  };
}
