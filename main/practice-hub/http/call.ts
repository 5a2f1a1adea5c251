/** A call as the practice hub's parts see it: read from the wire once, independent of node:http. */
import type { Answer } from './answer.ts';

/** Who calls: the holder of the access token. Registration and data-synchronization clients are not interchangeable. */
export interface TokenHolder {
  readonly clientId: string;
  readonly audience: 'registration' | 'dataSync';
  readonly operator: string;
  readonly accessGroup: string;
}

/** One call. */
export interface Call {
  readonly method: string;
  /** The path without the query, as sent. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Header names are in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

/** A call whose path is known and whose caller may make it. */
export interface AdmittedCall extends Call {
  /** The variable part of the path: the registration's ID, or empty. */
  readonly id: string;
  readonly holder: TokenHolder;
}

/** Does what a call asks for. */
export type CallHandler = (call: AdmittedCall) => Answer | Promise<Answer>;
