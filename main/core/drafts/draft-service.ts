// The drafts of the Bridge: kept on this machine until the person sends or removes them.
import type { Bridge } from '#contract/bridge.ts';
import type { KeepDraftInput } from '#contract/draft-inputs.ts';
import type { Draft } from '#contract/drafts.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { Clock, NewId, RecordStore, StorageFailure } from '../ports.ts';
import { planDraft, type Looking } from './plan-draft.ts';
import type { StoredDrafts } from './stored-drafts.ts';

export interface DraftServicePorts {
  readonly store: RecordStore<StoredDrafts>;
  readonly book: Pick<HubBook, 'findHub'>;
  readonly registrations: Looking;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly onChanged: () => void;
}

export interface DraftService {
  readonly drafts: Bridge['drafts'];
  /** Removes a hub's drafts with it; none to remove is no mistake. */
  readonly removeOfHub: (hubId: string) => Result<null, StorageFailure>;
}

/** More than anybody writes by hand, and few enough to be written whole each time. */
const MOST_DRAFTS = 1000;

/**
 * Failures of `keep`: `hubMissing`, `savedDraftMissing` (another window removed or sent it), `inputInvalid` with no field
 * (there are too many already), `storageFailed`.
 */
export function draftService(ports: DraftServicePorts): DraftService {
  const { store, book, clock } = ports;
  const all = (): readonly Draft[] => store.read().drafts;
  const find = (draftId: string): Draft | undefined => all().find(({ id }) => id === draftId);

  function write(drafts: readonly Draft[]): Result<null, StorageFailure> {
    const written = store.write({ formatVersion: 1, drafts });
    if (written.ok) ports.onChanged();
    return written;
  }

  function keep({ draftId, ...typed }: KeepDraftInput): Result<Draft> {
    if (book.findHub(typed.hubId) === null) return fail({ code: 'hubMissing' });
    if (draftId !== undefined && find(draftId) === undefined) return fail({ code: 'savedDraftMissing' });
    const draft: Draft = { ...typed, id: draftId ?? ports.newId(), savedAtMs: clock.nowMs() };
    const others = all().filter(({ id }) => id !== draft.id);
    if (others.length >= MOST_DRAFTS)
      return fail({ code: 'inputInvalid', fields: [{ field: '', problem: 'tooLong' }] });
    const written = write([draft, ...others]);
    return written.ok ? ok(draft) : written;
  }

  return {
    drafts: {
      list: () => Promise.resolve(ok(all())),
      keep: (input) => Promise.resolve(keep(input)),
      remove({ draftId }) {
        if (find(draftId) === undefined) return Promise.resolve(fail({ code: 'savedDraftMissing' }));
        return Promise.resolve(write(all().filter(({ id }) => id !== draftId)));
      },
      async plan({ draftId }) {
        const draft = find(draftId);
        return draft === undefined ? fail({ code: 'savedDraftMissing' }) : planDraft(draft, ports.registrations);
      },
    },
    removeOfHub(hubId) {
      const others = all().filter((draft) => draft.hubId !== hubId);
      return others.length === all().length ? ok(null) : write(others);
    },
  };
}
