// The API's description as a screen shows it: ours, or the Swagger document that a Hub serves.
import type { LifeCycleAction } from './registration-actions.ts';

/** How well a fact is known (the marks of our own document); null in a Hub's own document. */
export type EvidenceMark = 'READ' | 'SEED' | 'CODE' | 'INFERRED' | 'UNKNOWN';

export interface ReferenceResponse {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly description: string;
  /** JSON text, indented; null when there is none. */
  readonly example: string | null;
}

export interface ReferenceField {
  readonly name: string;
  /** `path`, `query`, `header` or `body`. */
  readonly place: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly description: string;
}

export interface ReferenceOperation {
  readonly id: string;
  readonly method: string;
  /** Relative to the base URL. */
  readonly path: string;
  readonly group: string;
  readonly summary: string;
  readonly description: string;
  readonly evidence: EvidenceMark | null;
  /** Where the evidence is, in the contract's own keys, for example `R5`. */
  readonly sources: string;
  readonly fields: readonly ReferenceField[];
  readonly requestExample: string | null;
  readonly responses: readonly ReferenceResponse[];
  /** The form it leads to; null when the app has none for it. */
  readonly tryIt: 'list' | 'read' | 'register' | 'edit' | 'token' | LifeCycleAction | null;
}

export interface ReferenceDocument {
  readonly source: 'ours' | 'hub';
  /** Where a Hub's own document was read from; null for ours. */
  readonly address: string | null;
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly operations: readonly ReferenceOperation[];
}
