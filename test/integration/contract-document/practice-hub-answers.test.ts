// What the practice hub serves and answers, held against the document: all operations, and everything it refuses.
import { afterAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '../../../main/practice-hub/api-routes.ts';
import { API_PATH } from '../../../main/practice-hub/answering.ts';
import { apiRefusalIn } from '../../../main/practice-hub/http/api-errors.ts';
import { withDefaults } from '../../../main/practice-hub/options.ts';
import { openBooks } from '../../../main/practice-hub/state/books.ts';
import { AccessTokens } from '../../../main/practice-hub/tokens/access-tokens.ts';
import { idIn, jsonField, newApplication, pairIn, startHub, tokenFor } from '../main/practice-hub/hub-caller.ts';
import { answerProblems, operationFor, operations, schemaProblems } from './contract-document.ts';
import { getOAuth, seen, watchedHub, type WatchedHub } from './watched-hub.ts';

const CLOSING = '?preactivationData=true&preactivationDataLast=true';

/** The practice hub's own table of addresses: `POST /registrations/{ID}/actions/disable`. */
async function servedByTable(): Promise<readonly string[]> {
  const settings = withDefaults({});
  const books = await openBooks(settings);
  const { clock, statusWords: words, actionPaths: paths, synchronizeMs, createAnswer } = settings;
  const desk = { store: books.store, clock, words, refuse: apiRefusalIn('v1'), save: () => Promise.resolve() };
  const tokens = new AccessTokens({ clock, lifetimeSeconds: 60 });
  const routes = apiRoutes(desk, {
    tokens,
    rootKey: books.rootKey,
    listPath: `${API_PATH}/registrations`,
    createAnswer,
    paths,
    synchronizeMs,
    secretField: settings.syncSecretField,
  });
  return routes.flatMap(({ path, methods }) =>
    Object.keys(methods).map((method) => `${method} ${API_PATH}${path.replace(':id', '{ID}')}`),
  );
}

describe('the operations of the document', () => {
  it('are the addresses of the practice hub, and the other way round', async () => {
    const documented = operations
      .filter(({ isServed, path }) => isServed && path.startsWith(API_PATH))
      .map(({ method, path }) => `${method} ${path}`);
    expect([...(await servedByTable())].sort()).toEqual(documented.sort());
  });

  it('are answered by a running one, each by its method and no other', async () => {
    const hub = await startHub();
    const paths = new Set(operations.map(({ path }) => path));
    const served: string[] = [];
    for (const path of paths) {
      const address = hub.origin + path.replaceAll(/\{[^}]+\}/g, 'REG-0');
      const answer = await fetch(address, { method: 'PROPFIND' });
      const allowed = answer.status === 405 ? (answer.headers.get('allow') ?? '').split(', ') : [];
      served.push(...allowed.map((method) => `${method} ${path}`));
    }
    const documented = operations.filter(({ isServed }) => isServed).map(({ method, path }) => `${method} ${path}`);
    expect(served.sort()).toEqual(documented.sort());
  });

  it('cover the addresses that the credentials file names', async () => {
    const hub = await startHub();
    const addresses = hub.credentialsFileText().match(/http\S+/g) ?? [];
    expect(addresses.length).toBe(3);
    const paths = operations.map(({ path }) => path);
    for (const address of addresses) expect(paths).toContain(new URL(address).pathname);
  });
});

/** A registration that synchronizes, and a token of its own pair. */
async function synchronizing({ call, hub }: WatchedHub, name = 'ContractDesk') {
  const id = idIn(await call('POST /registrations', { body: newApplication(name) }));
  const token = await tokenFor(hub, pairIn(await call(`POST /registrations/${id}/actions/enablesync`)));
  return { id, token };
}

describe.each(['v1', 'v2'] as const)('every answer of the practice hub with errors of style %s', (apiErrorStyle) => {
  it('is as documented along the whole life cycle', async () => {
    const watched = await watchedHub({ apiErrorStyle, synchronizeMs: Number.POSITIVE_INFINITY });
    const { call } = watched;
    const { id, token } = await synchronizing(watched);
    expect((await call(`GET /registrations/${id}`)).status).toBe(200);
    const batches = {
      tasks: { requests: [{ method: 'POST', body: { ID: 'T-1', label: 'Call back' } }] },
      workqueues: { requests: [{ method: 'POST', body: { ID: 'Approvals', label: 'Approvals', type: 'standard' } }] },
      operators: { requests: [{ method: 'PUT', body: { ID: 'practice1', workqueues: [{ ID: 'Approvals' }] } }] },
    };
    for (const [resource, body] of Object.entries(batches)) {
      expect((await call(`POST /${resource}/batch?preactivationData=true`, { token, body })).status).toBe(202);
      expect((await call(`POST /${resource}/batch${CLOSING}`, { token })).status).toBe(202);
    }
    const change = { applicationDescription: 'Changed', weighting: '2' };
    expect((await call(`PATCH /registrations/${id}`, { body: change })).status).toBe(200);
    for (const action of ['disable', 'enable', 'disablesync']) {
      expect((await call(`POST /registrations/${id}/actions/${action}`)).status).toBe(200);
    }
    for (const resource of Object.keys(batches)) {
      expect((await call(`POST /${resource}/batch`, { token, body: { requests: [] } })).status).toBe(403);
    }
    // Reactivating, as far as anybody knows: the same call again.
    const again = await tokenFor(watched.hub, pairIn(await call(`POST /registrations/${id}/actions/enablesync`)));
    for (const resource of Object.keys(batches)) await call(`POST /${resource}/batch${CLOSING}`, { token: again });
    expect((await call(`POST /registrations/${id}/actions/disablesync`)).status).toBe(200);
    expect((await call(`DELETE /registrations/${id}`)).status).toBe(200);
    expect((await call('GET /registrations')).status).toBe(200);
  });

  it('is as documented in every status, whatever is asked', async () => {
    const { call } = await watchedHub({ apiErrorStyle, seed: 60 });
    const listed = await call('GET /registrations');
    const records = listed.json?.['registrations'];
    const byStatus = new Map<unknown, string>();
    for (const record of Array.isArray(records) ? records : []) {
      byStatus.set(jsonField(record, 'status'), String(jsonField(record, 'ID')));
    }
    expect(byStatus.size).toBeGreaterThanOrEqual(6);
    for (const id of byStatus.values()) {
      await call(`GET /registrations/${id}`);
      await call(`PATCH /registrations/${id}`, { body: { weighting: '3' } });
      for (const action of ['disable', 'enable', 'enablesync', 'disablesync']) {
        await call(`POST /registrations/${id}/actions/${action}`);
      }
      await call(`DELETE /registrations/${id}`);
    }
  });

  it('is as documented where the call is at fault', async () => {
    const watched = await watchedHub({ apiErrorStyle });
    const { call } = watched;
    const everything = operations.filter(({ isServed, path }) => isServed && path.startsWith(API_PATH));
    for (const { method, template } of everything) {
      const what = `${method} ${template.replaceAll(/\{[^}]+\}/g, 'REG-0')}`;
      for (const token of ['', 'not-a-token']) {
        expect((await call(what, { token })).status, what).toBe(401);
      }
      const expected = template.endsWith('/batch') ? [403] : [200, 400, 404, 415];
      expect(expected, what).toContain((await call(what)).status);
    }
    const { token: pairToken } = await synchronizing(watched, 'FaultDesk');
    for (const { method, template } of everything.filter(({ path }) => path.includes('/registrations'))) {
      const what = `${method} ${template.replaceAll(/\{[^}]+\}/g, 'REG-0')}`;
      expect((await call(what, { token: pairToken })).status, what).toBe(403);
    }
    for (const rawBody of ['', '{', '[]', '{}', JSON.stringify({ systemURL: 'x', colour: 'red' })]) {
      expect((await call('POST /registrations', { rawBody })).status).toBe(400);
    }
    expect(
      (await call('POST /registrations', { rawBody: 'x', headers: { 'content-type': 'text/plain' } })).status,
    ).toBe(415);
    expect((await call('POST /registrations', { rawBody: 'x'.repeat(600 * 1024) })).status).toBe(413);
    expect((await call('POST /registrations', { body: newApplication('FaultDesk') })).status).toBe(409);
    for (const body of [{ requests: 'all' }, { requests: [{ method: 'DELETE', body: {} }] }]) {
      expect((await call('POST /tasks/batch', { token: pairToken, body })).status).toBe(400);
    }
  });

  it('is as documented to an operator who is no configurator', async () => {
    const operators = [{ operator: 'guest', accessGroup: 'PPF:Guests' }] as const;
    const { call } = await watchedHub({ apiErrorStyle, operators: [...operators] });
    expect((await call('GET /registrations')).status).toBe(403);
  });
});

describe('every answer of the practice hub', () => {
  it.each(['record201', 'record200', 'onlyId', 'onlyLocation'] as const)(
    'to a creation is as documented when it is %s',
    async (createAnswer) => {
      const { call } = await watchedHub({ createAnswer });
      expect((await call('POST /registrations', { body: newApplication('NewDesk') })).status).toBeLessThan(205);
    },
  );

  it('without a secret in it is as documented', async () => {
    const { call } = await watchedHub({ syncSecretField: null });
    const id = idIn(await call('POST /registrations', { body: newApplication('NewDesk') }));
    expect((await call(`POST /registrations/${id}/actions/enablesync`)).status).toBe(200);
  });

  it.each([429, 500, 502, 503, 504] as const)('with the status %i is as documented', async (status) => {
    const { call, form, hub } = await watchedHub();
    hub.setFaults([{ kind: 'status', status }]);
    await form('/token', { grant_type: 'client_credentials' });
    for (const { method, template } of operations.filter(
      ({ isServed, path }) => isServed && path.startsWith(API_PATH),
    )) {
      await call(`${method} ${template.replaceAll(/\{[^}]+\}/g, 'REG-0')}`);
    }
  });

  it.each([
    ['oauth', 200],
    ['oauth', 201],
    ['pega', 201],
  ] as const)(
    'to a request for a token is as documented, errors as %s, status %i',
    async (tokenErrorStyle, tokenStatus) => {
      const { form, hub } = await watchedHub({ tokenErrorStyle, tokenStatus });
      const { clientId, clientSecret } = hub;
      const pair = { client_id: clientId, client_secret: clientSecret };
      const basic = { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` };
      const grant = { grant_type: 'client_credentials' };
      expect((await form('/token', { ...grant, ...pair })).status).toBe(tokenStatus);
      expect((await form('/token', grant, basic)).status).toBe(tokenStatus);
      const refused: readonly (readonly [Parameters<typeof form>[1], Record<string, string>?])[] = [
        [{ ...grant, ...pair, client_secret: 'wrong' }],
        [grant, { authorization: 'Basic eA==' }],
        [{ ...grant, ...pair }, basic],
        [pair],
        [{ ...pair, grant_type: 'password' }],
        ['grant_type=client_credentials&grant_type=x'],
        ['x', { 'content-type': 'text/plain' }],
      ];
      for (const [body, headers] of refused) expect([400, 401]).toContain((await form('/token', body, headers)).status);
      const token = await tokenFor(hub);
      expect((await form('/revoke', { ...pair, token })).status).toBe(200);
      expect((await form('/revoke', { token })).status).toBe(401);
      expect((await getOAuth(hub, '/token/keys')).status).toBe(200);
      expect((await getOAuth(hub, '/authorize')).status).toBe(400);
    },
  );

  afterAll(() => {
    // Whatever this file does not meet is not held against the document: then the file is what has to grow.
    const served = operations.filter(({ isServed, id }) => isServed && id !== 'authorize');
    const successes = served.filter(({ id }) => ![...seen].some((entry) => entry.startsWith(`${id} 20`)));
    const refusals = served.filter(
      ({ id }) => id !== 'getTokenKeys' && ![...seen].some((entry) => entry.startsWith(`${id} 4`)),
    );
    expect([successes.map(({ id }) => id), refusals.map(({ id }) => id)]).toEqual([[], []]);
  });
});

describe('an answer with a misspelt field', () => {
  const json = { contentType: 'application/json;charset=UTF-8' };
  const misspelt = (text: string): readonly string[] =>
    [...text.matchAll(/"([A-Za-z_]+)":/g)].map((found) => {
      const name = found[1] ?? '';
      const where = found.index + 1;
      return `${text.slice(0, where)}${name}x${text.slice(where + name.length)}`;
    });

  it('is found out, whichever field of a registration or of an error it is', async () => {
    const { call } = await watchedHub();
    const one = await call('POST /registrations', { body: newApplication('NewDesk') });
    const id = idIn(one);
    const answers = [
      ['GET', `/registrations/${id}`, 200, (await call(`GET /registrations/${id}`)).text],
      [
        'POST',
        `/registrations/${id}/actions/enablesync`,
        200,
        (await call(`POST /registrations/${id}/actions/enablesync`)).text,
      ],
      ['GET', '/registrations/REG-0', 404, (await call('GET /registrations/REG-0')).text],
    ] as const;
    for (const [method, path, status, text] of answers) {
      const operation = operationFor(method, API_PATH + path)!;
      expect(answerProblems(operation, { ...json, status, body: text })).toEqual([]);
      const broken = misspelt(text);
      expect(broken.length).toBeGreaterThan(3);
      for (const body of broken) expect(answerProblems(operation, { ...json, status, body }), body).not.toEqual([]);
    }
  });

  it('is found out in a list, too', async () => {
    const { call } = await watchedHub({ seed: 2 });
    const { text } = await call('GET /registrations');
    for (const body of misspelt(text)) {
      const problems = answerProblems(operationFor('GET', `${API_PATH}/registrations`)!, {
        ...json,
        status: 200,
        body,
      });
      expect(problems, body).not.toEqual([]);
    }
  });

  it('is found out with another status or type of content', () => {
    const operation = operationFor('GET', `${API_PATH}/registrations`)!;
    expect(answerProblems(operation, { status: 302, contentType: '', body: '' })).not.toEqual([]);
    expect(answerProblems(operation, { status: 200, contentType: 'text/html', body: '<html>' })).not.toEqual([]);
    expect(answerProblems(operation, { ...json, status: 200, body: '' })).not.toEqual([]);
    expect(answerProblems(operation, { ...json, status: 200, body: '{' })).not.toEqual([]);
  });

  it('is found out in a date', () => {
    const pointer = '/components/schemas/DateTime';
    expect(schemaProblems(pointer, '20260302T081500.000 GMT')).toEqual([]);
    expect(schemaProblems(pointer, '')).toEqual([]);
    expect(schemaProblems(pointer, '2026-03-02T08:15:00Z')).not.toEqual([]);
  });
});
