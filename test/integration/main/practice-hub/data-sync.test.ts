import { describe, expect, it } from 'vitest';
import type { PracticeHub } from '../../../../main/practice-hub/practice-hub.ts';
import { call, configurator, idIn, newApplication, pairIn, startHub, tokenFor } from './hub-caller.ts';

const CLOSING = '?preactivationData=true&preactivationDataLast=true';

async function synchronizing(hub: PracticeHub) {
  const send = await configurator(hub);
  const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
  const token = await tokenFor(hub, pairIn(await send(`POST /registrations/${id}/actions/enablesync`)));
  const statusOf = async () => (await send(`GET /registrations/${id}`)).json?.['status'];
  return { send, id, token, statusOf };
}

describe('data synchronization', () => {
  it('makes a registration Active with the third closing call', async () => {
    const hub = await startHub({ synchronizeMs: Number.POSITIVE_INFINITY });
    const { token, statusOf } = await synchronizing(hub);
    for (const resource of ['workqueues', 'operators', 'tasks']) {
      expect(await statusOf()).toBe('Open-SyncProgress');
      const answer = await call(hub, `POST /${resource}/batch${CLOSING}`, { token });
      expect([answer.status, answer.text]).toEqual([202, '']);
    }
    expect(await statusOf()).toBe('Active');
  });

  it('notes when the last tasks came', async () => {
    const hub = await startHub({
      clock: () => Date.UTC(2026, 5, 1),
      synchronizeMs: Number.POSITIVE_INFINITY,
      tokenLifetimeSeconds: 1e6,
    });
    const { send, id, token } = await synchronizing(hub);
    const body = { requests: [{ method: 'POST', body: { ID: 'T-1', label: 'Call back' } }] };
    await call(hub, 'POST /tasks/batch?preactivationData=true', { token, body });
    const answer = await send(`GET /registrations/${id}`);
    expect(answer.json?.['lastTaskSyncedDateTime']).toBe('20260601T000000.000 GMT');
  });

  it.each([
    ['more than 50 items', { requests: Array.from({ length: 51 }, () => ({ method: 'POST', body: {} })) }],
    ['no list', { requests: 'all' }],
    ['an item with another method', { requests: [{ method: 'DELETE', body: {} }] }],
    ['an item without a body', { requests: [{ method: 'PUT' }] }],
  ])('refuses a batch with %s', async (_name, body) => {
    const hub = await startHub();
    const { token } = await synchronizing(hub);
    expect((await call(hub, 'POST /operators/batch', { token, body })).status).toBe(400);
  });
});
