// Tests a connection the way it will be used: a token first, then one read of the registrations. Keeps nothing.
import type { ConnectionReport } from '#contract/credentials.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { ActivityRecorder, RecordedCall } from '../activity/activity-recorder.ts';
import type { Clock, HttpClient } from '../ports.ts';
import { forHub } from '../reach/reach-transport.ts';
import { sendWith } from '../tokens/authorized-send.ts';
import type { ClientAccess } from '../tokens/client-access.ts';
import type { TokenKeeper } from '../tokens/token-keeper.ts';
import { askOnRecord } from '../tokens/recorded-request.ts';
import type { Token } from '../tokens/token.ts';
import { hubLine } from './hub-line.ts';
import { registrationClient } from './registration-client.ts';

export interface ConnectionTestPorts {
  readonly http: HttpClient;
  /** The saved hub with this base URL, '' when there is none: a draft is tested the way it will be used. */
  readonly hubIdAt: (baseUrl: string) => string;
  readonly clock: Clock;
  readonly tokens: Pick<TokenKeeper, 'renew'>;
  /** A draft's token request is written down there; that of a saved credential is by the keeper. */
  readonly activity: ActivityRecorder;
}

/** Nothing is saved yet: neither hub nor credential. */
const ABOUT_DRAFT = {
  hubId: '',
  credentialId: null,
  registrationId: '',
  applicationName: '',
  action: 'token',
} as const;

/** Both tests send one token request and one list request, and no more, whatever comes. */
export interface ConnectionTest {
  /** Of credentials that are not saved: the token is dropped afterwards. `access` is not kept. */
  testDraft(access: ClientAccess, baseUrl: string): Promise<Result<ConnectionReport>>;
  /** Of a saved credential: the fresh token replaces the one in memory, and a remembered refusal is forgotten. */
  testSaved(credentialId: string, baseUrl: string): Promise<Result<ConnectionReport>>;
}

export function connectionTest({ clock, tokens, activity, ...ports }: ConnectionTestPorts): ConnectionTest {
  const transportTo = (baseUrl: string): HttpClient => forHub(ports.http, ports.hubIdAt(baseUrl));

  async function test(ask: () => Promise<Result<Token>>, baseUrl: string): Promise<Result<ConnectionReport>> {
    const startedAtMs = clock.nowMs();
    const token = await ask();
    if (!token.ok) return token;
    const line = hubLine({ baseUrl, send: sendWith(transportTo(baseUrl), token.value), clock });
    const listed = await registrationClient(line).list();
    if (!listed.ok) return listed;
    const { operator, accessGroup, lifetimeSeconds } = token.value;
    return ok({
      operator,
      accessGroup,
      tokenLifetimeSeconds: lifetimeSeconds,
      registrationCount: listed.value.length,
      durationMs: Math.max(0, clock.nowMs() - startedAtMs),
    });
  }

  async function askForDraft(access: ClientAccess, baseUrl: string): Promise<Result<Token>> {
    const begin = (sent: string): Promise<RecordedCall> => activity.begin({ ...ABOUT_DRAFT, sent });
    const { asked, end } = await askOnRecord({ http: transportTo(baseUrl), clock, begin }, access);
    await end();
    return asked;
  }

  return {
    testDraft: (access, baseUrl) => test(() => askForDraft(access, baseUrl), baseUrl),
    testSaved: (credentialId, baseUrl) => test(() => tokens.renew(credentialId), baseUrl),
  };
}
