// A client that is loaded when the first request is sent, so that the window does not wait for it.
import type { ReachingClient } from '../core/reach/reach-ports.ts';

/** `load` is called once, by the first request; that request waits for it. */
export function lateHttpClient(load: () => Promise<ReachingClient>): ReachingClient {
  let client: Promise<ReachingClient> | null = null;
  return {
    async send(request, options) {
      client ??= load();
      return (await client).send(request, options);
    },
  };
}
