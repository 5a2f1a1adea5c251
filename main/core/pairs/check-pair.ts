// Checks a data-sync pair the only way there is: it is exchanged for a token, which is dropped at once.
import type { PairReport } from '#contract/life-cycle.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { ActivityRecorder } from '../activity/activity-recorder.ts';
import type { Clock, HttpClient } from '../ports.ts';
import { forHub } from '../reach/reach-transport.ts';
import type { ClientAccess } from '../tokens/client-access.ts';
import { askOnRecord } from '../tokens/recorded-request.ts';
import { hostOf, isBoundTo } from '../tokens/token.ts';
import type { StoredPair } from './stored-pairs.ts';

export interface CheckPairPorts {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly activity: ActivityRecorder;
}

/** Which pair it is, for the activity log. */
type CheckedPair = Pick<StoredPair, 'hubId' | 'registrationId' | 'applicationName'>;

/** Sends one token request, and writes it down. Failures: `secretBoundElsewhere` and those of a token answer. */
export async function checkPair(
  { hubId, registrationId, applicationName }: CheckedPair,
  access: ClientAccess,
  { http, clock, activity }: CheckPairPorts,
): Promise<Result<PairReport>> {
  const { tokenEndpoint, boundOrigins } = access;
  // Nothing is about to be sent then, so nothing is written down.
  if (!isBoundTo(boundOrigins, tokenEndpoint)) {
    return fail({ code: 'secretBoundElsewhere', host: hostOf(tokenEndpoint) });
  }
  const about = { hubId, credentialId: null, registrationId, applicationName, action: 'pairCheck' } as const;
  const startedAtMs = clock.nowMs();
  const { asked, end } = await askOnRecord(
    { http: forHub(http, hubId), clock, begin: (sent) => activity.begin({ ...about, sent }) },
    access,
  );
  const durationMs = Math.max(0, clock.nowMs() - startedAtMs);
  await end();
  if (!asked.ok) return asked;
  const { operator, accessGroup, lifetimeSeconds } = asked.value;
  return ok({ operator, accessGroup, tokenLifetimeSeconds: lifetimeSeconds, durationMs });
}
