import { describe, expect, test } from 'vitest';
import type { Checkup, CheckStepName } from '#contract/checkup.ts';
import type { CertificateFacts } from '#contract/reach.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { checkupService } from '../../../../../main/core/checkup/checkup-service.ts';
import type { CheckupPorts } from '../../../../../main/core/checkup/checkup-ports.ts';
import type { OpenReach } from '../../../../../main/core/reach/reach-ports.ts';
import type { Token } from '../../../../../main/core/tokens/token.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { httpAnswer } from '../../../../doubles/scripted-http-client.ts';

const BASE = 'https://hub.example/prweb/api/ppf/v1';
const TOKEN_ENDPOINT = 'https://hub.example/prweb/PRRestService/oauth2/v1/token';
const DAY_MS = 86_400_000;
const NOW = fixedClock().nowMs();

const token: Token = {
  value: 'the-token-itself',
  askedAtMs: NOW,
  lifetimeSeconds: 3600,
  clockAheadMs: 0,
  boundOrigins: ['https://hub.example'],
  operator: 'areks1',
  accessGroup: 'PPF:Configurators',
};
const way = (proxy: OpenReach['proxy'] = null): OpenReach => ({
  proxy,
  trust: { certificates: [], client: null },
  proxyTrust: { certificates: [], client: null },
  timeouts: { connectSeconds: 10, answerSeconds: 30 },
});
const proxy = { address: 'http://proxy.example:3128', userName: 'someone', password: 'FAKE-proxy-password' };
const facts = (subject: string, more: Partial<CertificateFacts> = {}): CertificateFacts => ({
  subject,
  issuer: 'CN=Example CA',
  validFromMs: NOW - DAY_MS,
  validToMs: NOW + DAY_MS,
  fingerprint256: 'AB:CD',
  ...more,
});

interface World {
  readonly ways: Result<readonly OpenReach[]>;
  readonly lookUp: CheckupPorts['probe']['lookUp'];
  readonly connect: CheckupPorts['probe']['connect'];
  readonly see: CheckupPorts['seeCertificates'];
  readonly renew: () => Promise<Result<Token>>;
  readonly send: CheckupPorts['tokens']['send'];
  readonly baseUrl: string;
  readonly tokenEndpoint: string;
  readonly credentialInUseId: string | null;
}

function setUp(given: Partial<World> = {}) {
  const told: Checkup[] = [];
  const asked: string[] = [];
  const released: string[] = [];
  const clock = fixedClock(NOW);
  const world: World = {
    ways: ok([way()]),
    lookUp: () => Promise.resolve(ok(['10.0.0.1'])),
    connect: () => Promise.resolve(ok(null)),
    see: () =>
      Promise.resolve(ok({ chain: [facts('CN=hub.example')], trouble: null, issuerToTrust: null, noIssuer: null })),
    renew: () => Promise.resolve(ok(token)),
    send: () => Promise.resolve(ok(httpAnswer(200, { registrations: [] }))),
    baseUrl: BASE,
    tokenEndpoint: TOKEN_ENDPOINT,
    credentialInUseId: 'c1',
    ...given,
  };
  const note = <Given extends unknown[], Value>(name: string, work: (...parameters: Given) => Value) => {
    return (...parameters: Given): Value => {
      asked.push(name);
      clock.advance(5);
      return work(...parameters);
    };
  };
  const { baseUrl, tokenEndpoint, credentialInUseId } = world;
  const hub = { id: 'h1', baseUrl, credentialInUseId, credentials: [{ id: 'c1', tokenEndpoint }] };
  const service = checkupService({
    hubOf: (hubId) => (hubId === 'h1' ? hub : null),
    opener: { ways: note('way', () => Promise.resolve(world.ways)) },
    probe: {
      lookUp: note('name', (...asking) => world.lookUp(...asking)),
      connect: note('connection', (...asking) => world.connect(...asking)),
    },
    seeCertificates: note('certificate', (url, reach) => world.see(url, reach)),
    tokens: {
      renew: note('token', () => world.renew()),
      send: note('answer', (credentialId, request) => world.send(credentialId, request)),
    },
    clock,
    askAgain: (addresses) => void released.push(...addresses),
    onChanged: (checkup) => void told.push(checkup),
  });
  const run = async (): Promise<Checkup> => {
    const made = await service.run({ hubId: 'h1' });
    if (!made.ok) throw new Error(made.failure.code);
    return made.value;
  };
  const step = (checkup: Checkup, name: CheckStepName) => {
    const found = checkup.steps.find((one) => one.name === name);
    if (found === undefined) throw new Error(`There is no step ${name}`);
    return found;
  };
  return { service, run, step, told, asked, released };
}

const outcomes = ({ steps }: Checkup) => steps.map(({ name, outcome }) => `${name} ${outcome}`);

describe('a check of a connection that works', () => {
  test('takes every step in its order, and says what each found in which time', async () => {
    const { run, asked } = setUp();
    const { isRunning, steps } = await run();
    expect(isRunning).toBe(false);
    expect(steps.map(({ name, outcome, finding, failure }) => ({ name, outcome, finding, failure }))).toEqual([
      { name: 'proxy', outcome: 'passed', finding: { kind: 'direct' }, failure: null },
      {
        name: 'name',
        outcome: 'passed',
        finding: { kind: 'addresses', of: 'hub.example', addresses: ['10.0.0.1'] },
        failure: null,
      },
      { name: 'connection', outcome: 'passed', finding: { kind: 'connected', to: 'hub.example:443' }, failure: null },
      {
        name: 'certificate',
        outcome: 'passed',
        finding: { kind: 'certificates', chain: [facts('CN=hub.example')] },
        failure: null,
      },
      { name: 'token', outcome: 'passed', finding: { kind: 'token', lifetimeSeconds: 3600 }, failure: null },
      { name: 'clock', outcome: 'passed', finding: { kind: 'clock', aheadMs: 0 }, failure: null },
      {
        name: 'role',
        outcome: 'passed',
        finding: { kind: 'role', operator: 'areks1', accessGroup: 'PPF:Configurators' },
        failure: null,
      },
      { name: 'answer', outcome: 'passed', finding: { kind: 'registrations', count: 0 }, failure: null },
    ]);
    expect(steps.every(({ host }) => host === 'hub.example')).toBe(true);
    expect(steps.find(({ name }) => name === 'connection')?.durationMs).toBe(5);
    expect(asked).toEqual(['way', 'name', 'connection', 'certificate', 'token', 'answer']);
  });

  test('is told step by step while it runs, from all waiting to the end', async () => {
    const { run, told } = setUp();
    const made = await run();
    expect(outcomes(told[0]!)[0]).toBe('proxy running');
    expect(told[0]!.steps.slice(1).every(({ outcome }) => outcome === 'waiting')).toBe(true);
    expect(told.slice(0, -1).every(({ isRunning }) => isRunning)).toBe(true);
    expect(told.at(-1)).toEqual(made);
    expect(told).toHaveLength(17);
  });

  test('asks a host at once although it was to be left alone', async () => {
    const { run, released } = setUp();
    await run();
    expect(released).toEqual([BASE]);
  });

  test('goes to the token’s host as well where that is another', async () => {
    const { run, asked, released } = setUp({ tokenEndpoint: 'https://login.example:8443/token' });
    const { steps } = await run();
    expect(steps.map(({ host }) => host)).toEqual([
      ...Array<string>(4).fill('login.example:8443'),
      ...Array<string>(8).fill('hub.example'),
    ]);
    expect(asked.filter((name) => name === 'certificate')).toHaveLength(2);
    expect(released).toEqual(['https://login.example:8443/token', BASE]);
  });

  test('skips the certificate on this computer', async () => {
    const { run, step, asked } = setUp({
      baseUrl: 'http://127.0.0.1:8080/prweb/api/ppf/v1',
      tokenEndpoint: 'http://127.0.0.1:8080/t',
    });
    expect(step(await run(), 'certificate')).toMatchObject({ outcome: 'skipped', finding: { kind: 'unencrypted' } });
    expect(asked).not.toContain('certificate');
  });

  test('holds neither token nor password', async () => {
    const { run, told } = setUp({ ways: ok([way(proxy)]) });
    expect(JSON.stringify([await run(), told])).not.toMatch(/the-token-itself|FAKE-proxy-password|someone/);
  });

  test('is one when it is asked for twice', async () => {
    const { run, asked } = setUp();
    const [one, other] = await Promise.all([run(), run()]);
    expect(one).toBe(other);
    expect(asked.filter((name) => name === 'token')).toHaveLength(1);
    await run();
    expect(asked.filter((name) => name === 'token')).toHaveLength(2);
  });
});

describe('by a proxy', () => {
  test('the name and the connection are the proxy’s', async () => {
    const { run, step } = setUp({ ways: ok([way(proxy)]) });
    const checkup = await run();
    expect(step(checkup, 'proxy').finding).toEqual({ kind: 'byProxy', proxy: 'proxy.example:3128' });
    expect(step(checkup, 'name').finding).toMatchObject({ of: 'proxy.example' });
    expect(step(checkup, 'connection').finding).toEqual({
      kind: 'tunnelled',
      by: 'proxy.example:3128',
      to: 'hub.example',
    });
  });

  test('one that does not lead on is what failed, and no certificate is blamed', async () => {
    const failure = { code: 'proxyRefused', proxy: 'proxy.example:3128', status: 403, signIns: [] } as const;
    const { run, step } = setUp({
      ways: ok([way(proxy)]),
      see: () => Promise.resolve(fail({ cause: 'proxy', mayHaveArrived: false, failure })),
    });
    const checkup = await run();
    expect(step(checkup, 'connection')).toMatchObject({ outcome: 'failed', failure });
    expect(step(checkup, 'certificate').outcome).toBe('skipped');
  });

  test('a certificate behind it that is not believed is the certificate’s matter', async () => {
    const chain = [facts('CN=hub.example')];
    const { run, step } = setUp({
      ways: ok([way(proxy)]),
      see: () =>
        Promise.resolve(ok({ chain, trouble: 'unknownIssuer', issuerToTrust: null, noIssuer: 'issuerNotSent' })),
    });
    const checkup = await run();
    expect(step(checkup, 'connection').outcome).toBe('passed');
    expect(step(checkup, 'certificate').failure).toMatchObject({ code: 'certificateUntrusted' });
  });

  test('waits as long as is set for this hub', async () => {
    const waits: number[] = [];
    const { run } = setUp({
      ways: ok([{ ...way(), timeouts: { connectSeconds: 77, answerSeconds: 30 } }]),
      lookUp: (_hostname, patienceMs) => (waits.push(patienceMs), Promise.resolve(ok(['10.0.0.1']))),
      connect: (_to, patienceMs) => (waits.push(patienceMs), Promise.resolve(ok(null))),
    });
    await run();
    expect(waits).toEqual([77_000, 77_000]);
  });

  test('one that does not answer gives way to the next, as it does for a request', async () => {
    const { run, step } = setUp({
      ways: ok([way(proxy), way()]),
      connect: ({ hostname }) => Promise.resolve(hostname === 'proxy.example' ? fail('refused') : ok(null)),
    });
    expect(step(await run(), 'proxy').finding).toEqual({ kind: 'direct' });
  });

  test('one that is the only way and does not answer is what failed', async () => {
    const { run, step } = setUp({ ways: ok([way(proxy)]), connect: () => Promise.resolve(fail('refused')) });
    expect(step(await run(), 'connection').failure).toEqual({ code: 'proxyUnreachable', proxy: 'proxy.example:3128' });
  });
});

describe('a check that fails', () => {
  const WAITED_FOR = ['token', 'clock', 'role', 'answer'].map((name) => `${name} skipped`);

  test('at the way: nothing else says anything', async () => {
    const { run, asked } = setUp({ ways: fail({ code: 'reachSecretGone', what: 'proxyPassword' }) });
    const checkup = await run();
    expect(outcomes(checkup)).toEqual([
      'proxy failed',
      'name skipped',
      'connection skipped',
      'certificate skipped',
      ...WAITED_FOR,
    ]);
    expect(checkup.steps[0]?.failure).toEqual({ code: 'reachSecretGone', what: 'proxyPassword' });
    expect(asked).toEqual(['way']);
  });

  test('at the name', async () => {
    const { run, step } = setUp({ lookUp: () => Promise.resolve(fail('dns')) });
    const checkup = await run();
    expect(outcomes(checkup)).toEqual([
      'proxy passed',
      'name failed',
      'connection skipped',
      'certificate skipped',
      ...WAITED_FOR,
    ]);
    expect(step(checkup, 'name').failure).toEqual({ code: 'hubUnreachable', cause: 'dns', host: 'hub.example' });
  });

  test('at the connection', async () => {
    const { run, step } = setUp({ connect: () => Promise.resolve(fail('timeout')) });
    expect(step(await run(), 'connection').failure).toMatchObject({ code: 'hubUnreachable', cause: 'timeout' });
  });

  test('at the certificate: it is named, and neither secret nor token is sent', async () => {
    const chain = [facts('CN=hub.example'), facts('CN=Old CA', { validToMs: NOW - 1 })];
    const { run, step, asked } = setUp({
      see: () => Promise.resolve(ok({ chain, trouble: 'expired', issuerToTrust: null, noIssuer: null })),
    });
    const checkup = await run();
    expect(step(checkup, 'certificate')).toMatchObject({
      outcome: 'failed',
      finding: { kind: 'certificates', chain },
      failure: { code: 'certificateUntrusted', host: 'hub.example', trouble: 'expired', subject: 'CN=Old CA' },
    });
    expect(asked).not.toContain('token');
  });

  test('at the handshake', async () => {
    const { run, step } = setUp({ see: () => Promise.resolve(fail({ cause: 'tls', mayHaveArrived: false })) });
    expect(step(await run(), 'certificate').failure).toEqual({
      code: 'hubUnreachable',
      cause: 'tls',
      host: 'hub.example',
    });
  });

  test('at one of two hosts: the other one is looked at all the same', async () => {
    const { run } = setUp({
      tokenEndpoint: 'https://login.example/token',
      lookUp: (hostname) => Promise.resolve(hostname === 'login.example' ? fail('dns') : ok(['10.0.0.1'])),
    });
    expect(outcomes(await run())).toEqual([
      'proxy passed',
      'name failed',
      'connection skipped',
      'certificate skipped',
      'proxy passed',
      'name passed',
      'connection passed',
      'certificate passed',
      ...WAITED_FOR,
    ]);
  });

  test('at the token', async () => {
    const refusal = { code: 'tokenRefused', status: 401, error: 'invalid_client', description: null } as const;
    const { run, step, asked } = setUp({ renew: () => Promise.resolve(fail(refusal)) });
    const checkup = await run();
    expect(step(checkup, 'token')).toMatchObject({ outcome: 'failed', failure: refusal });
    expect(outcomes(checkup).slice(-3)).toEqual(['clock skipped', 'role skipped', 'answer skipped']);
    expect(asked).not.toContain('answer');
  });

  test('at the token without a credential: the network was checked', async () => {
    const { run, step, asked } = setUp({ credentialInUseId: null });
    const checkup = await run();
    expect(step(checkup, 'certificate').outcome).toBe('passed');
    expect(step(checkup, 'token').failure).toEqual({ code: 'credentialMissing' });
    expect(asked).not.toContain('token');
  });

  test('at the answer', async () => {
    const { run, step } = setUp({ send: () => Promise.resolve(ok(httpAnswer(403, ''))) });
    expect(step(await run(), 'answer').failure).toMatchObject({ code: 'accessDenied', status: 403 });
  });
});

describe('what works and yet should be known', () => {
  test.each([
    [121_000, 'warned'],
    [-121_000, 'warned'],
    [120_000, 'passed'],
    [null, 'skipped'],
  ])('a clock that is %s ms away is %s', async (clockAheadMs, outcome) => {
    const { run, step } = setUp({ renew: () => Promise.resolve(ok({ ...token, clockAheadMs })) });
    const checkup = await run();
    expect(step(checkup, 'clock')).toMatchObject({ outcome, finding: { kind: 'clock', aheadMs: clockAheadMs } });
    expect(step(checkup, 'answer').outcome).toBe('passed');
  });

  test.each([
    ['PPF:Administrators', 'warned'],
    [null, 'skipped'],
  ])('the access group %s is %s', async (accessGroup, outcome) => {
    const { run, step } = setUp({ renew: () => Promise.resolve(ok({ ...token, accessGroup })) });
    expect(step(await run(), 'role').outcome).toBe(outcome);
  });
});

describe('trying now', () => {
  test('lets the hub be asked again, and asks nobody', async () => {
    const { service, asked, released } = setUp();
    expect(await service.tryNow({ hubId: 'h1' })).toEqual(ok(null));
    expect([released, asked]).toEqual([[BASE], []]);
  });

  test('and checking need a hub', async () => {
    const { service } = setUp();
    expect(await service.tryNow({ hubId: 'gone' })).toEqual(fail({ code: 'hubMissing' }));
    expect(await service.run({ hubId: 'gone' })).toEqual(fail({ code: 'hubMissing' }));
  });
});
