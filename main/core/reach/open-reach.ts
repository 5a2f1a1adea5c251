// What counts for one hub now, opened for a request: its own settings first, then those for all hubs.
import { defaultTimeouts, type ReachTimeouts } from '#contract/reach.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { originOf } from '../hubs/hub-addresses.ts';
import { closedSecret, trustOpener } from './open-trust.ts';
import type { TrustPorts } from './open-trust.ts';
import type { ReachBook, Scope } from './reach-book.ts';
import type { OpenReach, Proxy, SystemProxies, TlsTrust } from './reach-ports.ts';
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
  /**
   * What a hub has of its own in certificates counts for its own addresses only: at any other, nobody is shown who we are.
   * Failures: the secret codes, `reachSecretGone`, `secretBoundElsewhere` (the proxy's address was changed in the file),
   * `clientCertificateBoundElsewhere` (the hub has other addresses than when the client certificate was chosen).
   */
  ways(hubId: Scope, url: string): Promise<Result<Ways>>;
}

type ManualProxy = Extract<StoredProxy, { kind: 'manual' }>;

export interface OpenerPorts extends TrustPorts {
  readonly systemProxies: SystemProxies;
}

export function reachOpener({ book, systemProxies, hubOf }: OpenerPorts): ReachOpener {
  const trusts = trustOpener({ book, hubOf });

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
    if (!opened.ok) return fail(closedSecret(opened.failure, 'proxyPassword'));
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
      if (isPlain(url)) return ok([{ proxy: null, trust: NO_TRUST, proxyTrust: NO_TRUST, timeouts }]);
      const trust = await trusts.of(hubId, originOf(url));
      if (!trust.ok) return trust;
      const proxies = await proxiesFor(hubId, url);
      if (!proxies.ok) return proxies;
      const proxyTrust = trusts.ofAll();
      return ok(proxies.value.map((proxy) => ({ proxy, trust: trust.value, proxyTrust, timeouts })));
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
