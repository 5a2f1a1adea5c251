/** What may be done with a registration in which status, and where it leads: the Hub's life cycle as one pure table. */

/** A status in our own words; what the Hub writes on the wire is in status-words.ts. */
export type Status =
  | 'pendingDetails'
  | 'pendingActivation'
  | 'synchronizing'
  | 'active'
  | 'hidden'
  | 'stopped'
  | 'activationFailed'
  | 'resolved';

/** What a caller may try. `push` is a call of the data-synchronization APIs; the others belong to the registration API. */
export type Action =
  | 'read'
  | 'edit'
  | 'enableSynchronization'
  | 'push'
  | 'disable'
  | 'enable'
  | 'disableSynchronization'
  | 'reactivate'
  | 'delete';

/**
 * The answer of the rules.
 * - `allowed`: do it, and the registration is in `next` afterwards.
 * - `refused`: not in this status; `possibleIn` lists the statuses where it would be allowed.
 * - `unseen`: registrations in this status do not exist for callers of the API.
 */
export type Ruling =
  | { readonly kind: 'allowed'; readonly next: Status }
  | { readonly kind: 'refused'; readonly possibleIn: readonly Status[] }
  | { readonly kind: 'unseen' };

type Row = Readonly<Partial<Record<Action, Status>>>;

/**
 * Hub contract 2.2 and 2.3: for each status the actions it allows, each with the status that follows.
 * What the contract does not know is decided here and explained in docs/practice-hub.md.
 */
const LIFE_CYCLE: Readonly<Record<Status, Row>> = {
  pendingDetails: {},
  pendingActivation: {
    read: 'pendingActivation',
    edit: 'pendingActivation',
    enableSynchronization: 'synchronizing',
    delete: 'resolved',
  },
  synchronizing: { read: 'synchronizing', push: 'synchronizing' },
  active: { read: 'active', edit: 'active', push: 'active', disable: 'hidden', disableSynchronization: 'stopped' },
  hidden: { read: 'hidden', edit: 'hidden', push: 'hidden', enable: 'active', disableSynchronization: 'stopped' },
  stopped: { read: 'stopped', edit: 'stopped', reactivate: 'synchronizing', delete: 'resolved' },
  activationFailed: {
    read: 'activationFailed',
    edit: 'activationFailed',
    enableSynchronization: 'synchronizing',
    delete: 'resolved',
  },
  resolved: {},
};

/** Every status, in the order of the life cycle. */
export const STATUSES: readonly Status[] = [
  'pendingDetails',
  'pendingActivation',
  'synchronizing',
  'active',
  'hidden',
  'stopped',
  'activationFailed',
  'resolved',
];

/** Says whether a status allows an action, and if so which status follows. */
export function rulingOn(status: Status, action: Action): Ruling {
  const row = LIFE_CYCLE[status];
  if (row.read === undefined) return { kind: 'unseen' };
  const next = row[action];
  if (next !== undefined) return { kind: 'allowed', next };
  return { kind: 'refused', possibleIn: STATUSES.filter((other) => LIFE_CYCLE[other][action] !== undefined) };
}

/** Whether the API shows registrations in this status at all (hub contract 3.4: Pending-Details and Resolved are left out). */
export function isSeen(status: Status): boolean {
  return LIFE_CYCLE[status].read !== undefined;
}
