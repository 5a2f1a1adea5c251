// The practice hub, asked with manners through the real HTTP client, and checked with the real network probe.
import { onTestFinished } from 'vitest';
import { ok } from '#contract/result.ts';
import { gotHttpClient } from '../../../../../main/adapters/got-http-client.ts';
import { nodeNetworkProbe } from '../../../../../main/adapters/node-network-probe.ts';
import { certificateSeer } from '../../../../../main/adapters/see-certificates.ts';
import { checkupService } from '../../../../../main/core/checkup/checkup-service.ts';
import { mannerlyHttpClient } from '../../../../../main/core/manners/mannerly-http-client.ts';
import type { OpenReach } from '../../../../../main/core/reach/reach-ports.ts';
import { registrationService } from '../../../../../main/core/registrations/registration-service.ts';
import { tokenKeeper } from '../../../../../main/core/tokens/token-keeper.ts';
import type { PracticeHubOptions } from '../../../../../main/practice-hub/options.ts';
import { startPracticeHub } from '../../../../../main/practice-hub/practice-hub.ts';
import { memoryCopies } from '../../../../doubles/memory-copies.ts';
import { recordingActivity } from '../../../../doubles/recording-activity.ts';

const DIRECTLY: OpenReach = {
  proxy: null,
  trust: { certificates: [], client: null },
  proxyTrust: { certificates: [], client: null },
  timeouts: { connectSeconds: 5, answerSeconds: 20 },
};

interface CheckedHubOptions extends PracticeHubOptions {
  /** How far this computer's clock is before the Hub's. */
  readonly clockOffsetMs?: number;
  /** Asked instead of the hub's own address. */
  readonly baseUrl?: string;
}

export async function checkedHub({ clockOffsetMs = 0, baseUrl, ...options }: CheckedHubOptions = {}) {
  const hub = await startPracticeHub({ ...options, recordRequests: true });
  onTestFinished(() => hub.close());
  let passedMs = 0;
  const clock = { nowMs: () => Date.now() + clockOffsetMs + passedMs };
  const pauses: number[] = [];
  const http = mannerlyHttpClient({
    http: gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [] }),
    knock: () => Promise.resolve(ok(null)),
    clock,
    pause: (ms) => {
      pauses.push(ms);
      return Promise.resolve();
    },
    chance: () => 0.5,
  });
  const activity = recordingActivity();
  const access = {
    clientId: hub.clientId,
    clientSecret: hub.clientSecret,
    tokenEndpoint: hub.tokenEndpoint,
    clientAuthentication: 'body',
    boundOrigins: [hub.origin],
  } as const;
  const tokens = tokenKeeper({
    http,
    clock,
    knock: () => Promise.resolve(ok(null)),
    openCredential: () => Promise.resolve(ok(access)),
    activity,
    hubIdOf: () => 'h1',
    onChanged: () => undefined,
  });
  const saved = {
    id: 'h1',
    baseUrl: baseUrl ?? hub.baseUrl,
    credentialInUseId: 'c1',
    credentials: [{ id: 'c1', tokenEndpoint: hub.tokenEndpoint }],
  };
  const madeCalls: string[] = [];
  const registrations = registrationService({
    hubOf: () => saved,
    tokens,
    copies: memoryCopies(clock),
    clock,
    activity,
    exchanges: { note: (_hubId, { call }) => void madeCalls.push(call.kind) },
  });
  const checkup = checkupService({
    hubOf: () => saved,
    opener: { ways: () => Promise.resolve(ok([DIRECTLY])) },
    probe: nodeNetworkProbe(),
    seeCertificates: certificateSeer(() => []),
    tokens,
    clock,
    askAgain: (addresses) => http.tryNow(addresses),
    onChanged: () => undefined,
  });
  return {
    hub,
    tokens,
    registrations,
    checkup,
    activity,
    pauses,
    /** The calls that went out to the hub, as its wire panel shows them. */
    madeCalls,
    /** How often the hub was asked, token requests included. */
    asked: () => hub.requests.reduce((sum, { count }) => sum + count, 0),
    timePasses: (ms: number) => (passedMs += ms),
  };
}
