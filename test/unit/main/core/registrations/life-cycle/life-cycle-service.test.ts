import { describe, expect, test } from 'vitest';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { JsonObject } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { HttpAnswer } from '../../../../../../main/core/ports.ts';
import { editBaseOf } from '../../../../../../main/core/registrations/life-cycle/edit-fields.ts';
import { lifeCycleService } from '../../../../../../main/core/registrations/life-cycle/life-cycle-service.ts';
import { LIFE_CYCLE_TABLE } from '../../../../../../main/core/registrations/life-cycle/life-cycle-table.ts';
import { pathBook } from '../../../../../../main/core/registrations/life-cycle/path-book.ts';
import { emptyStoredActionPaths } from '../../../../../../main/core/registrations/life-cycle/stored-action-paths.ts';
import { readRegistration } from '../../../../../../main/core/registrations/registration.ts';
import { savedCopies } from '../../../../../../main/core/review/saved-copies.ts';
import type { ApiRequest, SendFailure } from '../../../../../../main/core/tokens/authorized-send.ts';
import { deferred } from '../../../../../doubles/deferred.ts';
import { fixedClock } from '../../../../../doubles/fixed-clock.ts';
import { memoryCopyStore } from '../../../../../doubles/memory-copy-store.ts';
import { memoryHistoryStore } from '../../../../../doubles/memory-history-store.ts';
import { memoryRecordStore } from '../../../../../doubles/memory-record-store.ts';
import { recordingActivity } from '../../../../../doubles/recording-activity.ts';
import { recordingPairs } from '../../../../../doubles/recording-pairs.ts';
import { httpAnswer } from '../../../../../doubles/scripted-http-client.ts';
import { wireRegistration } from '../../../../../doubles/wire-registration.ts';

const BASE = 'https://hub.example/prweb/api/ppf/v1';
const SECRET = 'FAKE0123456789ABCDEF';
type Sent = Result<HttpAnswer, SendFailure>;
type Answering = (request: string) => Sent | Promise<Sent>;
const gave = (...parameters: Parameters<typeof httpAnswer>): Sent => ok(httpAnswer(...parameters));
const trouble = (mayHaveArrived: boolean): Sent => fail({ kind: 'trouble', trouble: { cause: 'cut', mayHaveArrived } });
const record = (changes: JsonObject = {}) => wireRegistration({ ID: 'REG-1', ...changes });
const GET = 'GET /registrations/REG-1';
const action = (path: string) => `POST /registrations/REG-1/actions/${path}`;
const PLACE = { hubId: 'h1', registrationId: 'REG-1' };

/** A hub whose saved copy holds REG-1 in a status, unless it never was listed. */
async function setUp(status: string | null, answer: Answering) {
  const steps: string[] = [];
  const requests: ApiRequest[] = [];
  const clock = fixedClock(1000);
  const copies = savedCopies({
    store: memoryCopyStore(),
    history: memoryHistoryStore(),
    historyDays: () => 400,
    clock,
    onRenewed: () => void steps.push('copy'),
    onRecovered: () => undefined,
    onStorageFailed: () => undefined,
  });
  if (status !== null) {
    const saved = [record({ status }), wireRegistration({ ID: 'REG-2' })].map((wire) => readRegistration(wire)!);
    await copies.refresh('h1', { asker: 'c1', list: () => Promise.resolve(ok(saved)) });
  }
  steps.length = 0;
  const activity = recordingActivity((step) => void steps.push(step));
  const pairs = recordingPairs(() => void steps.push('pair kept'));
  const paths = pathBook(memoryRecordStore(emptyStoredActionPaths));
  const service = lifeCycleService({
    hubOf: (hubId) =>
      new Map([
        ['h1', { baseUrl: BASE, credentialInUseId: 'c1' }],
        ['bare', { baseUrl: BASE, credentialInUseId: null }],
      ]).get(hubId) ?? null,
    tokens: {
      send: async (_credentialId, request) => {
        requests.push(request);
        const asked = `${request.method} ${request.url.slice(BASE.length)}`;
        steps.push(asked);
        return answer(asked);
      },
    },
    clock,
    activity,
    exchanges: { note: () => undefined },
    copies,
    pairs,
    paths,
  });
  const savedIds = async () => (await copies.of('h1'))?.registrations.map(({ id }) => id);
  const savedStatus = async () => (await copies.of('h1'))?.registrations.find(({ id }) => id === 'REG-1')?.status.raw;
  const perform = (step: LifeCycleAction) => service.perform({ ...PLACE, action: step });
  return { service, perform, steps, requests, activity, pairs, paths, savedIds, savedStatus };
}

describe('a step of the life cycle', () => {
  test.each<[LifeCycleAction, string, string]>([
    ['enableSync', 'Pending-Activation', action('enablesync')],
    ['disable', 'Active', action('disable')],
    ['enable', 'Disabled', action('enable')],
    ['deactivate', 'Active', action('disablesync')],
    ['reactivate', 'Inactive', action('enablesync')],
    ['delete', 'Inactive', 'DELETE /registrations/REG-1'],
  ])('%s of one that is %s is sent at once, without a body: %s', async (step, status, expected) => {
    const { perform, requests, steps } = await setUp(status, () => gave(200, record({ status: 'Another' })));
    expect(await perform(step)).toMatchObject({ ok: true, value: { action: step } });
    expect(steps.slice(0, 3)).toEqual(['begin', expected, 'end']);
    expect(requests[0]).not.toHaveProperty('body');
  });

  test('that is not known, or whose registration is in no copy, is sent as well: the Hub decides', async () => {
    const refusal = gave(409, { errors: [{ message: 'Not now' }] });
    for (const status of ['On-Holiday', null]) {
      const { perform, steps } = await setUp(status, () => refusal);
      expect(await perform('delete')).toMatchObject({
        failure: { code: 'hubRefused', status: 409, message: 'Not now' },
      });
      expect(steps).toEqual(['begin', 'DELETE /registrations/REG-1', 'end']);
    }
  });

  test('that the status forbids is not sent, after a look at the Hub', async () => {
    const { perform, steps, activity } = await setUp('Active', () => gave(200, record({ status: 'Active' })));
    expect(await perform('delete')).toEqual(fail({ code: 'statusForbids', action: 'delete', status: 'Active' }));
    expect(steps).toEqual([GET]);
    expect(activity.entries).toEqual([]);
  });

  test('that only an old copy forbids is sent', async () => {
    const { perform, savedIds } = await setUp('Active', (asked) =>
      asked === GET ? gave(200, record({ status: 'Inactive' })) : gave(200),
    );
    expect(await perform('delete')).toEqual(
      ok({ action: 'delete', registration: null, pair: { kind: 'notExpected' } }),
    );
    expect(await savedIds()).toEqual(['REG-2']);
  });

  test.each([
    ['gone', gave(404), 'registrationGone'],
    ['out of reach', trouble(true), 'hubUnreachable'],
  ])('is not sent when that look finds it %s', async (_what, look, code) => {
    const { perform, activity } = await setUp('Active', () => look);
    expect(await perform('delete')).toMatchObject({ failure: { code } });
    expect(activity.entries).toEqual([]);
  });

  test('renews the saved copy with the record in its answer', async () => {
    const { perform, savedStatus, steps } = await setUp('Active', () => gave(200, record({ status: 'Disabled' })));
    expect(await perform('disable')).toMatchObject(ok({ registration: { status: { kind: 'hidden' } } }));
    expect(await savedStatus()).toBe('Disabled');
    expect(steps).toEqual(['begin', action('disable'), 'end', 'copy']);
  });

  test.each([
    ['nothing', gave(200)],
    ['"accepted"', gave(202)],
    ['"no content"', gave(204)],
    ['only its ID', gave(200, { ID: 'REG-1' })],
    ['another registration', gave(200, wireRegistration({ ID: 'REG-7' }))],
  ])('is read once when the Hub answers %s', async (_what, answer) => {
    const { perform, savedStatus } = await setUp('Active', (asked) =>
      asked === GET ? gave(200, record({ status: 'Disabled' })) : answer,
    );
    expect(await perform('disable')).toMatchObject(ok({ registration: { status: { kind: 'hidden' } } }));
    expect(await savedStatus()).toBe('Disabled');
  });

  test('is done also when the record cannot be read then', async () => {
    const { perform, activity } = await setUp('Active', (asked) => (asked === GET ? gave(500) : gave(204)));
    expect(await perform('disable')).toEqual(
      ok({ action: 'disable', registration: null, pair: { kind: 'notExpected' } }),
    );
    expect(activity.entries).toMatchObject([{ outcome: { kind: 'done', status: 204 } }]);
  });

  test.each<[string, Sent, object, object]>([
    ['is cut', trouble(true), { code: 'outcomeUnknown', cause: 'cut' }, { kind: 'unknown', cause: 'cut' }],
    ['fails', gave(500), { code: 'outcomeUnknown', cause: 'other', status: 500 }, { kind: 'unknown', cause: 'other' }],
    [
      'signs in',
      gave(200, '<html>'),
      { code: 'outcomeUnknown', cause: 'other', status: 200 },
      { kind: 'unknown', cause: 'other' },
    ],
    ['is not there', trouble(false), { code: 'hubUnreachable' }, { kind: 'notSent', failure: 'hubUnreachable' }],
    ['is busy', gave(429), { code: 'hubBusy' }, { kind: 'refused', status: 429, failure: 'hubBusy' }],
    ['denies it', gave(403), { code: 'accessDenied' }, { kind: 'refused', status: 403, failure: 'accessDenied' }],
  ])('is never sent twice: the Hub %s', async (_how, answer, failure, outcome) => {
    for (const step of ['deactivate', 'enableSync', 'delete'] as const) {
      const { perform, requests, activity } = await setUp('On-Holiday', () => answer);
      expect(await perform(step)).toMatchObject({ failure });
      expect(requests).toHaveLength(1);
      expect(activity.entries).toMatchObject([{ action: step, outcome }]);
    }
  });

  test('is written down with what is sent and about what', async () => {
    const { perform, activity } = await setUp('Active', () => gave(200, record()));
    await perform('deactivate');
    expect(activity.entries).toEqual([
      {
        hubId: 'h1',
        credentialId: 'c1',
        registrationId: 'REG-1',
        applicationName: 'SalesDesk3',
        action: 'deactivate',
        sent: action('disablesync'),
        outcome: { kind: 'done', status: 200 },
        learned: null,
      },
    ]);
  });

  test('that is under way is not begun again by a second click', async () => {
    const answer = deferred<Sent>();
    const { perform, requests } = await setUp('Active', () => answer.promise);
    const clicks = [perform('disable'), perform('disable')];
    answer.resolve(gave(200, record({ status: 'Disabled' })));
    const [first, second] = await Promise.all(clicks);
    expect(second).toEqual(first);
    expect(requests).toHaveLength(1);
    await perform('disable');
    expect(requests).toHaveLength(2);
  });

  test('of a registration whose ID cannot stand in an address is not sent', async () => {
    const { service, requests } = await setUp(null, () => gave(200));
    expect(await service.perform({ hubId: 'h1', registrationId: '..', action: 'delete' })).toEqual(
      fail({ code: 'registrationGone' }),
    );
    expect(requests).toEqual([]);
  });

  test.each([
    ['delete', 404, 1],
    ['delete', 410, 1],
    ['disable', 404, 2],
  ] as const)('finds out that the registration is gone: %s with %i', async (step, status, asked) => {
    const { perform, savedIds, requests } = await setUp('On-Holiday', () => gave(status));
    expect(await perform(step)).toEqual(fail({ code: 'registrationGone' }));
    expect(await savedIds()).toEqual(['REG-2']);
    expect(requests).toHaveLength(asked);
  });

  test('that a Hub does not have, of a registration that is there, is refused in its own words', async () => {
    const { perform } = await setUp('Active', (asked) =>
      asked === GET ? gave(200, record({ status: 'Active' })) : gave(404, { errors: [{ message: 'No such path' }] }),
    );
    expect(await perform('disable')).toMatchObject({ failure: { code: 'hubRefused', message: 'No such path' } });
  });
});

describe('the second pair', () => {
  test.each(['enableSync', 'reactivate'] as const)('of %s is kept before anything else happens', async (step) => {
    const status = step === 'enableSync' ? 'Pending-Activation' : 'Inactive';
    const { perform, steps, pairs } = await setUp(status, (asked) =>
      asked === GET ? gave(200, record()) : gave(200, { ID: 'REG-1', client_id: '42', client_secret: SECRET }),
    );
    const performed = await perform(step);
    expect(steps).toEqual(['begin', action('enablesync'), 'pair kept', 'end', GET, 'copy']);
    expect(pairs.received).toEqual([{ ...PLACE, applicationName: 'SalesDesk3', clientId: '42', clientSecret: SECRET }]);
    expect(performed).toMatchObject(ok({ pair: { kind: 'kept', pair: { clientId: '42' } } }));
    expect(JSON.stringify(performed)).not.toContain(SECRET);
  });

  test('stays out of the record that is handed on and saved', async () => {
    const { perform } = await setUp('Pending-Activation', () => gave(200, record({ clientSecret: SECRET })));
    const performed = await perform('enableSync');
    expect(performed).toMatchObject(ok({ registration: { withheldFields: ['clientSecret'] } }));
    expect(JSON.stringify(performed)).not.toContain(SECRET);
  });

  test('that is missing is told', async () => {
    const { perform, pairs } = await setUp('Pending-Activation', () => gave(200, record()));
    expect(await perform('enableSync')).toMatchObject(ok({ pair: { kind: 'absent' } }));
    expect(pairs.received).toEqual([]);
  });

  test.each([
    ['half an answer', gave(200, `{"clientID":"42","clientSecret":"${SECRET}","sta`)],
    ['a failure', gave(500, { clientID: '42', clientSecret: SECRET })],
  ])('in %s proves that it was done', async (_what, answer) => {
    const { perform, pairs, activity } = await setUp('Pending-Activation', (asked) =>
      asked === GET ? gave(200, record()) : answer,
    );
    expect(await perform('enableSync')).toMatchObject(ok({ registration: { id: 'REG-1' }, pair: { kind: 'kept' } }));
    expect(pairs.received).toMatchObject([{ clientId: '42', clientSecret: SECRET }]);
    expect(activity.entries).toMatchObject([{ outcome: { kind: 'done' } }]);
  });

  test('is not looked for in a refusal, or in the answer to another step', async () => {
    const told = { errors: [{ message: 'No' }], clientSecret: 'is missing' };
    const refused = await setUp('Pending-Activation', () => gave(400, told));
    expect(await refused.perform('enableSync')).toMatchObject({ failure: { code: 'hubRefused' } });
    const disabled = await setUp('Active', () => gave(200, record({ clientSecret: '********' })));
    expect(await disabled.perform('disable')).toMatchObject(ok({ pair: { kind: 'notExpected' } }));
    expect([...refused.pairs.received, ...disabled.pairs.received]).toEqual([]);
  });
});

describe('an action without a documented path', () => {
  const missing = gave(404, { errors: [{ message: 'No such path' }] });

  test.each([404, 405])('tries the next path on %i, and remembers the one that worked', async (status) => {
    const { perform, steps, service } = await setUp('Inactive', (asked) => {
      if (asked === GET) return gave(200, record({ status: 'Inactive' }));
      return asked === action('reactivatesync') ? gave(200, record({ clientSecret: SECRET })) : gave(status);
    });
    expect(await perform('reactivate')).toMatchObject(ok({ pair: { kind: 'kept' } }));
    const asked = steps.filter((step) => step.includes('/registrations'));
    const look = status === 404 ? [GET] : [];
    expect(asked).toEqual([action('enablesync'), ...look, action('reactivate'), action('reactivatesync')]);
    const paths = await service.actionPaths({ hubId: 'h1' });
    expect(paths).toMatchObject({ value: [{}, { path: 'actions/reactivatesync', origin: 'found' }] });
  });

  test('is written down for every path that was tried', async () => {
    const { perform, activity } = await setUp('Disabled', (asked) =>
      asked === action('enable') ? gave(405) : gave(200, record({ status: 'Active' })),
    );
    await perform('enable');
    expect(activity.entries).toMatchObject([
      { sent: action('enable'), outcome: { kind: 'refused', status: 405 } },
      { sent: action('enableregistration'), outcome: { kind: 'done', status: 200 } },
    ]);
  });

  test('says that no path is known when all are missing', async () => {
    const { perform, requests, service } = await setUp('Disabled', (asked) =>
      asked === GET ? gave(200, record({ status: 'Disabled' })) : missing,
    );
    expect(await perform('enable')).toEqual(fail({ code: 'actionPathUnknown', action: 'enable' }));
    expect(requests).toHaveLength(3);
    expect(await service.actionPaths({ hubId: 'h1' })).toMatchObject({ value: [{ origin: 'assumed' }, {}] });
  });

  test('is not tried on when the registration itself is gone', async () => {
    const { perform, steps, savedIds } = await setUp('Disabled', () => missing);
    expect(await perform('enable')).toEqual(fail({ code: 'registrationGone' }));
    expect(steps).toEqual(['begin', action('enable'), 'end', GET, 'copy']);
    expect(await savedIds()).toEqual(['REG-2']);
  });

  test.each<[string, Sent, string]>([
    ['refused', gave(409), 'hubRefused'],
    ['in doubt', trouble(true), 'outcomeUnknown'],
    ['denied', gave(403), 'accessDenied'],
  ])('is not tried on when it was %s, and nothing is remembered', async (_how, answer, code) => {
    const { perform, requests, paths } = await setUp('Disabled', () => answer);
    expect(await perform('enable')).toMatchObject({ failure: { code } });
    expect(requests).toHaveLength(1);
    expect(paths.pathsOf('h1')[0]?.origin).toBe('assumed');
  });

  test('goes where the person set it, and nowhere else', async () => {
    const { perform, service, steps } = await setUp('Disabled', (asked) =>
      asked === GET ? gave(200, record({ status: 'Disabled' })) : missing,
    );
    expect(await service.setActionPath({ hubId: 'h1', action: 'enable', path: 'actions/show' })).toMatchObject({
      value: [{ path: 'actions/show', origin: 'set' }, { origin: 'assumed' }],
    });
    expect(await perform('enable')).toEqual(fail({ code: 'actionPathUnknown', action: 'enable' }));
    expect(steps).toEqual(['begin', action('show'), 'end', GET]);
  });
});

describe('an edit', () => {
  const stored = record({ status: 'Active', applicationDescription: 'One\r\ntwo', weighting: '1' });
  const base = editBaseOf(readRegistration(stored)!);
  const edit = (hub: Awaited<ReturnType<typeof setUp>>, changes: object, from = base) =>
    hub.service.edit({ ...PLACE, base: from, changes });

  test('sends what is different in one PATCH, in the words of the Hub', async () => {
    const after = { ...stored, systemURL: 'https://new.example', productionLevel: '4', weighting: '2' };
    const hub = await setUp('Active', (asked) => gave(200, asked === GET ? stored : after));
    const changes = {
      systemUrl: 'https://new.example',
      applicationName: 'SalesDesk3',
      productionLevel: 4,
      weighting: '2',
      description: 'One\ntwo',
      platform: undefined,
    };
    expect(await edit(hub, changes)).toMatchObject(
      ok({ kind: 'saved', registration: { systemUrl: 'https://new.example', productionLevel: '4' } }),
    );
    const body = '{"systemURL":"https://new.example","productionLevel":4,"weighting":"2"}';
    expect(hub.requests.map(({ method, url, body: sent }) => ({ method, url, sent }))).toEqual([
      { method: 'GET', url: `${BASE}/registrations/REG-1`, sent: undefined },
      { method: 'PATCH', url: `${BASE}/registrations/REG-1`, sent: body },
    ]);
    expect(hub.activity.entries).toMatchObject([
      { action: 'edit', sent: `PATCH /registrations/REG-1\n${body}`, outcome: { kind: 'done', status: 200 } },
    ]);
  });

  test('sends nothing when the record has it all already', async () => {
    const hub = await setUp('Active', () => gave(200, stored));
    expect(await edit(hub, { productionLevel: 2, weighting: '1' })).toMatchObject(
      ok({ kind: 'nothingToChange', registration: { id: 'REG-1' } }),
    );
    expect(hub.steps.filter((step) => step !== 'copy')).toEqual([GET]);
  });

  test('sends nothing when somebody changed the record meanwhile, whichever field', async () => {
    const now = { ...stored, platform: 'Another', weighting: '7' };
    const hub = await setUp('Active', () => gave(200, now));
    expect(await edit(hub, { systemUrl: 'https://new.example' })).toMatchObject(
      ok({
        kind: 'changedMeanwhile',
        registration: { platform: 'Another' },
        changes: [
          { field: 'platform', before: 'uPlusTelco', after: 'Another' },
          { field: 'weighting', before: '1', after: '7' },
        ],
      }),
    );
    expect(hub.activity.entries).toEqual([]);
  });

  test.each(['Open-SyncProgress', 'Resolved'])('is not sent in status %s', async (status) => {
    const hub = await setUp('Active', () => gave(200, { ...stored, status }));
    expect(await edit(hub, { weighting: '2' })).toEqual(fail({ code: 'statusForbids', action: 'edit', status }));
    expect(hub.requests).toHaveLength(1);
  });

  test.each([
    ['{"errors":[{"message":"weighting: must be 0 to 100"}]}', 'weighting'],
    ['{"errorDetails":[{"localizedValue":"No","erroneousInputOutputFieldInPage":".systemURL"}]}', 'systemUrl'],
  ])('that is refused says it under the form’s field: %s', async (body, field) => {
    const hub = await setUp('Active', (asked) => (asked === GET ? gave(200, stored) : gave(400, body)));
    expect(await edit(hub, { weighting: '200' })).toMatchObject({
      failure: { code: 'hubRefused', fields: [{ field, problem: 'refusedByHub' }] },
    });
  });

  test('in doubt says so, and is not sent again', async () => {
    const hub = await setUp('Active', (asked) => (asked === GET ? gave(200, stored) : trouble(true)));
    expect(await edit(hub, { weighting: '2' })).toEqual(fail({ code: 'outcomeUnknown', cause: 'cut' }));
    expect(hub.requests).toHaveLength(2);
  });

  test.each([GET, 'PATCH /registrations/REG-1'])('of a registration that is gone, as %s tells, says so', async (at) => {
    const hub = await setUp('Active', (asked) => (asked === at ? gave(404) : gave(200, stored)));
    expect(await edit(hub, { weighting: '2' })).toEqual(fail({ code: 'registrationGone' }));
    expect(await hub.savedIds()).toEqual(['REG-2']);
  });

  test('that the Hub took without a word is read, or told by what was sent', async () => {
    let reads = 0;
    for (const second of [gave(200, { ...stored, weighting: '2', updateOperator: 'me' }), gave(500)]) {
      reads = 0;
      const hub = await setUp('Active', (asked) => {
        if (asked !== GET) return gave(204);
        reads += 1;
        return reads === 1 ? gave(200, stored) : second;
      });
      const updatedBy = second.ok && second.value.status === 200 ? 'me' : 'user2';
      expect(await edit(hub, { weighting: '2' })).toMatchObject(
        ok({ kind: 'saved', registration: { weighting: '2', updatedBy, platform: 'uPlusTelco' } }),
      );
    }
  });
});

describe('a hub that cannot be asked', () => {
  test.each([
    ['h2', 'hubMissing'],
    ['bare', 'credentialMissing'],
  ])('%s is told by every operation: %s', async (hubId, code) => {
    const { service, requests } = await setUp('Active', () => gave(200));
    const base = editBaseOf(readRegistration(record())!);
    expect(await service.perform({ ...PLACE, hubId, action: 'disable' })).toEqual(fail({ code }));
    expect(await service.edit({ ...PLACE, hubId, base, changes: { weighting: '2' } })).toEqual(fail({ code }));
    expect(requests).toEqual([]);
  });

  test('has its paths all the same, unless it is not there', async () => {
    const { service } = await setUp('Active', () => gave(200));
    const set = { action: 'enable', path: null } as const;
    expect(await service.actionPaths({ hubId: 'bare' })).toMatchObject({ ok: true });
    expect(await service.setActionPath({ ...set, hubId: 'bare' })).toMatchObject({ ok: true });
    expect(await service.actionPaths({ hubId: 'h2' })).toEqual(fail({ code: 'hubMissing' }));
    expect(await service.setActionPath({ ...set, hubId: 'h2' })).toEqual(fail({ code: 'hubMissing' }));
    expect(await service.table()).toEqual(ok(LIFE_CYCLE_TABLE));
  });
});
