// Keeps what was last seen of each hub's registrations, and whose answer counts when several are on their way.
import type { Registration, SavedCopy } from '#contract/registration.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { StorageFailure } from '../ports.ts';
import { DISK_TICKET, enterChange, enterList } from './copy-ledger.ts';
import { heldCopy } from './held-copy.ts';
import type { HeldCopy, HeldCopyPorts } from './held-copy.ts';
import type { Past } from './past.ts';

export interface SavedCopies {
  /** The copy, null when there never was a list of this hub. */
  of(hubId: string): Promise<SavedCopy | null>;
  /** The copy and everything that led to it, null when there never was a list of this hub. */
  pastOf(hubId: string): Promise<Past | null>;
  /**
   * Renews the whole copy with `list`. Whoever asks on behalf of the same `asker` while a list is on its way gets that
   * one. Of two lists the one that was asked for later stays, whichever comes first.
   */
  refresh(hubId: string, question: ListQuestion): Promise<Result<SavedCopy>>;
  /** Renews one registration with `read`; one that is gone leaves the copy. */
  read(hubId: string, question: ReadQuestion): Promise<Result<Registration>>;
  /**
   * To be called when a write has ended, however it ended, with the registration if the Hub told it. From then on
   * nobody is given a list that was asked for earlier.
   */
  written(hubId: string, registration: Registration | null): Promise<void>;
  /** Forgets the copy and its history, here and on the disk; what is still on its way is not kept. */
  remove(hubId: string): Promise<Result<null, StorageFailure>>;
}

interface ListQuestion {
  /** Whoever is asked on behalf of: another credential may be shown another list. */
  readonly asker: string;
  readonly list: () => Promise<Result<readonly Registration[]>>;
}

interface ReadQuestion {
  readonly registrationId: string;
  readonly read: () => Promise<Result<Registration>>;
}

interface Listing {
  readonly asker: string;
  readonly answer: Promise<Result<SavedCopy>>;
}

export function savedCopies(ports: HeldCopyPorts): SavedCopies {
  const copies = new Map<string, HeldCopy>();
  const listings = new Map<string, Listing>();
  let lastTicket = DISK_TICKET;
  const drawTicket = (): number => (lastTicket += 1);

  function heldOf(hubId: string): HeldCopy {
    const held = copies.get(hubId) ?? heldCopy(hubId, ports);
    copies.set(hubId, held);
    return held;
  }

  async function renew(hubId: string, list: ListQuestion['list']): Promise<Result<SavedCopy>> {
    const [held, ticket] = [heldOf(hubId), drawTicket()];
    const listed = await list();
    if (!listed.ok) return listed;
    const copy = { hubId, takenAtMs: ports.clock.nowMs(), registrations: listed.value };
    return ok((await held.enter((ledger) => enterList(ledger, { ticket, copy }))) ?? copy);
  }

  return {
    of: (hubId) => heldOf(hubId).current(),
    pastOf: (hubId) => heldOf(hubId).past(),
    refresh(hubId, { asker, list }) {
      const underway = listings.get(hubId);
      if (underway?.asker === asker) return underway.answer;
      const answer = renew(hubId, list).finally(() => {
        if (listings.get(hubId)?.answer === answer) listings.delete(hubId);
      });
      listings.set(hubId, { asker, answer });
      return answer;
    },
    async read(hubId, { registrationId: id, read }) {
      const [held, ticket] = [heldOf(hubId), drawTicket()];
      const answer = await read();
      if (!answer.ok && answer.failure.code !== 'registrationGone') return answer;
      const change = answer.ok ? { id: answer.value.id, registration: answer.value } : { id, registration: null };
      await held.enter((ledger) => enterChange(ledger, { ...change, ticket }));
      return answer;
    },
    async written(hubId, registration) {
      listings.delete(hubId);
      if (registration === null) return;
      const [{ id }, ticket] = [registration, drawTicket()];
      await heldOf(hubId).enter((ledger) => enterChange(ledger, { id, ticket, registration }));
    },
    remove(hubId) {
      const held = heldOf(hubId);
      for (const known of [copies, listings]) known.delete(hubId);
      return held.remove();
    },
  };
}
