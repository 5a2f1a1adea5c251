// What the app's own client sends, held against the document: every call, as it went over the wire to a practice hub.
import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '#contract/result.ts';
import { gotHttpClient } from '../../../main/adapters/got-http-client.ts';
import type { HttpClient, HttpRequest } from '../../../main/core/ports.ts';
import { editBaseOf } from '../../../main/core/registrations/life-cycle/edit-fields.ts';
import { lifeCycleService } from '../../../main/core/registrations/life-cycle/life-cycle-service.ts';
import { pathBook } from '../../../main/core/registrations/life-cycle/path-book.ts';
import { emptyStoredActionPaths } from '../../../main/core/registrations/life-cycle/stored-action-paths.ts';
import { registrationService } from '../../../main/core/registrations/registration-service.ts';
import { tokenKeeper } from '../../../main/core/tokens/token-keeper.ts';
import { memoryCopies } from '../../doubles/memory-copies.ts';
import { memoryRecordStore } from '../../doubles/memory-record-store.ts';
import { recordingActivity } from '../../doubles/recording-activity.ts';
import { recordingPairs } from '../../doubles/recording-pairs.ts';
import { startHub, tokenFor, call } from '../main/practice-hub/hub-caller.ts';
import { operationFor, operations, requestProblems, type SentRequest } from './contract-document.ts';

const FORM = {
  systemUrl: 'https://claims.example',
  applicationName: 'ClaimsIntake',
  applicationLabel: 'Claims intake',
  description: '',
  platform: 'Example platform',
  productionLevel: 2,
};
const REGISTRATION = { hubId: 'h1', registrationId: '' };

/** The app's services over a practice hub, and every request they send. */
async function setUp(clientAuthentication: 'body' | 'basic') {
  const hub = await startHub({ synchronizeMs: Number.POSITIVE_INFINITY });
  const sent: HttpRequest[] = [];
  const got = gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [] });
  const http: HttpClient = {
    send: (request, limits) => {
      sent.push(request);
      return got.send(request, limits);
    },
  };
  const clock = { nowMs: () => Date.now() };
  const activity = recordingActivity();
  const { clientId, clientSecret, tokenEndpoint, origin, baseUrl } = hub;
  const tokens = tokenKeeper({
    http,
    clock,
    activity,
    hubIdOf: () => 'h1',
    knock: () => Promise.resolve(ok(null)),
    openCredential: () =>
      Promise.resolve(ok({ clientId, clientSecret, tokenEndpoint, clientAuthentication, boundOrigins: [origin] })),
    onChanged: () => undefined,
  });
  const copies = memoryCopies(clock);
  const pairs = recordingPairs();
  const open = {
    hubOf: () => ({ baseUrl, credentialInUseId: 'c1' }),
    tokens,
    clock,
    activity,
    exchanges: { note: () => undefined },
  };
  const paths = pathBook(memoryRecordStore(emptyStoredActionPaths));
  onTestFinished(() => expect(sent.length).toBeGreaterThan(0));
  return {
    hub,
    sent,
    pairs,
    registrations: registrationService({ ...open, copies }),
    lifeCycle: lifeCycleService({ ...open, copies, pairs, paths }),
  };
}

const asSent = ({ method, url, headers, body }: HttpRequest): SentRequest => ({
  method,
  url,
  headers,
  body: body ?? '',
});

/** Makes every call that the app has, in the only order in which they all succeed. */
async function everyCall(clientAuthentication: 'body' | 'basic') {
  const running = await setUp(clientAuthentication);
  const { hub, sent, pairs, registrations, lifeCycle } = running;
  const registered = await registrations.register({ hubId: 'h1', form: FORM });
  const registration = registered.ok ? registered.value.registration : null;
  const place = { ...REGISTRATION, registrationId: registration!.id };
  const perform = async (action: Parameters<typeof lifeCycle.perform>[0]['action']) => {
    expect(await lifeCycle.perform({ ...place, action }), action).toMatchObject({ ok: true });
  };
  expect(await registrations.refresh({ hubId: 'h1' })).toMatchObject({ ok: true });
  expect(await registrations.read(place)).toMatchObject({ ok: true });
  const base = editBaseOf(registration!);
  const changes = {
    systemUrl: 'https://claims-2.example',
    applicationLabel: 'Claims',
    description: 'Two\nlines',
    platform: 'Other',
    productionLevel: 5,
    weighting: '7',
  };
  expect(await lifeCycle.edit({ ...place, base, changes })).toMatchObject(ok({ kind: 'saved' }));
  await perform('enableSync');
  const { clientId, clientSecret } = pairs.received[0]!;
  const token = await tokenFor(hub, { clientId, clientSecret });
  for (const resource of ['tasks', 'workqueues', 'operators']) {
    await call(hub, `POST /${resource}/batch?preactivationData=true&preactivationDataLast=true`, { token });
  }
  for (const action of ['disable', 'enable', 'deactivate', 'reactivate'] as const) await perform(action);
  const { clientId: id, clientSecret: secret } = pairs.received[1]!;
  const again = await tokenFor(hub, { clientId: id, clientSecret: secret });
  for (const resource of ['tasks', 'workqueues', 'operators']) {
    await call(hub, `POST /${resource}/batch?preactivationData=true&preactivationDataLast=true`, { token: again });
  }
  await registrations.read(place);
  await perform('deactivate');
  await perform('delete');
  return sent.map(asSent);
}

describe.each(['body', 'basic'] as const)('every request of the client that identifies itself by %s', (how) => {
  it('is as documented', async () => {
    const requests = await everyCall(how);
    expect(requests.flatMap((request) => requestProblems(request))).toEqual([]);
    const called = new Set(requests.map(({ method, url }) => operationFor(method, new URL(url).pathname)?.id));
    const ours = operations
      .filter(({ path }) => path.includes('/registrations') || path.endsWith('/token'))
      .map(({ id }) => id);
    expect([...called].sort()).toEqual(ours.sort());
  });
});

describe('a request with a mistake', () => {
  it('is found out: a misspelt field, a number as text, a missing token, another place', async () => {
    const requests = await everyCall('body');
    const withBody = requests.filter(({ body }) => body !== '');
    expect(withBody.length).toBeGreaterThanOrEqual(3);
    for (const request of withBody) {
      const names = [...request.body.matchAll(/"([A-Za-z]+)":|(?:^|&)([a-z_]+)=/g)].map(
        (found) => found[1] ?? found[2]!,
      );
      expect(names.length).toBeGreaterThan(2);
      for (const name of names) {
        const body = request.body.replace(name, `${name}x`);
        expect(requestProblems({ ...request, body }), body).not.toEqual([]);
      }
    }
    const create = withBody.find(({ url }) => url.endsWith('/registrations'))!;
    const bare = { ...create.headers, authorization: undefined };
    const mistakes: readonly SentRequest[] = [
      { ...create, body: create.body.replace(':2', ':"2"') },
      { ...create, body: '' },
      { ...create, headers: bare },
      { ...create, headers: { ...create.headers, 'content-type': 'text/plain' } },
      { ...create, url: `${create.url}/` },
      { ...create, url: `${create.url}?force=true` },
      { ...create, method: 'PUT' },
    ];
    for (const mistake of mistakes) expect(requestProblems(mistake), JSON.stringify(mistake)).not.toEqual([]);
    expect(requestProblems(create)).toEqual([]);
  });
});
