// Finds out how a saved hub can be asked now: by which credential, with which token.
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { ActivityRecorder } from '../activity/activity-recorder.ts';
import type { Clock } from '../ports.ts';
import type { TokenKeeper } from '../tokens/token-keeper.ts';
import { hubLine } from './hub-line.ts';
import type { MadeCall } from './hub-line.ts';
import { hubWriter } from './recorded-write.ts';
import type { HubWriter } from './recorded-write.ts';
import { registrationClient } from './registration-client.ts';
import type { RegistrationClient } from './registration-client.ts';

/** What has to be known of a saved hub. */
export interface HubAddress {
  readonly baseUrl: string;
  readonly credentialInUseId: string | null;
}

export interface OpenHubPorts {
  /** The saved hub, null when there is none (any more). */
  readonly hubOf: (hubId: string) => HubAddress | null;
  readonly tokens: Pick<TokenKeeper, 'send'>;
  readonly clock: Clock;
  /** Every call that changes something is written down there. */
  readonly activity: ActivityRecorder;
  /** Shown every call that went out to a hub; see main/core/wire/last-exchanges.ts. */
  readonly exchanges: { note(hubId: string, made: MadeCall): void };
}

/** A hub that can be asked now. */
export interface OpenHub {
  readonly hubId: string;
  readonly credentialId: string;
  readonly client: RegistrationClient;
  readonly write: HubWriter;
}

/** Failures: `hubMissing`, `credentialMissing`. Asks nobody. */
export function openHub({ hubOf, tokens, clock, activity, exchanges }: OpenHubPorts, hubId: string): Result<OpenHub> {
  const hub = hubOf(hubId);
  if (hub === null) return fail({ code: 'hubMissing' });
  const { baseUrl, credentialInUseId: credentialId } = hub;
  if (credentialId === null) return fail({ code: 'credentialMissing' });
  const line = hubLine({
    baseUrl,
    send: (request) => tokens.send(credentialId, request),
    clock,
    onMade: (made) => exchanges.note(hubId, made),
  });
  const write = hubWriter({ line, activity, hubId, credentialId });
  return ok({ hubId, credentialId, client: registrationClient(line), write });
}
