/** The words the Hub writes on the wire for each status. */
import type { Status } from './registration-rules.ts';

/** One wire word for each status. */
export type StatusWords = Readonly<Record<Status, string>>;

/**
 * The words of the documented JSON samples (hub contract 2.1). The samples show none for a hidden and a stopped
 * registration: docs/practice-hub.md says why these two were chosen.
 */
export const SAMPLE_STATUS_WORDS: StatusWords = {
  pendingDetails: 'Pending-Details',
  pendingActivation: 'Pending-Activation',
  synchronizing: 'Open-SyncProgress',
  active: 'Active',
  hidden: 'Disabled',
  stopped: 'Inactive',
  activationFailed: 'Activation-Failure',
  resolved: 'Resolved',
};
