import { describe, expect, test } from 'vitest';
import type { ActivityEntry } from '#contract/activity.ts';
import type { JsonObject, Registration } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { hubLook } from '../../../../../main/core/activity/look-at-hub.ts';
import { readRegistration } from '../../../../../main/core/registrations/registration.ts';
import { activityEntry } from '../../../../doubles/activity-entry.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

function registration(changes: JsonObject): Registration {
  const read = readRegistration(wireRegistration(changes));
  if (read === null) throw new Error('the sample has an ID');
  return read;
}

const unasked = (): never => {
  throw new Error('nobody was to be asked');
};

/** What a look says when the Hub has the record (or the ones of that name), or answers with a failure. */
async function look(entry: Partial<ActivityEntry>, hub: Result<JsonObject | readonly JsonObject[]>) {
  const questions: unknown[] = [];
  const lookAt = hubLook({
    read: (question) => {
      questions.push(question);
      return Promise.resolve(hub.ok ? ok(registration(hub.value as JsonObject)) : hub);
    },
    lookUp: (question) => {
      questions.push(question);
      return Promise.resolve(hub.ok ? ok((hub.value as readonly JsonObject[]).map(registration)) : hub);
    },
  });
  const looked = await lookAt(activityEntry(entry));
  return { questions, happened: looked.ok ? looked.value.happened : looked.failure.code };
}

const GONE = fail({ code: 'registrationGone' } as const);
const AWAY = fail({ code: 'hubUnreachable', cause: 'dns', host: 'hub.example.com' } as const);

describe('what became of a step of the life cycle', () => {
  test('is read from the registration', async () => {
    const { questions } = await look({}, ok({ status: 'Active' }));
    expect(questions).toEqual([{ hubId: 'hub-1', registrationId: 'REG-22951' }]);
  });

  test.each([
    ['enableSync', 'Open-SyncProgress', true],
    ['enableSync', 'Active', true],
    ['enableSync', 'Activation-Failure', true],
    ['enableSync', 'Pending-Activation', false],
    ['disable', 'Disabled', true],
    ['disable', 'Active', false],
    ['enable', 'Active', true],
    ['enable', 'Disabled', false],
    ['deactivate', 'Disabled - Sync Stopped', true],
    ['deactivate', 'Inactive', true],
    ['deactivate', 'Active', false],
    ['reactivate', 'Open-SyncProgress', true],
    ['reactivate', 'Inactive', false],
    ['delete', 'Inactive', false],
    ['delete', 'Resolved', true],
  ] as const)('%s, and the Hub says “%s”: %s', async (action, status, happened) => {
    expect(await look({ action }, ok({ status }))).toMatchObject({ happened });
  });

  test('a status that no source names leaves the time of the last change to tell', async () => {
    const changed = { status: 'Quarantined', updateDateTime: '20261123T100001.000 GMT' };
    expect(await look({ action: 'disable' }, ok(changed))).toMatchObject({ happened: true });
    expect(await look({ action: 'disable' }, ok({ status: 'Quarantined' }))).toMatchObject({ happened: false });
    expect(await look({ action: 'delete' }, ok(changed))).toMatchObject({ happened: false });
  });

  test('a deleted registration tells of its deletion, and of nothing else', async () => {
    expect(await look({ action: 'delete' }, GONE)).toMatchObject({ happened: true });
    expect(await look({ action: 'disable' }, GONE)).toMatchObject({ happened: 'registrationGone' });
  });

  test('a Hub out of reach tells nothing', async () => {
    expect(await look({ action: 'delete' }, AWAY)).toMatchObject({ happened: 'hubUnreachable' });
    expect(await look({ action: 'register' }, AWAY)).toMatchObject({ happened: 'hubUnreachable' });
  });
});

describe('what became of a registration that was to be made', () => {
  const REGISTER = { action: 'register', registrationId: '' } as const;
  const NEW = { createDateTime: '20261123T100002.000 GMT' };

  test('is looked up by its name', async () => {
    const { questions, happened } = await look(REGISTER, ok([NEW]));
    expect(questions).toEqual([{ hubId: 'hub-1', applicationName: 'SalesDesk3' }]);
    expect(happened).toBe(true);
  });

  test('did not happen when there is none, or only one from before', async () => {
    expect(await look(REGISTER, ok([]))).toMatchObject({ happened: false });
    expect(await look(REGISTER, ok([{}]))).toMatchObject({ happened: false });
    expect(await look(REGISTER, ok([{}, NEW]))).toMatchObject({ happened: true });
  });

  test('happened when the Hub does not say since when there is one', async () => {
    expect(await look(REGISTER, ok([{ createDateTime: '' }]))).toMatchObject({ happened: true });
  });

  test('is not denied because the Hub’s clock is some minutes behind', async () => {
    expect(await look(REGISTER, ok([{ createDateTime: '20261123T095500.000 GMT' }]))).toMatchObject({ happened: true });
  });
});

describe('what became of an edit', () => {
  const edit = (body: JsonObject) => ({ action: 'edit', sent: `PATCH /r/REG-22951\n${JSON.stringify(body)}` }) as const;

  test('happened when every field has the value that was sent, numbers as texts', async () => {
    const sent = edit({ productionLevel: 4, applicationLabel: 'New' });
    expect(await look(sent, ok({ productionLevel: '4', applicationLabel: 'New' }))).toMatchObject({ happened: true });
    expect(await look(sent, ok({ productionLevel: '4' }))).toMatchObject({ happened: false });
  });

  test('is told by the time of the last change when what was sent cannot be compared', async () => {
    const changed = { updateDateTime: '20261123T100001.000 GMT' };
    for (const sent of ['PATCH /r/REG-22951', edit({ applicationDescription: 'Bearer •••' }).sent]) {
      expect(await look({ action: 'edit', sent }, ok(changed))).toMatchObject({ happened: true });
      expect(await look({ action: 'edit', sent }, ok({}))).toMatchObject({ happened: false });
    }
  });

  test('a field that the record does not have is not the empty one that was sent, unless nothing was', async () => {
    expect(await look(edit({ toString: 'x' }), ok({}))).toMatchObject({ happened: false });
    expect(await look(edit({ weighting: '' }), ok({ weighting: '' }))).toMatchObject({ happened: true });
  });
});

test.each(['token', 'pairCheck'] as const)('nobody is asked about a %s request: it changes nothing', async (action) => {
  const lookAt = hubLook({ read: unasked, lookUp: unasked });
  expect(await lookAt(activityEntry({ action }))).toEqual(ok({ happened: false }));
});
