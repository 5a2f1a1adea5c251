// The core that asks a hub, over the real client, with the way to it set as a person sets it.
import { fail, ok } from '#contract/result.ts';
import type { ProxyInput } from '#contract/reach-inputs.ts';
import type { ClientAuthentication } from '#contract/inputs.ts';
import { certificateFiles } from '../../../main/adapters/certificate-files.ts';
import { gotHttpClient } from '../../../main/adapters/got-http-client.ts';
import { localFileReader } from '../../../main/adapters/local-file-reader.ts';
import { certificateSeer } from '../../../main/adapters/see-certificates.ts';
import { systemClock } from '../../../main/adapters/system-clock.ts';
import { mannerlyHttpClient } from '../../../main/core/manners/mannerly-http-client.ts';
import { checkPair } from '../../../main/core/pairs/check-pair.ts';
import type { HttpRequest } from '../../../main/core/ports.ts';
import { proxyMemory } from '../../../main/core/reach/proxy-memory.ts';
import { reachOpener } from '../../../main/core/reach/open-reach.ts';
import { ReachBook } from '../../../main/core/reach/reach-book.ts';
import type { SystemProxies } from '../../../main/core/reach/reach-ports.ts';
import { reachService } from '../../../main/core/reach/reach-service.ts';
import { reachTransport } from '../../../main/core/reach/reach-transport.ts';
import { emptyStoredReach } from '../../../main/core/reach/stored-reach.ts';
import { fetchReference } from '../../../main/core/reference/fetch-reference.ts';
import { connectionTest } from '../../../main/core/registrations/connection-test.ts';
import { tokenKeeper } from '../../../main/core/tokens/token-keeper.ts';
import type { ClientAccess } from '../../../main/core/tokens/client-access.ts';
import { memoryRecordStore } from '../../doubles/memory-record-store.ts';
import { recordingActivity } from '../../doubles/recording-activity.ts';
import { scriptedSecretBox } from '../../doubles/scripted-secret-box.ts';

export const HUB = 'h1';

export interface ReachedHubOptions {
  /** `https://host:port` */
  readonly origin: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  readonly authentication?: ClientAuthentication;
  readonly systemProxies?: SystemProxies;
}

export function reachedHub({ origin, client, authentication = 'body', systemProxies }: ReachedHubOptions) {
  const box = scriptedSecretBox();
  const store = memoryRecordStore(emptyStoredReach);
  const book = new ReachBook({ store, secretBox: box });
  const opener = reachOpener({
    book,
    systemProxies: systemProxies ?? (() => Promise.resolve([null])),
    hubOf: () => hub,
  });
  const http = reachTransport({
    client: gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [] }),
    opener,
    proxies: proxyMemory(systemClock),
  });
  const mannerly = mannerlyHttpClient({
    http,
    knock: () => Promise.resolve(ok(null)),
    clock: systemClock,
    pause: () => Promise.resolve(),
    chance: () => 0,
  });
  const baseUrl = `${origin}/prweb/api/ppf/v1`;
  const tokenEndpoint = `${origin}/prweb/PRRestService/oauth2/v1/token`;
  const access: ClientAccess = {
    ...client,
    tokenEndpoint,
    clientAuthentication: authentication,
    boundOrigins: [origin],
  };
  const hub = { id: HUB, baseUrl, credentialInUseId: 'c1', credentials: [{ id: 'c1', tokenEndpoint }] };
  const files: string[] = [];
  const reach = reachService({
    book,
    opener,
    see: certificateSeer(() => []),
    certificateFiles,
    fileReader: localFileReader,
    chooseFiles: () => Promise.resolve(files.splice(0)),
    hubOf: () => hub,
  });
  const activity = recordingActivity();
  const tokens = tokenKeeper({
    http,
    clock: systemClock,
    knock: () => Promise.resolve(ok(null)),
    openCredential: () => Promise.resolve(ok(access)),
    activity,
    hubIdOf: () => HUB,
    onChanged: () => undefined,
  });
  const ports = { http, clock: systemClock, tokens, activity };
  const pair = {
    id: 'p1',
    hubId: HUB,
    registrationId: 'r1',
    applicationName: 'Sales',
    clientId: client.clientId,
    tokenEndpoint,
    clientAuthentication: authentication,
    receivedAtMs: 0,
    secret: { level: 'sessionOnly' },
  } as const;
  const tester = connectionTest({ ...ports, hubIdAt: () => HUB });
  return {
    reach,
    box,
    stored: () => store.text(),
    /** Chosen in the next file dialog. */
    choose: (...paths: string[]) => void files.push(...paths),
    setProxy: (proxy: ProxyInput) => reach.setProxy({ hubId: HUB, proxy }),
    /** Everything that is ever sent to a hub, by what it is. Each on its own: one must not stand for the other. */
    asks: {
      'the test of a saved credential': () => tester.testSaved('c1', baseUrl),
      'the test of a draft': () => tester.testDraft(access, baseUrl),
      'the check of a pair': () => checkPair(pair, access, ports),
      'the API’s description': () => fetchReference({ ...ports, tokens: noToken }, hub, `${baseUrl}/registrations`),
    },
    /** With manners, so that what may be repeated is: a token as it was answered, and the list with it. */
    askToken: () => mannerly.send(tokenRequest(tokenEndpoint, client), { hubId: HUB }),
    askList: (token: string) =>
      mannerly.send(
        { method: 'GET', url: `${baseUrl}/registrations`, headers: { authorization: `Bearer ${token}` } },
        { hubId: HUB },
      ),
    /** One request to the token endpoint and one to the API, without a token between them. */
    async bare() {
      const url = `${baseUrl}/registrations`;
      const sent = [
        await http.send({ method: 'POST', url: tokenEndpoint, headers: {}, body: 'grant_type=none' }, { hubId: HUB }),
        await http.send({ method: 'GET', url, headers: {} }, { hubId: HUB }),
      ];
      return sent.map((each) => (each.ok ? each.value.status : each.failure));
    },
  };
}

function tokenRequest(url: string, { clientId, clientSecret }: ReachedHubOptions['client']): HttpRequest {
  const fields = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret };
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', url, headers, body: new URLSearchParams(fields).toString() };
}

/** Sends the bare way, as to a host that the token is not for. */
const noToken = {
  send: () =>
    Promise.resolve(fail({ kind: 'unsent', failure: { code: 'secretBoundElsewhere', host: 'elsewhere' } } as const)),
};
