import { describe, expect, it } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import type { ReferenceHub } from '../../../../../main/core/reference/fetch-reference.ts';
import { referenceService } from '../../../../../main/core/reference/reference-service.ts';
import { emptyStoredReferences } from '../../../../../main/core/reference/stored-references.ts';
import type { ApiRequest } from '../../../../../main/core/tokens/authorized-send.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { answered, httpAnswer, scriptedHttpClient } from '../../../../doubles/scripted-http-client.ts';

const HUB: ReferenceHub = {
  id: 'hub-1',
  baseUrl: 'https://hub.example/prweb/api/ppf/v1',
  credentialInUseId: 'c1',
  credentials: [{ id: 'c1', tokenEndpoint: 'https://login.example/prweb/PRRestService/oauth2/v1/token' }],
};
const ADDRESS = 'https://hub.example/prweb/api/ppf/v1/description.json';
const THEIRS = { swagger: '2.0', info: { title: 'Theirs', version: '9' }, paths: { '/registrations': { get: {} } } };
const OWN = { openapi: '3.1.0', info: { title: 'Ours' }, paths: { '/registrations': { get: {} } } };

type Answer = ReturnType<typeof answered>;
type Sent = Awaited<ReturnType<Parameters<typeof referenceService>[0]['tokens']['send']>>;

function setUp({ bare = answered(200, THEIRS), withToken, hub = HUB }: Partial<Scene> = {}) {
  const store = memoryRecordStore(emptyStoredReferences);
  const http = scriptedHttpClient(() => bare);
  const authorized: (readonly [string, ApiRequest])[] = [];
  let parsed = 0;
  const service = referenceService({
    hubOf: (hubId) => (hubId === 'h1' ? hub : null),
    store,
    http,
    clock: fixedClock(),
    tokens: {
      send: (credentialId, request) => {
        authorized.push([credentialId, request]);
        return Promise.resolve(withToken ?? ok(httpAnswer(200, THEIRS)));
      },
    },
    ownText: () => Promise.resolve('own'),
    parseYaml: (text) => {
      parsed += 1;
      return Promise.resolve(text === 'own' ? OWN : text.startsWith('swagger:') ? THEIRS : null);
    },
  });
  return { service, store, http, authorized, parsed: () => parsed };
}
interface Scene {
  readonly bare: Answer;
  readonly withToken: Sent;
  readonly hub: ReferenceHub;
}

const document = async (scene: Partial<Scene>, address = ADDRESS) => {
  const running = setUp(scene);
  await running.service.setAddress({ hubId: 'h1', address });
  return { ...running, read: await running.service.document({ hubId: 'h1' }) };
};

describe('the reference of a hub', () => {
  it('is ours without an address, read once', async () => {
    const { service, parsed } = setUp();
    const ours = ok({ source: 'ours', title: 'Ours', address: null });
    expect(await service.document({ hubId: 'h1' })).toMatchObject(ours);
    expect(await service.ours()).toMatchObject(ours);
    expect(parsed()).toBe(1);
  });

  it('is the hub’s own at the address that was set', async () => {
    const { read, http } = await document({});
    expect(read).toMatchObject(ok({ source: 'hub', title: 'Theirs', address: ADDRESS }));
    expect(http.requests).toEqual([]);
  });

  it('may be written in YAML', async () => {
    const { read } = await document({ withToken: ok(httpAnswer(200, 'swagger: "2.0"')) });
    expect(read).toMatchObject(ok({ source: 'hub', title: 'Theirs' }));
  });

  it.each([ADDRESS, 'https://login.example/api'])('is asked for with the token at %s', async (address) => {
    const { authorized, http } = await document({}, address);
    expect(authorized.map(([id, { method, url }]) => [id, method, url])).toEqual([['c1', 'GET', address]]);
    expect(http.requests).toEqual([]);
  });

  it.each(['https://elsewhere.example/api', 'https://hub.example:8443/api'])(
    'is asked for without a token at %s, which is not the hub’s',
    async (address) => {
      const { authorized, http, read } = await document({}, address);
      expect(authorized).toEqual([]);
      expect(http.requests).toMatchObject([{ method: 'GET', url: address }]);
      expect(Object.keys(http.requests[0]!.headers)).not.toContain('authorization');
      expect(http.limits).toEqual([4 * 1024 * 1024]);
      expect(read).toMatchObject({ ok: true });
    },
  );

  it('is asked for without a token when the secret’s own seal does not know the address', async () => {
    const failure = { kind: 'unsent', failure: { code: 'secretBoundElsewhere', host: 'hub.example' } } as const;
    const { http, read } = await document({ withToken: fail(failure) });
    expect(http.requests.length).toBe(1);
    expect(read).toMatchObject({ ok: true });
  });

  it('is asked for without a token by a hub without credentials', async () => {
    const { read, http } = await document({ hub: { ...HUB, credentialInUseId: null, credentials: [] } });
    expect(http.requests.length).toBe(1);
    expect(read).toMatchObject({ ok: true });
  });

  it.each([
    ['a web page', answered(200, '<html><body>Sign in</body></html>')],
    ['other JSON', answered(200, { registrations: [] })],
    ['nothing', answered(200)],
    ['that it has nothing there', answered(404)],
    ['a fault', answered(500, 'x')],
  ])('is told to be unreadable when the address answers %s', async (_what, bare) => {
    const { read } = await document({ bare }, 'https://elsewhere.example:8443/api');
    expect(read).toEqual(fail({ code: 'referenceUnreadable', host: 'elsewhere.example:8443' }));
  });

  it.each([
    [answered(403, { errors: [{ message: 'No' }] }), { code: 'accessDenied', status: 403, message: 'No' }],
    [answered(503, '', { 'retry-after': '3' }), { code: 'hubBusy', retryAfterSeconds: 3 }],
    [fail({ cause: 'dns', mayHaveArrived: false } as const), { code: 'hubUnreachable', cause: 'dns' }],
    [fail({ cause: 'answerTooLarge', mayHaveArrived: true } as const), { code: 'hubUnreachable' }],
  ])('is not there for a reason that is told', async (bare, failure) => {
    const { read } = await document({ bare }, 'https://elsewhere.example/api');
    expect(read).toMatchObject({ failure });
  });

  it('tells what is wrong with the token', async () => {
    const failure = { kind: 'unsent', failure: { code: 'secretLocked' } } as const;
    expect((await document({ withToken: fail(failure) })).read).toEqual(fail({ code: 'secretLocked' }));
  });
});

describe('the address of a reference', () => {
  it('is kept, taken away, and gone with its hub', async () => {
    const { service, store } = setUp();
    expect(await service.address({ hubId: 'h1' })).toEqual(ok(null));
    expect(await service.setAddress({ hubId: 'h1', address: ADDRESS })).toEqual(ok(null));
    expect(await service.address({ hubId: 'h1' })).toEqual(ok(ADDRESS));
    await service.setAddress({ hubId: 'h1', address: null });
    expect(store.read()).toEqual(emptyStoredReferences);
    await service.setAddress({ hubId: 'h1', address: ADDRESS });
    expect(service.removeOfHub('h1')).toEqual(ok(null));
    expect(store.read()).toEqual(emptyStoredReferences);
  });

  it('is written only when it changes', async () => {
    const { service, store } = setUp();
    service.removeOfHub('h1');
    await service.setAddress({ hubId: 'h1', address: ADDRESS });
    await service.setAddress({ hubId: 'h1', address: ADDRESS });
    expect(store.writes()).toBe(1);
  });

  it('is not kept when the disk refuses', async () => {
    const { service, store } = setUp();
    store.refuse('full');
    const refused = fail({ code: 'storageFailed', cause: 'full' });
    expect(await service.setAddress({ hubId: 'h1', address: ADDRESS })).toEqual(refused);
    expect(await service.address({ hubId: 'h1' })).toEqual(ok(null));
  });

  it('belongs to a hub that is there', async () => {
    const { service } = setUp();
    const missing = fail({ code: 'hubMissing' });
    expect(await service.address({ hubId: 'h2' })).toEqual(missing);
    expect(await service.setAddress({ hubId: 'h2', address: ADDRESS })).toEqual(missing);
    expect(await service.document({ hubId: 'h2' })).toEqual(missing);
  });
});
