import { describe, expect, it } from 'vitest';
import type { Fault } from '../../../../main/practice-hub/http/faults.ts';
import { call, configurator, newApplication, startHub, tokenFor } from './hub-caller.ts';

const LIST = { match: { method: 'GET', path: /\/registrations$/ } };
const CREATE = { match: { method: 'POST', path: /\/registrations$/ } };

async function listWith(fault: Fault) {
  const hub = await startHub();
  const send = await configurator(hub);
  hub.setFaults([fault]);
  return { hub, send, answer: await send('GET /registrations') };
}

describe('a fault', () => {
  it('can be there from the start and reach the token endpoint', async () => {
    const hub = await startHub({ faults: [{ kind: 'status', status: 500, match: { path: /\/token$/ }, times: 1 }] });
    await expect(tokenFor(hub)).rejects.toThrow('500');
    expect(await tokenFor(hub)).not.toBe('');
  });

  it('slow: gives the true answer, later than a call that was made after it', async () => {
    const hub = await startHub();
    const send = await configurator(hub);
    hub.setFaults([{ kind: 'slow', delayMs: 300, ...LIST }]);
    const order: string[] = [];
    const list = send('GET /registrations').finally(() => order.push('list'));
    await send('GET /registrations/REG-22951').finally(() => order.push('one'));
    expect((await list).json?.['registrations']).toHaveLength(12);
    expect(order).toEqual(['one', 'list']);
  });

  it('hang: never answers, and does not keep the hub from closing', async () => {
    const hub = await startHub();
    const send = await configurator(hub);
    hub.setFaults([{ kind: 'hang', ...LIST }]);
    const ends: string[] = [];
    const waiting = send('GET /registrations').then(
      () => ends.push('answered'),
      () => ends.push('cut'),
    );
    await send('GET /registrations/REG-22951');
    expect(ends).toEqual([]);
    await hub.close();
    await waiting;
    expect(ends).toEqual(['cut']);
  });

  it.each(['beforeAnswer', 'midBody'] as const)('cut off %s: the connection ends', async (at) => {
    await expect(listWith({ kind: 'cutOff', at, ...LIST })).rejects.toThrow();
  });

  it('401 in mid-session: the n-th call is refused although the token is good', async () => {
    const hub = await startHub();
    const send = await configurator(hub);
    hub.setFaults([{ kind: 'status', status: 401, skip: 1, times: 1, ...LIST }]);
    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await send('GET /registrations')).status);
    expect(statuses).toEqual([200, 401, 200]);
  });

  it('429 and 503: with Retry-After', async () => {
    const limited = await listWith({ kind: 'status', status: 429, retryAfter: '7', ...LIST });
    expect([limited.answer.status, limited.answer.headers.get('retry-after')]).toEqual([429, '7']);
    const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
    const busy = await listWith({ kind: 'status', status: 503, retryAfter: date, ...LIST });
    expect([busy.answer.status, busy.answer.headers.get('retry-after')]).toEqual([503, date]);
  });

  it('500: an error body of the API', async () => {
    const { answer } = await listWith({ kind: 'status', status: 500, ...LIST });
    expect(answer.status).toBe(500);
    expect(Array.isArray(answer.json?.['errors'])).toBe(true);
  });

  it('HTML: a web page with status 200', async () => {
    const { answer } = await listWith({ kind: 'html', ...LIST });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.text).toContain('<!doctype html>');
  });

  it('truncated JSON: a complete answer that is not JSON', async () => {
    const { answer } = await listWith({ kind: 'truncatedJson', ...LIST });
    expect(answer.status).toBe(200);
    expect(answer.text).toMatch(/^\{"registrations":/);
    expect(answer.json).toBeUndefined();
  });

  it('huge body: more than 1 MiB of good JSON', async () => {
    const { answer } = await listWith({ kind: 'hugeBody', ...LIST });
    expect(answer.text.length).toBeGreaterThan(1_024 * 1_024);
    expect(answer.json).toBeDefined();
  });

  it('redirect: 307 to another origin', async () => {
    const { answer } = await listWith({ kind: 'redirect', location: 'http://127.0.0.1:1/elsewhere', ...LIST });
    expect([answer.status, answer.headers.get('location')]).toEqual([307, 'http://127.0.0.1:1/elsewhere']);
  });

  it.each<Fault>([
    { kind: 'cutOff', at: 'beforeAnswer', workDone: true, times: 1, ...CREATE },
    { kind: 'cutOff', at: 'midBody', times: 1, ...CREATE },
    { kind: 'status', status: 504, workDone: true, times: 1, ...CREATE },
    { kind: 'truncatedJson', times: 1, ...CREATE },
  ])('$kind can come after the work was done', async (fault) => {
    const hub = await startHub({ seed: 0, faults: [fault] });
    const send = await configurator(hub);
    await send('POST /registrations', newApplication('SalesDesk9')).catch(() => undefined);
    expect((await send('GET /registrations')).json?.['registrations']).toHaveLength(1);
  });

  it.each<Fault>([
    { kind: 'cutOff', at: 'beforeAnswer', times: 1, ...CREATE },
    { kind: 'status', status: 504, times: 1, ...CREATE },
  ])('$kind comes before any work unless told otherwise', async (fault) => {
    const hub = await startHub({ seed: 0, faults: [fault] });
    const send = await configurator(hub);
    await send('POST /registrations', newApplication('SalesDesk9')).catch(() => undefined);
    expect((await send('GET /registrations')).json?.['registrations']).toHaveLength(0);
  });
});

describe('the record of requests', () => {
  it('counts by method and path, without queries', async () => {
    const hub = await startHub();
    const token = await tokenFor(hub);
    await call(hub, 'GET /registrations', { token });
    await call(hub, 'GET /registrations?a=b', { token });
    expect(hub.requests).toEqual([
      { method: 'POST', path: new URL(hub.tokenEndpoint).pathname, count: 1 },
      { method: 'GET', path: `${new URL(hub.baseUrl).pathname}/registrations`, count: 2 },
    ]);
  });

  it('is empty when nobody asked for one', async () => {
    const hub = await startHub({ recordRequests: false });
    await tokenFor(hub);
    expect(hub.requests).toEqual([]);
  });
});
