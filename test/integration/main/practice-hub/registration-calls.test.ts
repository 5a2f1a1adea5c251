import { describe, expect, it } from 'vitest';
import {
  call,
  configurator,
  idIn,
  jsonField,
  newApplication,
  pairIn,
  problemIds,
  startHub,
  tokenFor,
} from './hub-caller.ts';

const PEGA_DATE_TIME = /^\d{8}T\d{6}\.\d{3} GMT$/;

describe('List', () => {
  it('holds all registrations in one answer, without drafts and deleted ones', async () => {
    const send = await configurator(await startHub());
    const answer = await send('GET /registrations');
    expect(answer.status).toBe(200);
    const registrations = answer.json?.['registrations'];
    const statuses = Array.isArray(registrations) ? registrations.map((one: unknown) => jsonField(one, 'status')) : [];
    expect(statuses).toHaveLength(12);
    expect(new Set(statuses)).toEqual(
      new Set(['Active', 'Pending-Activation', 'Open-SyncProgress', 'Disabled', 'Inactive', 'Activation-Failure']),
    );
  });

  it('writes every value as a string, numbers and moments included', async () => {
    const send = await configurator(await startHub());
    const registrations = (await send('GET /registrations')).json?.['registrations'];
    for (const registration of Array.isArray(registrations) ? registrations : []) {
      expect(Object.values(registration as object).every((value) => typeof value === 'string')).toBe(true);
      expect(jsonField(registration, 'createDateTime')).toMatch(PEGA_DATE_TIME);
      expect(jsonField(registration, 'productionLevel')).toMatch(/^[1-5]$/);
    }
  });

  it('is as long as the seed that was asked for', async () => {
    const send = await configurator(await startHub({ seed: 10_000 }));
    expect((await send('GET /registrations')).json?.['registrations']).toHaveLength(10_000);
  });
});

describe('Create', () => {
  it('answers 201 with the whole registration and where it is', async () => {
    const hub = await startHub({ clock: () => Date.UTC(2021, 3, 21, 16, 47, 37, 626) });
    const send = await configurator(hub);
    const answer = await send('POST /registrations', newApplication('SalesDesk9'));
    expect(answer.status).toBe(201);
    const id = idIn(answer);
    expect(id).toMatch(/^REG-\d+$/);
    expect(answer.headers.get('location')).toBe(`/prweb/api/ppf/v1/registrations/${id}`);
    expect(answer.json).toMatchObject({
      applicationName: 'SalesDesk9',
      status: 'Pending-Activation',
      clientID: '',
      productionLevel: '2',
      weighting: '1',
      createDateTime: '20210421T164737.626 GMT',
      createOperator: 'practice1',
      lastTaskSyncedDateTime: '',
    });
    expect((await send(`GET /registrations/${id}`)).json).toEqual(answer.json);
  });

  it.each([
    ['record200', 200],
    ['onlyId', 201],
    ['onlyLocation', 204],
  ] as const)('can answer as "%s"', async (createAnswer, status) => {
    const send = await configurator(await startHub({ createAnswer }));
    const answer = await send('POST /registrations', newApplication('SalesDesk9'));
    expect(answer.status).toBe(status);
    if (createAnswer === 'onlyId') expect(Object.keys(answer.json ?? {})).toEqual(['ID']);
    if (createAnswer === 'record200') expect(answer.json?.['applicationName']).toBe('SalesDesk9');
    if (createAnswer === 'onlyLocation') {
      expect(answer.text).toBe('');
      const id = answer.headers.get('location')?.split('/').at(-1) ?? '';
      expect((await send(`GET /registrations/${id}`)).json?.['applicationName']).toBe('SalesDesk9');
    }
  });

  it('names each wrong field in the version 1 error body', async () => {
    const send = await configurator(await startHub());
    const answer = await send('POST /registrations', newApplication('Sales Desk', { productionLevel: '2' }));
    expect(answer.status).toBe(400);
    expect(answer.json?.['errors']).toEqual([
      {
        ID: 'Pega_API_001',
        message: 'applicationName: must start with a letter and hold only letters, digits, "_" and "-".',
        pxObjClass: 'Pega-API-Error',
      },
      { ID: 'Pega_API_001', message: 'productionLevel: must be a JSON number.', pxObjClass: 'Pega-API-Error' },
    ]);
  });

  it('points at each wrong field in the version 2 error body', async () => {
    const send = await configurator(await startHub({ apiErrorStyle: 'v2' }));
    const answer = await send('POST /registrations', newApplication('SalesDesk9', { platform: '' }));
    expect(answer.status).toBe(400);
    expect(answer.json?.['errorDetails']).toEqual([
      {
        message: 'Pega_API_001',
        erroneousInputOutputFieldInPage: '.platform',
        erroneousInputOutputIdentifier: '',
        errorClassification: 'Invalid inputs',
        localizedValue: 'platform: must not be empty.',
        messageParameters: [],
      },
    ]);
  });

  it('refuses a name that is registered already, and takes it again after a deletion', async () => {
    const send = await configurator(await startHub());
    const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
    const again = await send('POST /registrations', newApplication('salesdesk9'));
    expect(again.status).toBe(409);
    expect(problemIds(again)).toEqual(['PPF_DuplicateApplicationName']);
    await send(`DELETE /registrations/${id}`);
    expect((await send('POST /registrations', newApplication('SalesDesk9'))).status).toBe(201);
  });

  it.each([
    ['not JSON', { rawBody: '{"applicationName":' }, 400],
    ['an empty body', { rawBody: '' }, 400],
    ['another content type', { rawBody: 'a=b', headers: { 'content-type': 'text/plain' } }, 415],
    ['a body that is too large', { rawBody: JSON.stringify({ padding: 'x'.repeat(600_000) }) }, 413],
  ])('refuses %s', async (_name, options, status) => {
    const hub = await startHub();
    const answer = await call(hub, 'POST /registrations', { token: await tokenFor(hub), ...options });
    expect(answer.status).toBe(status);
    expect(Array.isArray(answer.json?.['errors'])).toBe(true);
  });
});

describe('Edit', () => {
  it('changes what it names, notes who and when, and answers with the whole registration', async () => {
    let nowMs = Date.UTC(2026, 5, 1);
    const hub = await startHub({ clock: () => nowMs });
    const send = await configurator(hub);
    const created = await send('POST /registrations', newApplication('SalesDesk9'));
    nowMs += 60_000;
    const edit = { applicationDescription: 'New words', weighting: '2', productionLevel: 3 };
    const edited = await send(`PATCH /registrations/${idIn(created)}`, edit);
    expect(edited.status).toBe(200);
    expect(edited.json).toEqual({
      ...created.json,
      applicationDescription: 'New words',
      weighting: '2',
      productionLevel: '3',
      updateDateTime: '20260601T000100.000 GMT',
    });
  });

  it('changes nothing when one field is refused', async () => {
    const send = await configurator(await startHub());
    const created = await send('POST /registrations', newApplication('SalesDesk9'));
    const path = `/registrations/${idIn(created)}`;
    const refused = await send(`PATCH ${path}`, { weighting: '2', applicationName: 'Other' });
    expect(refused.status).toBe(400);
    expect((await send(`GET ${path}`)).json).toEqual(created.json);
  });
});

describe('Delete', () => {
  it('answers 200 with an empty body, and the registration is gone', async () => {
    const send = await configurator(await startHub());
    const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
    const answer = await send(`DELETE /registrations/${id}`);
    expect([answer.status, answer.text]).toEqual([200, '']);
    const again = await send(`DELETE /registrations/${id}`);
    expect(again.status).toBe(404);
    expect(problemIds(again)).toEqual(['PPF_RegistrationNotFound']);
  });

  it('ends the data-synchronization pair', async () => {
    let nowMs = 0;
    const hub = await startHub({ clock: () => nowMs, synchronizeMs: 10 });
    const send = await configurator(hub);
    const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
    const pair = pairIn(await send(`POST /registrations/${id}/actions/enablesync`));
    const token = await tokenFor(hub, pair);
    nowMs += 10;
    await send(`POST /registrations/${id}/actions/disablesync`);
    await send(`DELETE /registrations/${id}`);
    await expect(tokenFor(hub, pair)).rejects.toThrow('401');
    expect((await call(hub, 'POST /tasks/batch', { token, body: { requests: [] } })).status).toBe(401);
  });
});

describe('Enable synchronization', () => {
  it('answers with the registration and a pair; the secret is never shown again', async () => {
    const send = await configurator(await startHub());
    const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
    const answer = await send(`POST /registrations/${id}/actions/enablesync`);
    const { clientId, clientSecret } = pairIn(answer);
    expect(answer.status).toBe(200);
    expect(clientId).toMatch(/^\d{20}$/);
    expect(clientSecret).toMatch(/^[0-9A-F]{32}$/);
    expect(answer.json?.['status']).toBe('Open-SyncProgress');

    const one = await send(`GET /registrations/${id}`);
    expect(one.json?.['clientID']).toBe(clientId);
    expect(one.text).not.toContain(clientSecret);
    expect((await send('GET /registrations')).text).not.toContain(clientSecret);
  });

  it('reactivates a deactivated registration with the same client ID and a new secret', async () => {
    let nowMs = 0;
    const hub = await startHub({ clock: () => nowMs, synchronizeMs: 10 });
    const send = await configurator(hub);
    const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
    const first = pairIn(await send(`POST /registrations/${id}/actions/enablesync`));
    nowMs += 10;
    await send(`POST /registrations/${id}/actions/disablesync`);
    const second = pairIn(await send(`POST /registrations/${id}/actions/enablesync`));
    expect(second.clientId).toBe(first.clientId);
    expect(second.clientSecret).not.toBe(first.clientSecret);
    await expect(tokenFor(hub, first)).rejects.toThrow('401');
    expect(await tokenFor(hub, second)).not.toBe('');
  });

  it.each(['client_secret', null])(
    'can show the secret under another key or not at all: %s',
    async (syncSecretField) => {
      const send = await configurator(await startHub({ syncSecretField }));
      const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
      const { json } = await send(`POST /registrations/${id}/actions/enablesync`);
      const secretKeys = Object.keys(json ?? {}).filter((key) => /secret/i.test(key));
      expect(secretKeys).toEqual(syncSecretField === null ? [] : [syncSecretField]);
    },
  );

  it('is not found under the singular path that the prose of the documentation prints', async () => {
    const send = await configurator(await startHub());
    const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
    expect((await send(`POST /registration/${id}/actions/enablesync`)).status).toBe(404);
  });
});

describe('Other paths and words', () => {
  it('can be those of another Hub', async () => {
    let nowMs = 0;
    const hub = await startHub({
      clock: () => nowMs,
      synchronizeMs: 10,
      actionPaths: { enable: 'show', reactivate: 'reactivate' },
      statusWords: { stopped: 'Disabled - Sync Stopped' },
    });
    const send = await configurator(hub);
    const path = `/registrations/${idIn(await send('POST /registrations', newApplication('SalesDesk9')))}`;
    await send(`POST ${path}/actions/enablesync`);
    nowMs += 10;
    await send(`POST ${path}/actions/disable`);
    expect((await send(`POST ${path}/actions/enable`)).status).toBe(404);
    expect((await send(`POST ${path}/actions/show`)).json?.['status']).toBe('Active');
    expect((await send(`POST ${path}/actions/disablesync`)).json?.['status']).toBe('Disabled - Sync Stopped');
    expect((await send(`POST ${path}/actions/enablesync`)).status).toBe(409);
    expect((await send(`POST ${path}/actions/reactivate`)).json?.['status']).toBe('Open-SyncProgress');
  });

  it('answer 404 for an unknown address and 405 with Allow for another method', async () => {
    const hub = await startHub();
    const send = await configurator(hub);
    expect((await send('GET /registration')).status).toBe(404);
    expect((await send('GET /registrations/')).status).toBe(404);
    const put = await send('PUT /registrations/REG-22951', {});
    expect([put.status, put.headers.get('allow')]).toEqual([405, 'GET, PATCH, DELETE']);
    const get = await fetch(hub.tokenEndpoint);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await send('GET /registrations/%E0%A4%A')).status).toBe(404);
  });
});
