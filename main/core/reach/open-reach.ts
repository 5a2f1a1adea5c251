// What counts for one hub now, opened for a request: its own settings first, then those for all hubs.
import { z } from 'zod';
import type { Failure } from '#contract/failure.ts';
import { defaultTimeouts, type ReachTimeouts } from '#contract/reach.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { readJson } from '../answers/json-reading.ts';
import type { ClosedFailure } from '../credentials/secret-vault.ts';
import type { ReachBook, Scope } from './reach-book.ts';
import type { ClientIdentity, OpenReach, Proxy, SystemProxies, TlsTrust } from './reach-ports.ts';
import type { StoredProxy, StoredScope } from './stored-reach.ts';

/** The ways to try, in this order, as long as a proxy does not answer. */
type Ways = readonly OpenReach[];

/** Where a request connects to first, told without opening a secret. */
interface FirstHops {
  /** The addresses of the proxies to try, in this order; null is the host itself. */
  readonly proxies: readonly (string | null)[];
  /** Milliseconds that a connection may take. */
  readonly connectMs: number;
}

export interface ReachOpener {
  /** Touches no keystore. */
  firstHops(hubId: Scope, url: string): Promise<FirstHops>;
  /** Failures: the secret codes, `reachSecretGone`, `secretBoundElsewhere` (the proxy's address was changed in the file). */
  ways(hubId: Scope, url: string): Promise<Result<Ways>>;
}

const pem = z.strictObject({
  kind: z.literal('pem'),
  certificate: z.string(),
  key: z.string(),
  passphrase: z.string(),
});
const pkcs12 = z.strictObject({ kind: z.literal('pkcs12'), file: z.string(), passphrase: z.string() });
const clientIdentity = z.discriminatedUnion('kind', [pem, pkcs12]);

/** The text that is sealed of a client certificate. */
export function formatIdentity(identity: ClientIdentity): string {
  return JSON.stringify(identity);
}

type ManualProxy = Extract<StoredProxy, { kind: 'manual' }>;
type SecretOf = Extract<Failure, { code: 'reachSecretGone' }>['what'];

/** What may be asked again says so; what is gone is told as what it was. */
function closed(failure: ClosedFailure, what: SecretOf): Failure {
  const isGone = failure.code === 'secretUnreadable' || failure.code === 'secretForgotten';
  return isGone ? { code: 'reachSecretGone', what } : failure;
}

export function reachOpener(book: ReachBook, systemProxies: SystemProxies): ReachOpener {
  const trusts = keptTrusts();

  async function trustOf(hubId: Scope): Promise<Result<TlsTrust>> {
    const opened = hubId === null ? null : await book.open(hubId, 'client');
    const [own, all] = [book.scope(hubId), book.scope(null)];
    if (opened === null) return ok(trusts(own, all));
    if (!opened.ok) return fail(closed(opened.failure, 'clientCertificate'));
    const json = readJson(opened.value.clientSecret);
    const client = clientIdentity.safeParse(json.ok ? json.value : null);
    if (!client.success) return fail({ code: 'reachSecretGone', what: 'clientCertificate' });
    return ok({ certificates: certificatesOf(own, all), client: client.data });
  }

  async function proxiesFor(hubId: Scope, url: string): Promise<Result<readonly (Proxy | null)[]>> {
    const { proxy, scope } = proxySetting(book, hubId);
    if (proxy.kind === 'manual') return manual(proxy, scope);
    const addresses = await addressesFor(proxy, url);
    return ok(addresses.map((address) => (address === null ? null : { address, userName: '', password: '' })));
  }

  async function addressesFor(proxy: StoredProxy, url: string): Promise<readonly (string | null)[]> {
    if (proxy.kind === 'none') return [null];
    if (proxy.kind === 'manual') return [proxy.address];
    return (await systemProxies(url)).map((found) => found?.address ?? null);
  }

  async function manual(proxy: ManualProxy, scope: Scope): Promise<Result<readonly Proxy[]>> {
    const { address, userName } = proxy;
    const opened = await book.open(scope, 'proxy');
    if (opened === null) return ok([{ address, userName, password: '' }]);
    if (!opened.ok) return fail(closed(opened.failure, 'proxyPassword'));
    const { clientSecret, boundOrigins } = opened.value;
    if (!boundOrigins.includes(address)) return fail({ code: 'secretBoundElsewhere', host: new URL(address).host });
    return ok([{ address, userName, password: clientSecret }]);
  }

  return {
    async firstHops(hubId, url) {
      const { connectSeconds } = timeoutsOf(book.scope(hubId), book.scope(null));
      const proxies = isPlain(url) ? [null] : await addressesFor(proxySetting(book, hubId).proxy, url);
      return { proxies, connectMs: connectSeconds * 1000 };
    },
    async ways(hubId, url) {
      const timeouts = timeoutsOf(book.scope(hubId), book.scope(null));
      if (isPlain(url)) return ok([{ proxy: null, trust: NO_TRUST, timeouts }]);
      const trust = await trustOf(hubId);
      if (!trust.ok) return trust;
      const proxies = await proxiesFor(hubId, url);
      return proxies.ok ? ok(proxies.value.map((proxy) => ({ proxy, trust: trust.value, timeouts }))) : proxies;
    },
  };
}

/** Plain HTTP is for this computer only (contract/inputs.ts): no proxy, no certificate, no secret to be opened. */
function isPlain(url: string): boolean {
  return new URL(url).protocol === 'http:';
}

/** The setting that counts for a hub, and whose it is. */
function proxySetting(book: ReachBook, hubId: Scope): { readonly proxy: StoredProxy; readonly scope: Scope } {
  const { proxy } = book.scope(hubId);
  return proxy === null
    ? { proxy: book.scope(null).proxy ?? { kind: 'system' }, scope: null }
    : { proxy, scope: hubId };
}

const NO_TRUST: TlsTrust = { certificates: [], client: null };

function timeoutsOf(own: StoredScope, all: StoredScope): ReachTimeouts {
  return own.timeouts ?? all.timeouts ?? defaultTimeouts;
}

function certificatesOf(own: StoredScope, all: StoredScope): readonly string[] {
  const certificates = own === all ? own.certificates : [...all.certificates, ...own.certificates];
  return certificates.map((certificate) => certificate.pem);
}

/** The same object for the same settings, so that a TLS context can be kept for it. None of them holds a key. */
function keptTrusts(): (own: StoredScope, all: StoredScope) => TlsTrust {
  const kept = new WeakMap<StoredScope, { readonly all: StoredScope; readonly trust: TlsTrust }>();
  return (own, all) => {
    const known = kept.get(own);
    if (known?.all === all) return known.trust;
    const trust = { certificates: certificatesOf(own, all), client: null };
    kept.set(own, { all, trust });
    return trust;
  };
}
