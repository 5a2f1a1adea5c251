// An HttpClient that is loaded when the first request is sent, so that the window does not wait for it.
import type { HttpClient } from '../core/ports.ts';

/** `load` is called once, by the first request; that request waits for it. */
export function lateHttpClient(load: () => Promise<HttpClient>): HttpClient {
  let client: Promise<HttpClient> | null = null;
  return {
    async send(request, limits) {
      client ??= load();
      return (await client).send(request, limits);
    },
  };
}
