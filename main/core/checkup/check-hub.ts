// What the Hub itself says, step by step: a token, its clock, for whom the token speaks, the registrations.
import { CLOCK_TOLERANCE_MS, PROPER_ACCESS_GROUP } from '#contract/checkup.ts';
import { fail } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { hubLine } from '../registrations/hub-line.ts';
import { registrationClient } from '../registrations/registration-client.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckProgress, StepResult } from './check-progress.ts';
import type { CheckedHub, CheckupPorts } from './checkup-ports.ts';

type HubPorts = Pick<CheckupPorts, 'tokens' | 'clock'>;

/** `host` is the API's, under which all of it is told. */
export async function checkHub(
  ports: HubPorts,
  progress: CheckProgress,
  { hub, host }: { readonly hub: CheckedHub; readonly host: string },
): Promise<void> {
  const credentialId = hub.credentialInUseId;
  const asking = credentialId === null ? noCredential() : ports.tokens.renew(credentialId);
  await progress.take({ name: 'token', host }, async () => checkToken(await asking));
  const asked = await asking;
  if (!asked.ok || credentialId === null) return;
  const token = asked.value;
  await progress.take({ name: 'clock', host }, () => Promise.resolve(checkClock(token)));
  await progress.take({ name: 'role', host }, () => Promise.resolve(checkRole(token)));
  await progress.take({ name: 'answer', host }, () => checkAnswer(ports, hub.baseUrl, credentialId));
}

function noCredential(): Promise<Result<never>> {
  return Promise.resolve(fail({ code: 'credentialMissing' }));
}

function checkToken(asked: Result<Token>): StepResult {
  if (!asked.ok) return { outcome: 'failed', failure: asked.failure };
  return { outcome: 'passed', finding: { kind: 'token', lifetimeSeconds: asked.value.lifetimeSeconds } };
}

function checkClock({ clockAheadMs: aheadMs }: Token): StepResult {
  const finding = { kind: 'clock', aheadMs } as const;
  if (aheadMs === null) return { outcome: 'skipped', finding };
  return { outcome: Math.abs(aheadMs) > CLOCK_TOLERANCE_MS ? 'warned' : 'passed', finding };
}

/** A group of another name may work too, where the Hub's administrators made it so. */
function checkRole({ operator, accessGroup }: Token): StepResult {
  const finding = { kind: 'role', operator, accessGroup } as const;
  if (accessGroup === null) return { outcome: 'skipped', finding };
  return { outcome: accessGroup === PROPER_ACCESS_GROUP ? 'passed' : 'warned', finding };
}

async function checkAnswer({ tokens, clock }: HubPorts, baseUrl: string, credentialId: string): Promise<StepResult> {
  const line = hubLine({ baseUrl, send: (request) => tokens.send(credentialId, request), clock });
  const listed = await registrationClient(line).list();
  if (!listed.ok) return { outcome: 'failed', failure: listed.failure };
  return { outcome: 'passed', finding: { kind: 'registrations', count: listed.value.length } };
}
