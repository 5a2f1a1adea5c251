// One transport for everything: proxy, private authority, client certificate and client authentication in one matrix, over
// real servers, and asked by everything that ever asks a hub.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { proxiesIn } from '../../../main/adapters/proxy-list.ts';
import { startPracticeHub } from '../../../main/practice-hub/practice-hub.ts';
import type { PracticeHub } from '../../../main/practice-hub/practice-hub.ts';
import { HUB, reachedHub } from './a-reached-hub.ts';
import type { ReachedHubOptions } from './a-reached-hub.ts';
import { privateAuthority, selfSigned } from './private-authority.ts';
import type { Issued, PrivateAuthority } from './private-authority.ts';
import { areThere, nginxHub, relayThatTurnsBad, relayTo, tinyproxy } from './real-servers.ts';
import type { Condition, Passed, RealServer } from './real-servers.ts';

const LOGIN = { user: 'clerk', password: 'marker-proxy-password-51c8' };
const PASSPHRASE = 'marker-passphrase-77d0';

let folder: string;
let hub: PracticeHub;
let company: PrivateAuthority;
let clients: PrivateAuthority;
let me: Issued;
let bundle: string;
let open: RealServer;
let guarded: RealServer;
let free: RealServer;
let asking: RealServer;

beforeAll(async () => {
  if (!areThere) return;
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'reach-'));
  hub = await startPracticeHub({ port: 0 });
  company = privateAuthority(path.join(folder, 'company'));
  clients = privateAuthority(path.join(folder, 'clients'), 'Clients of the Hub');
  me = clients.issue('configurator');
  bundle = clients.bundle(me, PASSPHRASE);
  const server = company.issue('hub');
  const behind = { upstream: hub.origin, server };
  open = await nginxHub({ ...behind, folder: path.join(folder, 'open'), clients: null });
  guarded = await nginxHub({ ...behind, folder: path.join(folder, 'guarded'), clients });
  free = await tinyproxy(path.join(folder, 'free'), null);
  asking = await tinyproxy(path.join(folder, 'asking'), LOGIN);
});
afterAll(async () => {
  if (!areThere) return;
  await Promise.all([open, guarded, free, asking].map((server) => server.close()));
  await hub.close();
  fs.rmSync(folder, { recursive: true, force: true });
});

function toHub(server: { readonly port: number }, more: Partial<ReachedHubOptions> = {}) {
  const { clientId, clientSecret } = hub;
  return reachedHub({ origin: `https://127.0.0.1:${server.port}`, client: { clientId, clientSecret }, ...more });
}
type Reached = ReturnType<typeof toHub>;

async function trustCompany(reached: Reached): Promise<void> {
  reached.choose(company.certificatePath);
  expect(await reached.reach.addCertificates({ hubId: HUB })).toMatchObject({ ok: true });
}

const count = (server: RealServer, what: RegExp): number => server.output().match(new RegExp(what, 'g'))?.length ?? 0;
const manual = (server: RealServer, login = { user: '', password: '' }) =>
  ({
    kind: 'manual',
    address: `http://127.0.0.1:${server.port}`,
    userName: login.user,
    password: login.password,
  }) as const;

const proxies: Readonly<Record<string, (reached: Reached) => Promise<RealServer | null>>> = {
  'no proxy': async (reached) => {
    await reached.setProxy({ kind: 'none' });
    return null;
  },
  'a proxy': async (reached) => {
    await reached.setProxy(manual(free));
    return free;
  },
  'a proxy that asks who it is': async (reached) => {
    await reached.setProxy(manual(asking, LOGIN));
    return asking;
  },
  'a PAC answer': async (reached) => {
    await reached.setProxy({ kind: 'system' });
    return free;
  },
};

/** What a PAC file answers that names a proxy which is gone, one that is there, and the direct way. */
const pacAnswer = () => Promise.resolve(proxiesIn(`PROXY 127.0.0.1:9; PROXY 127.0.0.1:${free.port}; DIRECT`));

const identities: Readonly<Record<string, (reached: Reached) => Promise<unknown>>> = {
  'a PEM client certificate': (reached) => {
    reached.choose(me.certificatePath, me.keyPath);
    return reached.reach.chooseClientCertificate({ hubId: HUB, passphrase: '' });
  },
  'a PKCS#12 client certificate': (reached) => {
    reached.choose(bundle);
    return reached.reach.chooseClientCertificate({ hubId: HUB, passphrase: PASSPHRASE });
  },
};

const cells = Object.keys(proxies).flatMap((proxy) =>
  ['no client certificate', ...Object.keys(identities)].flatMap((identity) =>
    (['body', 'basic'] as const).map((authentication) => [proxy, identity, authentication] as const),
  ),
);

describe.runIf(areThere)('over a private authority', () => {
  it.each(cells)('with %s, %s and %s, everything that asks the hub gets its answer', async (proxy, identity, style) => {
    const server = identity === 'no client certificate' ? open : guarded;
    const reached = toHub(server, { authentication: style, systemProxies: pacAnswer });
    await trustCompany(reached);
    const through = await proxies[proxy]!(reached);
    const chosen = await identities[identity]?.(reached);
    if (chosen !== undefined) expect(chosen).toMatchObject({ value: { clientCertificate: { state: 'ready' } } });
    const tunnelsBefore = through === null ? 0 : count(through, /CONNECT 127/);
    for (const [name, ask] of Object.entries(reached.asks)) {
      // Without a token the API says no: that, too, is its own answer.
      const expected = name === 'the API’s description' ? { failure: { code: 'accessDenied' } } : { ok: true };
      expect(await ask(), name).toMatchObject(expected);
    }
    // Two requests for each test, one for the pair, one for the description: none of them went another way.
    if (through !== null) expect(count(through, /CONNECT 127/) - tunnelsBefore).toBe(6);
    const secrets = [LOGIN.password, PASSPHRASE, me.key.split('\n')[1]!];
    for (const secret of secrets) expect(reached.stored()).not.toContain(secret);
  });

  it('the client certificate is shown for the token and for the API', () => {
    const lines = guarded.output().split('\n');
    for (const asked of ['POST /prweb/PRRestService/oauth2/v1/token', 'GET /prweb/api/ppf/v1/registrations']) {
      const found = lines.filter((line) => line.includes(asked));
      expect(found.length).toBeGreaterThan(0);
      expect(found.every((line) => line.includes('CN=configurator'))).toBe(true);
    }
  });
});

/** Both requests failed for the same reason, before anything was sent. */
async function expectBoth(reached: Reached, failure: object): Promise<void> {
  const both = await reached.bare();
  expect(both).toHaveLength(2);
  for (const each of both) expect(each).toMatchObject({ mayHaveArrived: false, failure });
}

describe.runIf(areThere)('what is missing on the way is told alike for the token and the API', () => {
  it('an authority that nobody trusts', async () => {
    await expectBoth(toHub(open), {
      code: 'certificateUntrusted',
      trouble: 'unknownIssuer',
      subject: 'CN=hub',
      issuer: 'CN=Example Corporate CA',
    });
  });

  it('the client certificate', async () => {
    const reached = toHub(guarded);
    await trustCompany(reached);
    await expectBoth(reached, { code: 'clientCertificateRefused', isSent: false });
    const stranger = privateAuthority(path.join(folder, 'strangers')).issue('stranger');
    reached.choose(stranger.certificatePath, stranger.keyPath);
    await reached.reach.chooseClientCertificate({ hubId: HUB, passphrase: '' });
    await expectBoth(reached, { code: 'clientCertificateRefused', isSent: true });
  });

  it('the proxy’s password', async () => {
    const reached = toHub(open);
    await trustCompany(reached);
    for (const login of [undefined, { user: 'clerk', password: 'wrong' }]) {
      await reached.setProxy(manual(asking, login));
      const proxy = `127.0.0.1:${asking.port}`;
      await expectBoth(reached, { code: 'proxyRefused', proxy, status: login === undefined ? 407 : 401 });
    }
  });

  it('the proxy', async () => {
    const reached = toHub(open);
    await trustCompany(reached);
    await reached.setProxy({ kind: 'manual', address: 'http://127.0.0.1:9', userName: '', password: null });
    await expectBoth(reached, { code: 'proxyUnreachable', proxy: '127.0.0.1:9' });
  });

  it('what the keystore does not open any more', async () => {
    const reached = toHub(open);
    await reached.setProxy(manual(asking, LOGIN));
    reached.box.become('locked');
    await expectBoth(reached, { code: 'secretLocked' });
    reached.box.become('unprotected');
    await expectBoth(reached, { code: 'reachSecretGone', what: 'proxyPassword' });
  });
});

describe.runIf(areThere)('a certificate that is not believed', () => {
  async function server(issued: Issued): Promise<RealServer> {
    const place = path.join(folder, `server-${path.basename(issued.certificatePath)}`);
    const running = await nginxHub({ folder: place, upstream: hub.origin, server: issued, clients: null });
    onTestFinished(() => running.close());
    return running;
  }

  it('is offered to be trusted by its issuer, for this hub, once its fingerprint is named', async () => {
    const leaf = company.issue('offered');
    fs.appendFileSync(leaf.certificatePath, company.pem);
    const reached = toHub(await server(leaf));
    const look = await reached.reach.lookAtCertificates({ hubId: HUB });
    expect(look).toMatchObject({
      value: [{ trouble: 'unknownIssuer', issuerToTrust: { subject: 'CN=Example Corporate CA' } }],
    });
    const fingerprint256 = look.ok ? (look.value[0]?.issuerToTrust?.fingerprint256 ?? '') : '';
    const other = fingerprint256.replace(/^../, (first) => (first === '00' ? '01' : '00'));
    expect(await reached.reach.trustIssuer({ hubId: HUB, fingerprint256: other })).toMatchObject({
      failure: { code: 'certificateNotSeen' },
    });
    expect(await reached.reach.trustIssuer({ hubId: HUB, fingerprint256 })).toMatchObject({ ok: true });
    expect(await reached.reach.lookAtCertificates({ hubId: HUB })).toMatchObject({ value: [{ trouble: null }] });
    expect(await reached.asks['the test of a saved credential']()).toMatchObject({ ok: true });
  });

  it('without its issuer’s is told to lack it, and once the issuer comes from a file it is believed', async () => {
    const reached = toHub(await server(company.issue('alone')));
    expect(await reached.reach.lookAtCertificates({ hubId: HUB })).toMatchObject({
      value: [{ trouble: 'unknownIssuer', issuerToTrust: null, noIssuer: 'issuerNotSent' }],
    });
    await trustCompany(reached);
    expect(await reached.reach.lookAtCertificates({ hubId: HUB })).toMatchObject({ value: [{ trouble: null }] });
  });

  it('for another name and by an unknown issuer is told to be of no use even with its issuer', async () => {
    const leaf = company.issue('elsewhere', { names: 'DNS:other.example' });
    fs.appendFileSync(leaf.certificatePath, company.pem);
    const reached = toHub(await server(leaf));
    expect(await reached.reach.lookAtCertificates({ hubId: HUB })).toMatchObject({
      value: [{ trouble: 'unknownIssuer', issuerToTrust: null, noIssuer: 'wrongName' }],
    });
  });

  it('because it issued itself is trusted alone, once its fingerprint is named', async () => {
    const reached = toHub(await server(selfSigned(path.join(folder, 'own'))));
    const look = await reached.reach.lookAtCertificates({ hubId: HUB });
    expect(look).toMatchObject({ value: [{ trouble: 'selfSigned', issuerToTrust: { subject: 'CN=own' } }] });
    const fingerprint256 = look.ok ? (look.value[0]?.issuerToTrust?.fingerprint256 ?? '') : '';
    expect(await reached.reach.trustIssuer({ hubId: HUB, fingerprint256 })).toMatchObject({ ok: true });
    expect(await reached.asks['the test of a saved credential']()).toMatchObject({ ok: true });
    expect(await toHub(open).bare()).toMatchObject([{ cause: 'tls' }, { cause: 'tls' }]);
  });

  it.each([
    ['for another name', { names: 'DNS:other.example' }, 'wrongName'],
    ['that has expired', { days: -1 }, 'expired'],
  ] as const)('%s is told, and there is nobody to trust', async (name, more, trouble) => {
    const leaf = company.issue(`leaf ${name}`.replaceAll(' ', '-'), more);
    fs.appendFileSync(leaf.certificatePath, company.pem);
    const reached = toHub(await server(leaf));
    // Whatever else is wrong with it: the unknown issuer alone is not offered either.
    expect(await reached.reach.lookAtCertificates({ hubId: HUB })).toMatchObject({ value: [{ issuerToTrust: null }] });
    await trustCompany(reached);
    await expectBoth(reached, { code: 'certificateUntrusted', trouble });
  });
});

describe.runIf(areThere)('a bad network behind a proxy', () => {
  it.each(['delay', 'cut', 'reset'] as const)('%s: told alike for the token and the API', async (condition) => {
    const relay = await relayTo(open.port, condition);
    onTestFinished(() => relay.close());
    const reached = toHub(relay);
    await trustCompany(reached);
    await reached.setProxy(manual(free));
    const both = await reached.bare();
    if (condition === 'delay') expect(both).toEqual([400, 401]);
    else for (const each of both) expect(each).toMatchObject({ mayHaveArrived: false });
  });
});

describe.runIf(areThere)('a network that turns bad after the handshake, with a client certificate', () => {
  const conditions = ['delay', 'cut', 'reset'] as const;
  const moments = ['before', 'within'] as const;
  const requests = ['token', 'list'] as const;

  async function known(server: { readonly port: number }): Promise<Reached> {
    const reached = toHub(server);
    await trustCompany(reached);
    await identities['a PKCS#12 client certificate']!(reached);
    return reached;
  }

  async function token(): Promise<string> {
    const answer = await (await known(guarded)).askToken();
    // SAFETY: so the practice hub answers; if not, the list is refused and the test fails.
    return answer.ok ? (JSON.parse(answer.value.body) as { access_token: string }).access_token : '';
  }

  async function ask(what: (typeof requests)[number], condition: Condition, after: Passed) {
    const relay = await relayThatTurnsBad(guarded.port, condition, after);
    onTestFinished(() => relay.close());
    const reached = await known(relay);
    const sent = await (what === 'token' ? reached.askToken() : reached.askList(await token()));
    return { sent, passed: relay.passed() };
  }

  const cellsOfBadness = conditions.flatMap((condition) =>
    moments.flatMap((moment) => requests.map((what) => [condition, moment, what] as const)),
  );
  it.each(cellsOfBadness)(
    '%s %s the answer to a %s: it may have arrived, and only a question is repeated',
    async (condition, moment, what) => {
      const answered = { value: { status: what === 'token' ? 201 : 200 } };
      const whole = await ask(what, 'delay', { asked: Infinity, answered: Infinity });
      expect(whole.sent).toMatchObject(answered);
      const [all = { asked: 0, answered: 0 }] = whole.passed;
      // Signatures differ by a few bytes; the last hundred each way are of the request and of the answer.
      const after =
        moment === 'before' ? { asked: all.asked - 100, answered: 0 } : { asked: 0, answered: all.answered - 100 };
      const { sent, passed } = await ask(what, condition, after);
      if (condition === 'delay') expect(sent).toMatchObject(answered);
      else expect(sent).toEqual({ ok: false, failure: { cause: 'cut', mayHaveArrived: true } });
      expect(passed).toHaveLength(condition === 'delay' || what === 'token' ? 1 : 3);
    },
  );
});

describe.runIf(areThere)('the computer’s own proxies', () => {
  it('are tried in their order while one does not answer, and never for this computer’s http addresses', async () => {
    const asked: string[] = [];
    const reached = toHub(open, {
      systemProxies: (url) => {
        asked.push(url);
        return Promise.resolve([{ address: 'http://127.0.0.1:9' }, { address: `http://127.0.0.1:${free.port}` }]);
      },
    });
    await trustCompany(reached);
    expect(await reached.bare()).toEqual([400, 401]);
    expect(asked).toHaveLength(2);
    const { clientId, clientSecret } = hub;
    const plain = reachedHub({
      origin: hub.origin,
      client: { clientId, clientSecret },
      systemProxies: () => Promise.reject(new Error('asked')),
    });
    expect(await plain.asks['the test of a saved credential']()).toMatchObject({ ok: true });
  });
});
