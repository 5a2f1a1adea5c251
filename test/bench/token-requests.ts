// How many token requests a thousand parallel calls of the API cost.
import type { PracticeHub } from '../../main/practice-hub/practice-hub.ts';
import { startPracticeHub } from '../../main/practice-hub/practice-hub.ts';
import { gotHttpClient } from '../../main/adapters/got-http-client.ts';
import { systemClock } from '../../main/adapters/system-clock.ts';
import { tokenKeeper } from '../../main/core/tokens/token-keeper.ts';

const CALLS = 1000;

function keeperFor(hub: PracticeHub): ReturnType<typeof tokenKeeper> {
  return tokenKeeper({
    http: gotHttpClient({ userAgent: 'FabricRegistrar/bench', trustedCertificates: () => [] }),
    clock: systemClock,
    activity: { begin: () => Promise.resolve({ end: () => Promise.resolve() }) },
    hubIdOf: () => '',
    onChanged: () => undefined,
    knock: () => Promise.resolve({ ok: true, value: null }),
    openCredential: () =>
      Promise.resolve({
        ok: true,
        value: {
          clientId: hub.clientId,
          clientSecret: hub.clientSecret,
          tokenEndpoint: hub.tokenEndpoint,
          clientAuthentication: 'body',
          boundOrigins: [hub.origin],
        },
      }),
  });
}

/** Sends a thousand reads at once over the real HTTP client and counts what the Hub was asked at its token endpoint. */
export async function tokenRequestsForParallelCalls(): Promise<number> {
  const hub = await startPracticeHub({ port: 0, seed: 1, recordRequests: true });
  try {
    const keeper = keeperFor(hub);
    const url = `${hub.baseUrl}/registrations`;
    const answers = await Promise.all(
      Array.from({ length: CALLS }, () => keeper.send('bench', { method: 'GET', url })),
    );
    const failed = answers.filter((answer) => !answer.ok || answer.value.status !== 200).length;
    if (failed > 0) throw new Error(`${failed} of ${CALLS} calls failed, so their token requests prove nothing.`);
    return hub.requests
      .filter(({ path }) => path === new URL(hub.tokenEndpoint).pathname)
      .reduce((sum, { count }) => sum + count, 0);
  } finally {
    await hub.close();
  }
}
