// Decides what a saved copy holds when answers arrive in another order than they were asked for.
import type { Registration, SavedCopy } from '#contract/registration.ts';

/** The ticket of what was on the disk at the start: older than any answer. Answers have tickets from 1 upwards. */
export const DISK_TICKET = 0;
const NO_TICKET = -1;

/**
 * News of one registration; null when it is gone. Tickets are drawn when a question is sent, because its answer may
 * be as old as that, and when a write was answered, because it is in force by then.
 */
export interface Change {
  readonly id: string;
  readonly ticket: number;
  readonly registration: Registration | null;
}

/** A hub's copy, and how new each part of it is. */
export interface Ledger {
  readonly copy: SavedCopy | null;
  /** Of the list that the copy stands on. */
  readonly listTicket: number;
  /** What came to be known of single registrations after that list was asked for, by ID. */
  readonly changes: ReadonlyMap<string, Change>;
}

export const EMPTY_LEDGER: Ledger = { copy: null, listTicket: NO_TICKET, changes: new Map() };

/** The ledger after a whole list came. An older list changes nothing; newer single changes outlive the list. */
export function enterList(ledger: Ledger, list: { readonly ticket: number; readonly copy: SavedCopy }): Ledger {
  if (list.ticket <= ledger.listTicket) return ledger;
  const newer = [...ledger.changes.values()].filter((change) => change.ticket > list.ticket);
  return {
    copy: newer.reduce(apply, list.copy),
    listTicket: list.ticket,
    changes: new Map(newer.map((change) => [change.id, change])),
  };
}

/**
 * The ledger after news of one registration. Without a list there is no copy to change: one registration alone would
 * pass for all there are. It is remembered all the same, for a list that is on its way.
 */
export function enterChange(ledger: Ledger, change: Change): Ledger {
  const knownTicket = ledger.changes.get(change.id)?.ticket ?? ledger.listTicket;
  if (change.ticket <= knownTicket) return ledger;
  return {
    copy: ledger.copy === null ? null : apply(ledger.copy, change),
    listTicket: ledger.listTicket,
    changes: new Map(ledger.changes).set(change.id, change),
  };
}

/**
 * The copy keeps its time: most of it is still as old as the list. A new registration goes to the end. One that is as it
 * was leaves the very same copy, so that looking at a registration writes nothing and redraws nothing.
 */
function apply(copy: SavedCopy, { id, registration }: Change): SavedCopy {
  const known = copy.registrations.find((held) => held.id === id);
  if (registration === null) {
    return known === undefined ? copy : { ...copy, registrations: copy.registrations.filter((held) => held !== known) };
  }
  if (known === undefined) return { ...copy, registrations: [...copy.registrations, registration] };
  if (JSON.stringify(known) === JSON.stringify(registration)) return copy;
  return { ...copy, registrations: copy.registrations.map((held) => (held === known ? registration : held)) };
}
