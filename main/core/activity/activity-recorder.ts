// How every call that changes something is written down: before it is sent, and with its outcome.
import type { ActivityAction, ActivityOutcome } from '#contract/activity.ts';

/** A call that is about to be sent. Texts are '' when not known. */
export interface AboutToSend {
  readonly hubId: string;
  /** The credential in whose name it is sent; tells the operator once a token is known. null for a data-sync pair. */
  readonly credentialId: string | null;
  readonly registrationId: string;
  readonly applicationName: string;
  readonly action: ActivityAction;
  /** Method and path, and the body that is sent, without any secret. */
  readonly sent: string;
}

/** How it ended; the time it took is measured by the recorder. */
export type Ended = Exclude<ActivityOutcome, { readonly kind: 'pending' | 'found' }>;

/** A call under way. */
export interface RecordedCall {
  /** Writes down how it ended, and waits for the disk. Also tells the registration that a creation made. */
  end(outcome: Ended, learned?: { readonly registrationId: string }): Promise<void>;
}

/**
 * The writing half of the activity log. It never stands in the way of a call: when the disk refuses, the entry is kept
 * in memory and the log's keeper tells.
 */
export interface ActivityRecorder {
  /** Writes *about to be sent* and waits for the disk: a crash from here on is visible as an unknown outcome. */
  begin(about: AboutToSend): Promise<RecordedCall>;
}
