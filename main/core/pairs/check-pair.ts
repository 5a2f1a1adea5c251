// Checks a data-sync pair the only way there is: it is exchanged for a token, which is dropped at once.
import type { PairReport } from '#contract/life-cycle.ts';
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { ActivityRecorder, Ended } from '../activity/activity-recorder.ts';
import type { Clock, HttpAnswer, HttpClient, HttpTrouble } from '../ports.ts';
import type { ClientAccess } from '../tokens/client-access.ts';
import { askForToken, hostOf, isBoundTo } from '../tokens/token.ts';
import type { StoredPair } from './stored-pairs.ts';

export interface CheckPairPorts {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly activity: ActivityRecorder;
}

type Sent = Result<HttpAnswer, HttpTrouble>;

/** Sends one token request, and writes it down. Failures: `secretBoundElsewhere` and those of a token answer. */
export async function checkPair(
  { hubId, registrationId, applicationName }: StoredPair,
  access: ClientAccess,
  { http, clock, activity }: CheckPairPorts,
): Promise<Result<PairReport>> {
  const { tokenEndpoint, boundOrigins } = access;
  // Nothing is about to be sent then, so nothing is written down.
  if (!isBoundTo(boundOrigins, tokenEndpoint)) {
    return fail({ code: 'secretBoundElsewhere', host: hostOf(tokenEndpoint) });
  }
  const call = await activity.begin({
    hubId,
    credentialId: null,
    registrationId,
    applicationName,
    action: 'pairCheck',
    sent: `POST ${new URL(tokenEndpoint).pathname}\ngrant_type=client_credentials`,
  });
  const startedAtMs = clock.nowMs();
  let sent: Sent = fail({ cause: 'other', mayHaveArrived: false });
  const watched: HttpClient = { send: async (request, limits) => (sent = await http.send(request, limits)) };
  const token = await askForToken({ http: watched, clock }, access);
  await call.end(endedAs(sent, token.ok ? null : token.failure));
  if (!token.ok) return token;
  const { operator, accessGroup, lifetimeSeconds: tokenLifetimeSeconds } = token.value;
  return ok({ operator, accessGroup, tokenLifetimeSeconds, durationMs: Math.max(0, clock.nowMs() - startedAtMs) });
}

/** How the call ended: by the answer's status, or by how far the request got where there was none. */
function endedAs(sent: Sent, failure: Failure | null): Ended {
  if (!sent.ok) {
    const { cause, mayHaveArrived } = sent.failure;
    return mayHaveArrived ? { kind: 'unknown', cause } : { kind: 'notSent', failure: 'hubUnreachable' };
  }
  const { status } = sent.value;
  return failure === null ? { kind: 'done', status } : { kind: 'refused', status, failure: failure.code };
}
