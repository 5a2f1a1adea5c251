/** Counts what was asked of a practice hub, for tests: methods and paths only, no header, query or body. */
export interface RequestCount {
  readonly method: string;
  readonly path: string;
  readonly count: number;
}

/** The counts of one practice hub, in the order in which the addresses were first asked. */
export class RequestRecord {
  readonly #counts = new Map<string, RequestCount>();

  note(method: string, path: string): void {
    const key = `${method} ${path}`;
    const count = (this.#counts.get(key)?.count ?? 0) + 1;
    this.#counts.set(key, { method, path, count });
  }

  all(): readonly RequestCount[] {
    return [...this.#counts.values()];
  }
}
