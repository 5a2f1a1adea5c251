import { describe, expect, it } from 'vitest';
import { fail, type Result } from '#contract/result.ts';
import type { AboutToSend, ActivityRecorder, Ended } from '../../../../../main/core/activity/activity-recorder.ts';
import { PairBook } from '../../../../../main/core/pairs/pair-book.ts';
import { pairService } from '../../../../../main/core/pairs/pair-service.ts';
import { emptyStoredPairs, type StoredPairs } from '../../../../../main/core/pairs/stored-pairs.ts';
import type { HttpAnswer, HttpTrouble } from '../../../../../main/core/ports.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { answered, scriptedHttpClient } from '../../../../doubles/scripted-http-client.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const ORIGIN = 'https://hub.example';
const ENDPOINT = `${ORIGIN}/prweb/PRRestService/oauth2/v1/token`;
const SECRET = 'FAKE0123456789ABCDEF0123456789AB';
const HUB = {
  id: 'hub',
  name: 'Hub',
  baseUrl: `${ORIGIN}/prweb/api/ppf/v1`,
  isPracticeHub: false,
  credentialInUseId: null,
  credentials: [],
};
const GRANT = answered(201, { access_token: 'token-1', token_type: 'bearer', expires_in: '3600' });

type Sent = Result<HttpAnswer, HttpTrouble>;

async function setUp(answer: Sent = GRANT, change: (record: StoredPairs) => StoredPairs = (record) => record) {
  const clock = fixedClock();
  const box = scriptedSecretBox();
  const parts = {
    secretBox: box,
    book: { findHub: () => HUB },
    clock,
    newId: () => 'pair',
    onChanged: () => undefined,
  };
  const first = memoryRecordStore(emptyStoredPairs);
  await new PairBook({ ...parts, store: first }).keep({
    hubId: 'hub',
    registrationId: 'REG-22951',
    applicationName: 'SalesDesk3',
    clientId: '69747281128570844473',
    clientSecret: SECRET,
  });
  const store = memoryRecordStore(change(first.read()));
  const log: (AboutToSend | Ended)[] = [];
  const activity: ActivityRecorder = {
    begin: (about) => {
      log.push(about);
      return Promise.resolve({ end: (outcome) => Promise.resolve(void log.push(outcome)) });
    },
  };
  const http = scriptedHttpClient(() => {
    clock.advance(40);
    return answer;
  });
  const board: string[] = [];
  const clipboard = { clearsAfterMs: 30_000, put: (text: string) => Promise.resolve(void board.push(text)) };
  const pairs = new PairBook({ ...parts, store });
  const service = pairService({ pairs, http, clock, activity, clipboard });
  return { service, pairs, http, log, board, box };
}

const withEndpoint = (tokenEndpoint: string) => (record: StoredPairs) => ({
  ...record,
  pairs: record.pairs.map((pair) => ({ ...pair, tokenEndpoint })),
});

describe('the secret of a pair', () => {
  it('goes on the clipboard, and the answer tells only for how long', async () => {
    const { service, board, http } = await setUp();
    expect(await service.copySecret({ pairId: 'pair' })).toEqual({ ok: true, value: { clearsAfterMs: 30_000 } });
    expect(board).toEqual([SECRET]);
    expect(http.requests).toEqual([]);
  });

  it('that the keystore does not give is not copied', async () => {
    const { service, board, box } = await setUp();
    box.become('locked');
    expect(await service.copySecret({ pairId: 'pair' })).toEqual({ ok: false, failure: { code: 'secretLocked' } });
    expect(board).toEqual([]);
  });

  it('is in none of the answers', async () => {
    const { service } = await setUp(answered(401, { error: 'invalid_client', error_description: `not ${SECRET}` }));
    const answers = [
      await service.list({ hubId: 'hub' }),
      await service.copySecret({ pairId: 'pair' }),
      await service.check({ pairId: 'pair' }),
      await service.remove({ pairId: 'pair' }),
    ];
    expect(JSON.stringify(answers)).not.toContain(SECRET);
    expect(JSON.stringify(answers)).toContain('not •••');
  });
});

describe('checking a pair', () => {
  it('exchanges it for a token and tells what the Hub said, and keeps nothing of it', async () => {
    const { service, http, log } = await setUp();
    expect(await service.check({ pairId: 'pair' })).toEqual({
      ok: true,
      value: { operator: null, accessGroup: null, tokenLifetimeSeconds: 3600, durationMs: 40 },
    });
    expect(http.requests).toMatchObject([{ method: 'POST', url: ENDPOINT }]);
    expect(http.requests[0]?.body).toContain(`client_secret=${SECRET}`);
    expect(log).toEqual([
      {
        hubId: 'hub',
        credentialId: null,
        registrationId: 'REG-22951',
        applicationName: 'SalesDesk3',
        action: 'pairCheck',
        sent: 'POST /prweb/PRRestService/oauth2/v1/token\ngrant_type=client_credentials',
      },
      { kind: 'done', status: 201 },
    ]);
  });

  it.each<[string, Sent, object, Ended]>([
    [
      'a refusal',
      answered(401, { error: 'invalid_client' }),
      { code: 'tokenRefused', status: 401 },
      { kind: 'refused', status: 401, failure: 'tokenRefused' },
    ],
    [
      'no answer',
      fail({ cause: 'timeout', mayHaveArrived: true }),
      { code: 'hubUnreachable', cause: 'timeout' },
      { kind: 'unknown', cause: 'timeout' },
    ],
    [
      'no way to the Hub',
      fail({ cause: 'dns', mayHaveArrived: false }),
      { code: 'hubUnreachable', cause: 'dns' },
      { kind: 'notSent', failure: 'hubUnreachable' },
    ],
  ])('tells and writes down %s', async (_name, answer, failure, outcome) => {
    const { service, log } = await setUp(answer);
    expect(await service.check({ pairId: 'pair' })).toMatchObject({ ok: false, failure });
    expect(log[1]).toEqual(outcome);
  });

  it('sends nothing to an address that somebody wrote into the record', async () => {
    const { service, http, log } = await setUp(GRANT, withEndpoint('https://evil.example/token'));
    expect(await service.check({ pairId: 'pair' })).toEqual({
      ok: false,
      failure: { code: 'secretBoundElsewhere', host: 'evil.example' },
    });
    expect(http.requests).toEqual([]);
    expect(log).toEqual([]);
  });
});

it('a pair that is not there is missing, whatever is asked of it', async () => {
  const { service } = await setUp();
  const missing = { ok: false, failure: { code: 'pairMissing' } };
  const pairId = 'gone';
  expect(await service.copySecret({ pairId })).toEqual(missing);
  expect(await service.check({ pairId })).toEqual(missing);
  expect(await service.remove({ pairId })).toEqual(missing);
  expect(await service.list({ hubId: 'another' })).toEqual({ ok: true, value: [] });
});

describe('a pair that took another one’s place', () => {
  const NEW = 'FAKE-second-secret-of-this-client-0';

  async function setUpTwo(answer: Sent) {
    const parts = await setUp(answer);
    await parts.pairs.takeOver({
      hubId: 'hub',
      registrationId: 'REG-22951',
      applicationName: 'SalesDesk3',
      clientId: '69747281128570844473',
      clientSecret: NEW,
      home: { tokenEndpoint: ENDPOINT, clientAuthentication: 'body' },
    });
    const listed = async () => {
      const pairs = await parts.service.list({ hubId: 'hub' });
      return pairs.ok ? pairs.value[0] : null;
    };
    return { ...parts, listed };
  }

  it('has worked when a check succeeds: what it replaced is kept no longer', async () => {
    const { service, listed } = await setUpTwo(GRANT);
    expect((await listed())?.replacedSecret).not.toBeNull();
    await service.check({ pairId: 'pair' });
    expect((await listed())?.replacedSecret).toBeNull();
  });

  it('that the Hub refuses can be gone back from', async () => {
    const { service, listed } = await setUpTwo(answered(401, { error: 'invalid_client' }));
    await service.check({ pairId: 'pair' });
    expect((await listed())?.replacedSecret).not.toBeNull();
    expect(await service.goBack({ pairId: 'pair' })).toMatchObject({ ok: true });
    expect(await listed()).toMatchObject({ secretMask: '••••••••89AB' });
  });
});
