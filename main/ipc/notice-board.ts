// What the app did on its own that the person must know, until they take it away: kept over restarts.
import { z } from 'zod';
import type { Notice, RestoredNotice } from '#contract/app.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { readStored } from '../core/hubs/stored-format.ts';
import type { StoredFormatProblem } from '../core/hubs/stored-format.ts';
import type { NewId, RecordStore, Recovery, StorageFailure } from '../core/ports.ts';

const recovered = { id: z.string(), movedAsideAs: z.string(), restoredFromMs: z.number().nullable() };
const RESTORED = [
  'storeRestored',
  'copyRestored',
  'pairsRestored',
  'keysRestored',
  'vaultRestored',
  'draftsRestored',
  'settingsRestored',
] as const satisfies readonly RestoredNotice['kind'][];
const notice = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(RESTORED), ...recovered }).readonly(),
  z.object({ kind: z.literal('practiceHubMoved'), id: z.string(), origin: z.string() }).readonly(),
]) satisfies z.ZodType<Notice>;
const storedNotices = z.object({ formatVersion: z.literal(1), notices: z.array(notice).readonly() }).readonly();

export type StoredNotices = z.infer<typeof storedNotices>;
export const emptyStoredNotices: StoredNotices = { formatVersion: 1, notices: [] };

export function parseStoredNotices(json: unknown): Result<StoredNotices, StoredFormatProblem> {
  return readStored(json, { schema: storedNotices, migrations: [] });
}

export interface NoticeBoard {
  /** Oldest first. */
  notices(): readonly Notice[];
  addRecovery(kind: RestoredNotice['kind'], recovery: Recovery): void;
  /** Only the last move counts. */
  addPracticeHubMoved(origin: string): void;
  /** Takes a notice away for good; one that is gone already is no mistake. */
  dismiss(noticeId: string): Result<null, StorageFailure>;
}

export interface NoticeBoardPorts {
  readonly store: RecordStore<StoredNotices>;
  readonly newId: NewId;
  readonly onChanged: () => void;
}

/** More than this many are more than anybody reads; the oldest go. */
const LIMIT = 20;

export function noticeBoard({ store, newId, onChanged }: NoticeBoardPorts): NoticeBoard {
  const notices = (): readonly Notice[] => store.read().notices;

  function keep(next: readonly Notice[]): Result<null, StorageFailure> {
    const written = store.write({ formatVersion: 1, notices: next.slice(-LIMIT) });
    if (written.ok) onChanged();
    return written;
  }

  return {
    notices,
    addRecovery: (kind, recovery) => void keep([...notices(), { id: newId(), kind, ...recovery }]),
    addPracticeHubMoved(origin) {
      const others = notices().filter(({ kind }) => kind !== 'practiceHubMoved');
      keep([...others, { id: newId(), kind: 'practiceHubMoved', origin }]);
    },
    dismiss(noticeId) {
      const left = notices().filter(({ id }) => id !== noticeId);
      return left.length === notices().length ? ok(null) : keep(left);
    },
  };
}
