// Whom to believe at a host, and who we are there: what is set for all hubs, and at a hub's own addresses what it has itself.
import { z } from 'zod';
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { readJson } from '../answers/json-reading.ts';
import type { ClosedFailure } from '../credentials/secret-vault.ts';
import { originsOfHub } from '../hubs/hub-addresses.ts';
import type { ReachBook, Scope } from './reach-book.ts';
import type { ClientIdentity, TlsTrust } from './reach-ports.ts';
import type { StoredScope } from './stored-reach.ts';

export interface TrustPorts {
  readonly book: ReachBook;
  /** The saved hub, null when there is none (any more). */
  readonly hubOf: (hubId: string) => Parameters<typeof originsOfHub>[0] | null;
}

interface TrustOpener {
  /** Failures: the secret codes, `reachSecretGone`, `clientCertificateBoundElsewhere`. */
  of(hubId: Scope, origin: string): Promise<Result<TlsTrust>>;
  ofAll(): TlsTrust;
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

type SecretOf = Extract<Failure, { code: 'reachSecretGone' }>['what'];

/** What may be asked again says so; what is gone is told as what it was. */
export function closedSecret(failure: ClosedFailure, what: SecretOf): Failure {
  const isGone = failure.code === 'secretUnreadable' || failure.code === 'secretForgotten';
  return isGone ? { code: 'reachSecretGone', what } : failure;
}

export function trustOpener({ book, hubOf }: TrustPorts): TrustOpener {
  const trusts = keptTrusts();

  function isOwn(hubId: string, origin: string): boolean {
    const hub = hubOf(hubId);
    return hub !== null && originsOfHub(hub).includes(origin);
  }

  function ofAll(): TlsTrust {
    const all = book.scope(null);
    return trusts(all, all);
  }

  async function of(hubId: Scope, origin: string): Promise<Result<TlsTrust>> {
    if (hubId === null || !isOwn(hubId, origin)) return ok(ofAll());
    const opened = await book.open(hubId, 'client');
    const [own, all] = [book.scope(hubId), book.scope(null)];
    if (opened === null) return ok(trusts(own, all));
    if (!opened.ok) return fail(closedSecret(opened.failure, 'clientCertificate'));
    const { clientSecret, boundOrigins } = opened.value;
    // Sealed with its hub's addresses: an edited file cannot show it to another hub.
    if (!boundOrigins.includes(origin))
      return fail({ code: 'clientCertificateBoundElsewhere', host: new URL(origin).host });
    const json = readJson(clientSecret);
    const client = clientIdentity.safeParse(json.ok ? json.value : null);
    if (!client.success) return fail({ code: 'reachSecretGone', what: 'clientCertificate' });
    return ok({ certificates: certificatesOf(own, all), client: client.data });
  }

  return { of, ofAll };
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
