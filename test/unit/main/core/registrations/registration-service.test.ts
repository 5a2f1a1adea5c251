import { describe, expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpAnswer } from '../../../../../main/core/ports.ts';
import { registrationService } from '../../../../../main/core/registrations/registration-service.ts';
import type { HubAddress } from '../../../../../main/core/registrations/open-hub.ts';
import { savedCopies } from '../../../../../main/core/review/saved-copies.ts';
import type { ApiRequest, SendFailure } from '../../../../../main/core/tokens/authorized-send.ts';
import { deferred, untilIdle } from '../../../../doubles/deferred.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryCopyStore } from '../../../../doubles/memory-copy-store.ts';
import { memoryHistoryStore } from '../../../../doubles/memory-history-store.ts';
import { recordingActivity } from '../../../../doubles/recording-activity.ts';
import { httpAnswer } from '../../../../doubles/scripted-http-client.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

const BASE = 'https://hub.example/prweb/api/ppf/v1';
const FORM = {
  systemUrl: 'https://ap15.uplustelco.com',
  applicationName: 'New',
  applicationLabel: 'New',
  description: '',
  platform: 'uPlusTelco',
  productionLevel: 2,
};
const one = wireRegistration({ ID: 'REG-1', applicationName: 'SalesDesk' });
const two = wireRegistration({ ID: 'REG-2', applicationName: 'salesdesk' });
const made = wireRegistration({ ID: 'REG-3', applicationName: 'New' });

type Sent = Result<HttpAnswer, SendFailure>;
const gave = (...parameters: Parameters<typeof httpAnswer>): Sent => ok(httpAnswer(...parameters));
const listOf = (...registrations: ReturnType<typeof wireRegistration>[]) => gave(200, { registrations });
const REFRESH = { hubId: 'h1' };

function setUp(answer: (request: ApiRequest) => Sent | Promise<Sent> = () => listOf(one, two)) {
  const hubs = new Map<string, HubAddress>([
    ['h1', { baseUrl: BASE, credentialInUseId: 'c1' }],
    ['bare', { baseUrl: BASE, credentialInUseId: null }],
  ]);
  const sent: { credentialId: string; request: ApiRequest }[] = [];
  const renewed: string[] = [];
  const clock = fixedClock(1000);
  const copies = savedCopies({
    store: memoryCopyStore(),
    history: memoryHistoryStore(),
    historyDays: () => 400,
    clock,
    onRenewed: (hubId) => renewed.push(hubId),
    onRecovered: () => undefined,
    onStorageFailed: () => undefined,
  });
  const activity = recordingActivity();
  const shown: string[] = [];
  const service = registrationService({
    activity,
    exchanges: { note: (hubId, { call }) => void shown.push(`${hubId} ${call.kind}`) },
    hubOf: (hubId) => hubs.get(hubId) ?? null,
    copies,
    clock,
    tokens: {
      send: async (credentialId, request) => {
        sent.push({ credentialId, request });
        return answer(request);
      },
    },
  });
  const savedIds = async () => {
    const saved = await service.saved(REFRESH);
    return saved.ok ? (saved.value?.registrations.map(({ id }) => id) ?? null) : saved.failure.code;
  };
  return { service, hubs, sent, renewed, copies, savedIds, activity, shown };
}

describe('a hub that cannot be asked', () => {
  test.each([
    ['is not there', 'h2', 'hubMissing'],
    ['has no credential', 'bare', 'credentialMissing'],
  ])('because it %s is told by every operation, and nothing is sent', async (_why, hubId, code) => {
    const { service, sent } = setUp();
    const expected = fail({ code });
    expect(await service.refresh({ hubId })).toEqual(expected);
    expect(await service.read({ hubId, registrationId: 'REG-1' })).toEqual(expected);
    expect(await service.register({ hubId, form: FORM })).toEqual(expected);
    expect(await service.lookUp({ hubId, applicationName: 'New' })).toEqual(expected);
    expect(sent).toEqual([]);
  });

  test('still has its saved copy, unless it is not there', async () => {
    const { service } = setUp();
    expect(await service.saved({ hubId: 'bare' })).toEqual(ok(null));
    expect(await service.saved({ hubId: 'h2' })).toEqual(fail({ code: 'hubMissing' }));
  });
});

describe('the saved copy', () => {
  test('is what the last refresh read, with its time', async () => {
    const { service, renewed, sent } = setUp();
    expect(await service.saved(REFRESH)).toEqual(ok(null));
    expect(await service.refresh(REFRESH)).toMatchObject(ok({ hubId: 'h1', takenAtMs: 1000 }));
    expect(await service.saved(REFRESH)).toMatchObject(ok({ registrations: [{ id: 'REG-1' }, { id: 'REG-2' }] }));
    expect(renewed).toEqual(['h1']);
    expect(sent.map(({ credentialId }) => credentialId)).toEqual(['c1']);
  });

  test('stays when a refresh fails', async () => {
    let isDown = false;
    const { service, savedIds, renewed } = setUp(() => (isDown ? gave(503) : listOf(one)));
    await service.refresh(REFRESH);
    isDown = true;
    expect(await service.refresh(REFRESH)).toMatchObject({ failure: { code: 'hubBusy' } });
    expect(await savedIds()).toEqual(['REG-1']);
    expect(renewed).toEqual(['h1']);
  });

  test('takes one registration anew when it is read', async () => {
    const { service, renewed } = setUp(({ url }) =>
      url.endsWith('/REG-1') ? gave(200, { ...one, status: 'Active' }) : listOf(one, two),
    );
    await service.refresh(REFRESH);
    await service.read({ hubId: 'h1', registrationId: 'REG-1' });
    expect(await service.saved(REFRESH)).toMatchObject(
      ok({ registrations: [{ status: { kind: 'active' } }, { status: { kind: 'synchronizing' } }] }),
    );
    expect(renewed).toEqual(['h1', 'h1']);
  });

  test('loses a registration that is gone', async () => {
    const { service, savedIds } = setUp(({ url }) => (url.endsWith('/REG-1') ? gave(404) : listOf(one, two)));
    await service.refresh(REFRESH);
    expect(await service.read({ hubId: 'h1', registrationId: 'REG-1' })).toEqual(fail({ code: 'registrationGone' }));
    expect(await savedIds()).toEqual(['REG-2']);
  });

  test('gains a registration that was made', async () => {
    const { service, savedIds } = setUp(({ method }) => (method === 'POST' ? gave(201, made) : listOf(one)));
    await service.refresh(REFRESH);
    expect(await service.register({ hubId: 'h1', form: FORM })).toMatchObject(ok({ registration: { id: 'REG-3' } }));
    expect(await savedIds()).toEqual(['REG-1', 'REG-3']);
  });

  test('is asked for by the credential in use', async () => {
    const { service, hubs, sent } = setUp();
    await service.refresh(REFRESH);
    hubs.set('h1', { baseUrl: BASE, credentialInUseId: 'c2' });
    await service.refresh(REFRESH);
    expect(sent.map(({ credentialId }) => credentialId)).toEqual(['c1', 'c2']);
  });
});

describe('looking up', () => {
  test('asks the Hub, compares names exactly, and renews the copy on the way', async () => {
    const { service, savedIds } = setUp();
    expect(await service.lookUp({ hubId: 'h1', applicationName: 'salesdesk' })).toMatchObject(ok([{ id: 'REG-2' }]));
    expect(await service.lookUp({ hubId: 'h1', applicationName: 'Salesdesk' })).toEqual(ok([]));
    expect(await savedIds()).toEqual(['REG-1', 'REG-2']);
  });

  test('after an unknown outcome never answers from a list that was asked for before', async () => {
    const older = deferred<Sent>();
    let lists = 0;
    const { service } = setUp(({ method }) => {
      if (method === 'POST') return fail({ kind: 'trouble', trouble: { cause: 'timeout', mayHaveArrived: true } });
      lists += 1;
      return lists === 1 ? older.promise : listOf(one, made);
    });
    const refreshing = service.refresh(REFRESH);
    await untilIdle();
    expect(await service.register({ hubId: 'h1', form: FORM })).toEqual(
      fail({ code: 'outcomeUnknown', cause: 'timeout' }),
    );
    const found = await service.lookUp({ hubId: 'h1', applicationName: 'New' });
    expect(found).toMatchObject(ok([{ id: 'REG-3' }]));
    older.resolve(listOf(one));
    expect(await refreshing).toMatchObject(ok({ registrations: [{ id: 'REG-1' }, { id: 'REG-3' }] }));
  });
});

describe('a creation in the activity log', () => {
  test('is written down before it is sent, and with its outcome and its ID', async () => {
    const { service, activity, shown } = setUp(({ method }) => {
      if (method === 'POST') expect(activity.entries).toMatchObject([{ outcome: null }]);
      return method === 'POST' ? gave(201, made) : listOf(one);
    });
    await service.register({ hubId: 'h1', form: { ...FORM, description: 'Two\nlines' } });
    expect(activity.entries[0]?.sent).toMatch(/^POST \/registrations\n\{"systemURL":.*"Two\\nlines".*\}$/);
    expect(activity.entries).toMatchObject([
      {
        hubId: 'h1',
        credentialId: 'c1',
        registrationId: '',
        applicationName: 'New',
        action: 'register',
        outcome: { kind: 'done', status: 201 },
        learned: { registrationId: 'REG-3' },
      },
    ]);
    expect(shown).toEqual(['h1 register']);
  });

  test.each<[string, Sent, object]>([
    ['refused', gave(409, { errors: [{ message: 'Taken' }] }), { kind: 'refused', status: 409, failure: 'hubRefused' }],
    [
      'cut',
      fail({ kind: 'trouble', trouble: { cause: 'cut', mayHaveArrived: true } }),
      { kind: 'unknown', cause: 'cut' },
    ],
    ['lost in a gateway', gave(504), { kind: 'unknown', cause: 'timeout' }],
    [
      'never sent',
      fail({ kind: 'trouble', trouble: { cause: 'refused', mayHaveArrived: false } }),
      { kind: 'notSent', failure: 'hubUnreachable' },
    ],
    [
      'without a token',
      fail({ kind: 'unsent', failure: { code: 'secretLocked' } }),
      { kind: 'notSent', failure: 'secretLocked' },
    ],
  ])('that was %s says so', async (_how, answer, outcome) => {
    const { service, activity } = setUp(() => answer);
    await service.register({ hubId: 'h1', form: FORM });
    expect(activity.entries).toMatchObject([{ outcome, learned: null }]);
  });

  test('is not in it for a list or a look', async () => {
    const { service, activity, shown } = setUp(({ url }) => (url.endsWith('/REG-1') ? gave(200, one) : listOf(one)));
    await service.refresh(REFRESH);
    await service.read({ hubId: 'h1', registrationId: 'REG-1' });
    expect(activity.entries).toEqual([]);
    expect(shown).toEqual(['h1 list', 'h1 read']);
  });
});
