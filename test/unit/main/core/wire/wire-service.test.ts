import { describe, expect, test } from 'vitest';
import { actionInput, lifeCycleAction } from '#contract/life-cycle-inputs.ts';
import type { LastExchangeInput, WireSubject } from '#contract/life-cycle-inputs.ts';
import { fail, ok } from '#contract/result.ts';
import { hubLine } from '../../../../../main/core/registrations/hub-line.ts';
import { pathBook } from '../../../../../main/core/registrations/life-cycle/path-book.ts';
import { emptyStoredActionPaths } from '../../../../../main/core/registrations/life-cycle/stored-action-paths.ts';
import type { RegistrationCall } from '../../../../../main/core/registrations/registration-call.ts';
import { sendWith } from '../../../../../main/core/tokens/authorized-send.ts';
import type { Token } from '../../../../../main/core/tokens/token.ts';
import { redactText } from '../../../../../main/core/redaction/redact-text.ts';
import { lastExchanges } from '../../../../../main/core/wire/last-exchanges.ts';
import { wireService } from '../../../../../main/core/wire/wire-service.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { answered, scriptedHttpClient } from '../../../../doubles/scripted-http-client.ts';

const BASE = 'https://hub.example/prweb/api/ppf/v1';
const SECRET = 'FAKE0123456789ABCDEF';
const TOKEN: Token = {
  value: 'the-token-itself',
  askedAtMs: 0,
  lifetimeSeconds: 3600,
  boundOrigins: ['https://hub.example'],
  operator: null,
  accessGroup: null,
  clockAheadMs: null,
};
const FORM = {
  systemUrl: 'https://sales.example',
  applicationName: 'SalesDesk3',
  applicationLabel: 'Sales Desk 3',
  description: 'Sells',
  platform: 'uPlusTelco',
  productionLevel: 2,
};
const one = { hubId: 'h1', registrationId: 'REG-1' };

function setUp(answer: Parameters<typeof scriptedHttpClient>[0] = () => answered(200, { ID: 'REG-1' })) {
  const http = scriptedHttpClient(answer);
  const paths = pathBook(memoryRecordStore(emptyStoredActionPaths));
  const exchanges = lastExchanges(redactText);
  const clock = fixedClock(5000);
  const service = wireService({
    hubOf: (hubId) => (hubId.startsWith('h') ? { baseUrl: BASE } : null),
    paths,
    exchanges,
  });
  const lineTo = (hubId: string) =>
    hubLine({ baseUrl: BASE, send: sendWith(http, TOKEN), clock, onMade: (made) => exchanges.note(hubId, made) });
  /** Sends a call as the client does. */
  async function send(call: RegistrationCall, hubId = 'h1'): Promise<void> {
    const line = lineTo(hubId);
    await line.send(call, line.requestOf(call)!);
  }
  return { service, http, paths, exchanges, clock, send };
}

const SUBJECTS: readonly (readonly [string, WireSubject, RegistrationCall])[] = [
  ['a list', { kind: 'list', hubId: 'h1' }, { kind: 'list' }],
  ['a look', { kind: 'read', ...one }, { kind: 'read', registrationId: 'REG-1' }],
  ['a creation', { kind: 'register', hubId: 'h1', form: FORM }, { kind: 'register', form: FORM }],
  [
    'an edit',
    { kind: 'edit', ...one, changes: { weighting: '2', productionLevel: 3 } },
    { kind: 'edit', registrationId: 'REG-1', changes: { weighting: '2', productionLevel: 3 } },
  ],
  [
    'an action',
    { kind: 'action', ...one, action: 'deactivate' },
    { kind: 'action', registrationId: 'REG-1', action: 'deactivate', path: 'actions/disablesync' },
  ],
  [
    'a delete',
    { kind: 'action', ...one, action: 'delete' },
    { kind: 'action', registrationId: 'REG-1', action: 'delete', path: null },
  ],
];

describe('a request that is only shown', () => {
  test.each(SUBJECTS)('is the one that is sent: %s', async (_what, subject, call) => {
    const { service, send, http } = setUp();
    const shown = await service.preview(subject);
    await send(call);
    const [sent] = http.requests;
    if (!shown.ok || sent === undefined) throw new Error('There is nothing to compare');
    const headers = Object.fromEntries(shown.value.headers.map(({ name, value }) => [name, value]));
    expect({ ...sent, headers: { ...sent.headers, authorization: 'Bearer …' } }).toEqual({
      method: shown.value.method,
      url: shown.value.url,
      headers,
      ...(shown.value.body === null ? {} : { body: JSON.stringify(JSON.parse(shown.value.body)) }),
    });
    expect(JSON.stringify(shown)).not.toContain(TOKEN.value);
    expect(shown.value.curl).toContain('"authorization: Bearer $ACCESS_TOKEN"');
  });

  test('has only the fields that are written so far', async () => {
    const { service } = setUp();
    const form = { applicationName: 'SalesDesk3', platform: undefined };
    expect(await service.preview({ kind: 'register', hubId: 'h1', form })).toMatchObject(
      ok({ method: 'POST', url: `${BASE}/registrations`, body: '{\n  "applicationName": "SalesDesk3"\n}' }),
    );
  });

  test.each(lifeCycleAction.options)('knows where %s goes', async (action) => {
    const { service } = setUp();
    const shown = await service.preview({ kind: 'action', ...actionInput.parse({ ...one, action }) });
    expect(shown).toMatchObject({
      value: { method: action === 'delete' ? 'DELETE' : 'POST', body: null, headers: [{}, {}] },
    });
  });

  test('goes where the person set it', async () => {
    const { service, paths } = setUp();
    paths.set({ hubId: 'h1', action: 'enable', path: 'actions/show' });
    expect(await service.preview({ kind: 'action', ...one, action: 'enable' })).toMatchObject(
      ok({ url: `${BASE}/registrations/REG-1/actions/show` }),
    );
  });

  test('is none of a hub that is not there, or of an ID that cannot stand in an address', async () => {
    const { service } = setUp();
    expect(await service.preview({ kind: 'list', hubId: 'x' })).toEqual(fail({ code: 'hubMissing' }));
    expect(await service.preview({ kind: 'read', hubId: 'h1', registrationId: '..' })).toEqual(
      fail({ code: 'registrationGone' }),
    );
  });
});

describe('the last exchange', () => {
  const read: RegistrationCall = { kind: 'read', registrationId: 'REG-1' };
  const placeOfRead: LastExchangeInput = { ...one, call: 'read' };

  test('is none before there was one', async () => {
    expect(await setUp().service.last(placeOfRead)).toEqual(ok(null));
  });

  test.each<[string, RegistrationCall, LastExchangeInput]>([
    ['a list', { kind: 'list' }, { hubId: 'h1', registrationId: null, call: 'list' }],
    ['a creation', { kind: 'register', form: FORM }, { hubId: 'h1', registrationId: null, call: 'register' }],
    ['a look', read, placeOfRead],
    ['an edit', { kind: 'edit', registrationId: 'REG-1', changes: { weighting: '2' } }, { ...one, call: 'edit' }],
    [
      'an action',
      { kind: 'action', registrationId: 'REG-1', action: 'enable', path: 'actions/enable' },
      { ...one, call: 'enable' },
    ],
  ])('of %s is found by its place', async (_what, call, place) => {
    const { service, send, http } = setUp();
    await send(call);
    expect(await service.last(place)).toMatchObject(
      ok({
        atMs: 5000,
        status: 200,
        durationMs: 1,
        body: '{\n  "ID": "REG-1"\n}',
        request: { url: http.requests[0]?.url },
      }),
    );
    expect(await service.last({ ...place, hubId: 'h2' })).toEqual(ok(null));
  });

  test('is the latest, with no secret and no token in it', async () => {
    const { service, send } = setUp((_request, index) =>
      index === 0
        ? answered(500, 'Oh')
        : answered(200, { clientSecret: SECRET, echo: `Bearer ${TOKEN.value}`, status: 'Active' }),
    );
    await send(read);
    await send(read);
    const last = await service.last(placeOfRead);
    expect(last).toMatchObject(ok({ status: 200 }));
    expect(JSON.stringify(last)).toContain('Active');
    expect(JSON.stringify(last)).not.toContain(SECRET);
    expect(JSON.stringify(last)).not.toContain(TOKEN.value);
  });

  test('without an answer has its request and its time', async () => {
    const { service, send, clock } = setUp(() => {
      clock.advance(700);
      return fail({ cause: 'timeout', mayHaveArrived: true });
    });
    await send(read);
    expect(await service.last(placeOfRead)).toMatchObject(ok({ status: null, durationMs: 700, body: '' }));
  });

  test('has no secret that the app knows, also not where a person typed it into a field', async () => {
    const known = 'FAKE0123456789ABCDEF';
    const exchanges = lastExchanges((text) => text.replaceAll(known, '•••'));
    const line = hubLine({
      baseUrl: BASE,
      send: sendWith(
        scriptedHttpClient(() => answered(201, { applicationDescription: known })),
        TOKEN,
      ),
      clock: fixedClock(0),
      onMade: (made) => exchanges.note('h1', made),
    });
    const form = { ...FORM, description: `Use ${known}` };
    const register: RegistrationCall = { kind: 'register', form };
    await line.send(register, line.requestOf(register)!);
    const last = exchanges.last({ hubId: 'h1', registrationId: null, call: 'register' });
    expect(JSON.stringify(last)).not.toContain(known);
    expect(last?.request.body).toContain('Use •••');
  });

  test('is none of a request that was never sent', async () => {
    const exchanges = lastExchanges(redactText);
    const line = hubLine({
      baseUrl: BASE,
      send: () => Promise.resolve(fail({ kind: 'unsent', failure: { code: 'secretLocked' } })),
      clock: fixedClock(0),
      onMade: (made) => exchanges.note('h1', made),
    });
    await line.send(read, line.requestOf(read)!);
    expect(exchanges.last(placeOfRead)).toBeNull();
  });

  test('goes with its hub, and only with that one', async () => {
    const { service, send, exchanges } = setUp();
    await send(read);
    await send(read, 'h2');
    exchanges.removeOfHub('h1');
    expect(await service.last(placeOfRead)).toEqual(ok(null));
    expect(await service.last({ ...placeOfRead, hubId: 'h2' })).toMatchObject(ok({ status: 200 }));
    expect(await service.last({ ...placeOfRead, hubId: 'x' })).toEqual(fail({ code: 'hubMissing' }));
  });

  test('gives way when there were two hundred others since', async () => {
    const { service, send } = setUp();
    await send(read);
    await send({ kind: 'list' });
    for (let index = 0; index < 199; index += 1) await send({ kind: 'read', registrationId: `REG-X${index}` });
    expect(await service.last(placeOfRead)).toEqual(ok(null));
    expect(await service.last({ hubId: 'h1', registrationId: null, call: 'list' })).toMatchObject(ok({ status: 200 }));
  });
});
