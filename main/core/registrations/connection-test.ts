// Tests a connection the way it will be used: a token first, then one read of the registrations. Keeps nothing.
import type { ConnectionReport } from '#contract/credentials.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { Clock, HttpClient } from '../ports.ts';
import { sendWith } from '../tokens/authorized-send.ts';
import type { ClientAccess } from '../tokens/client-access.ts';
import type { TokenKeeper } from '../tokens/token-keeper.ts';
import { askForToken } from '../tokens/token.ts';
import type { Token } from '../tokens/token.ts';
import { registrationClient } from './registration-client.ts';

export interface ConnectionTestPorts {
  readonly http: HttpClient;
  readonly clock: Clock;
  readonly tokens: Pick<TokenKeeper, 'renew'>;
}

/** Both tests send one token request and one list request, and no more, whatever comes. */
export interface ConnectionTest {
  /** Of credentials that are not saved: the token is dropped afterwards. `access` is not kept. */
  testDraft(access: ClientAccess, baseUrl: string): Promise<Result<ConnectionReport>>;
  /** Of a saved credential: the fresh token replaces the one in memory, and a remembered refusal is forgotten. */
  testSaved(credentialId: string, baseUrl: string): Promise<Result<ConnectionReport>>;
}

export function connectionTest({ http, clock, tokens }: ConnectionTestPorts): ConnectionTest {
  async function test(ask: () => Promise<Result<Token>>, baseUrl: string): Promise<Result<ConnectionReport>> {
    const startedAtMs = clock.nowMs();
    const token = await ask();
    if (!token.ok) return token;
    const listed = await registrationClient({ baseUrl, send: sendWith(http, token.value), clock }).list();
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

  return {
    testDraft: (access, baseUrl) => test(() => askForToken({ http, clock }, access), baseUrl),
    testSaved: (credentialId, baseUrl) => test(() => tokens.renew(credentialId), baseUrl),
  };
}
