// What is said of one failure: shared by everything that words one.

/** Two plain sentences or so: nothing in them is a secret, and texts of the Hub are quoted as such. */
export interface FailureWords {
  /** What happened, and whether anything was lost. */
  readonly sentence: string;
  /** What the person can do now. */
  readonly wayOut: string;
}

/** What was being done, where the way out of a refusal depends on it. */
export type Doing = 'register' | 'step' | 'firstTest' | 'other';
