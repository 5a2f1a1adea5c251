// What really goes over the wire, as the window may see it: never a token, never a secret.

interface WireHeader {
  readonly name: string;
  /** The token is masked: `Bearer …`. */
  readonly value: string;
}

/** A request as it is sent. */
export interface WireRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly WireHeader[];
  /** JSON text, indented; null when there is no body. */
  readonly body: string | null;
  /** The same as a command for a shell, with `$ACCESS_TOKEN` in place of the token. */
  readonly curl: string;
}

/** A call that was made: the request, and what came back. Kept in memory of this run only. */
export interface WireExchange {
  readonly atMs: number;
  readonly request: WireRequest;
  /** null when no answer came. */
  readonly status: number | null;
  readonly durationMs: number;
  /** The answer's body with every secret and token replaced; cut at 20,000 characters. '' when there was none. */
  readonly body: string;
}
