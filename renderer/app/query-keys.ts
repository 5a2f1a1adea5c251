// The names under which react-query keeps what main knows; main's events renew by these (app/bridge-events.ts).

export const queryKeys = {
  app: ['app'],
  hubs: ['hubs'],
  notices: ['notices'],
  practiceHub: ['practiceHub'],
  settings: ['settings'],
  /** What protects secrets, and whether it is locked. */
  vault: ['vault'],
  /** What the operating system's keystore is. */
  keystore: ['vault', 'keystore'],
  /** How any hub is reached: all that is kept under `reach`. */
  allReach: ['reach'],
  /** The hub whose certificates somebody wants to look at: the window's own. */
  certificateWish: ['certificateWish'],
  /** Whether somebody pressed *Unlock*: the window's own. */
  unlockWish: ['unlockWish'],
  token: (credentialId: string) => ['token', credentialId] as const,
  /** Everything about a hub's registrations. */
  registrations: (hubId: string) => ['registrations', hubId] as const,
  /** The copy kept on this machine: `SavedCopy | null`, without the network. */
  savedRegistrations: (hubId: string) => ['registrations', hubId, 'saved'] as const,
  /** The last reading from the Hub: `SavedCopy`; its error tells that the Hub could not be reached. */
  liveRegistrations: (hubId: string) => ['registrations', hubId, 'live'] as const,
  /** Everything that is told about a hub's past: histories, the summary since the last visit, its moments. */
  review: (hubId: string) => ['review', hubId] as const,
  history: (hubId: string, registrationId: string) => ['review', hubId, 'history', registrationId] as const,
  sinceLastVisit: (hubId: string) => ['review', hubId, 'sinceLastVisit'] as const,
  moments: (hubId: string) => ['review', hubId, 'moments'] as const,
  /** Every comparison: any hub's news can change one of its sides. */
  comparisons: ['comparisons'],
  problemReport: ['problemReport'],
  drafts: ['drafts'],
  /** The person's own age key. */
  keys: ['keys'],
  /** The imported files that lie on this computer with a secret in clear. */
  downloads: ['downloads'],
  /** The activity log, in parts. */
  activity: ['activity'],
  /** What every status says of every action; it never changes. */
  lifeCycle: ['lifeCycle'],
  /** Where a hub's actions without a documented path are sent. */
  /** Of every hub. */
  allActionPaths: ['actionPaths'],
  actionPaths: (hubId: string) => ['actionPaths', hubId] as const,
  /** The data-sync pairs that a hub's registrations gave. */
  pairs: (hubId: string) => ['pairs', hubId] as const,
  /** What went over the wire in this run, call by call. */
  wire: (hubId: string) => ['wire', hubId] as const,
  /** The last check of a hub's connection; main's events bring its steps. */
  checkup: (hubId: string) => ['checkup', hubId] as const,
  /** How a hub is reached; null for what holds for all of them. */
  reach: (hubId: string | null) => ['reach', hubId] as const,
  /** The description of the API that counts for a hub. */
  allReferenceAddresses: ['reference', 'address'],
  reference: (hubId: string) => ['reference', 'of', hubId] as const,
  /** Where that hub serves its own; null when no address is set. */
  referenceAddress: (hubId: string) => ['reference', 'address', hubId] as const,
  ourReference: ['reference', 'ours'],
} as const;
