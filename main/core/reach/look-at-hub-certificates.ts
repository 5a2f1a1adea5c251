// Looks at what a hub's hosts show over TLS, and believes an issuer that a person has compared.
import type { Bridge } from '#contract/bridge.ts';
import type { Failure } from '#contract/failure.ts';
import type { CertificateLook } from '#contract/reach.ts';
import { fail, ok } from '#contract/result.ts';
import { judgeTrouble } from '../answers/server-condition.ts';
import { originsOf } from '../hubs/hub-addresses.ts';
import { believe } from './certificate-operations.ts';
import type { ReachOpener } from './open-reach.ts';
import type { ReachBook } from './reach-book.ts';
import type { Certificate, SeeCertificates } from './reach-ports.ts';
import { firstThrough } from './reach-transport.ts';

/** What has to be known of a saved hub. A StoredHub is one. */
interface ReachHub {
  readonly baseUrl: string;
  readonly credentialInUseId: string | null;
  readonly credentials: readonly { readonly id: string; readonly tokenEndpoint: string }[];
}

export interface LookingPorts {
  readonly book: ReachBook;
  readonly opener: ReachOpener;
  readonly see: SeeCertificates;
  /** The saved hub, null when there is none (any more). */
  readonly hubOf: (hubId: string) => ReachHub | null;
}

interface Looked {
  readonly look: CertificateLook;
  readonly issuer: Certificate | null;
}

function unseen(host: string, failure: Failure): Looked {
  return { look: { host, chain: [], trouble: null, issuerToTrust: null, noIssuer: null, failure }, issuer: null };
}

function secureOrigins({ baseUrl, credentialInUseId, credentials }: ReachHub): readonly string[] {
  const inUse = credentials.find(({ id }) => id === credentialInUseId);
  return originsOf(inUse?.tokenEndpoint ?? baseUrl, baseUrl).filter((origin) => origin.startsWith('https:'));
}

export function looking({
  book,
  opener,
  see,
  hubOf,
}: LookingPorts): Pick<Bridge['reach'], 'lookAtCertificates' | 'trustIssuer'> {
  /** The issuers that the last look at a hub named: nothing else can be trusted by a fingerprint. */
  const offered = new Map<string, readonly Certificate[]>();

  async function lookAt(hubId: string, origin: string): Promise<Looked> {
    const { host } = new URL(origin);
    const ways = await opener.ways(hubId, origin);
    if (!ways.ok) return unseen(host, ways.failure);
    const seen = await firstThrough(ways.value, (reach) => see(origin, reach));
    if (!seen.ok) return unseen(host, judgeTrouble(seen.failure, host));
    const { issuerToTrust: issuer, ...shown } = seen.value;
    return { look: { host, ...shown, issuerToTrust: issuer?.facts ?? null, failure: null }, issuer };
  }

  return {
    async lookAtCertificates({ hubId }) {
      const hub = hubOf(hubId);
      if (hub === null) return fail({ code: 'hubMissing' });
      offered.delete(hubId);
      const looks: Looked[] = [];
      // One that cannot be looked at must not hide the others.
      for (const origin of secureOrigins(hub)) looks.push(await lookAt(hubId, origin));
      offered.set(
        hubId,
        looks.flatMap(({ issuer }) => issuer ?? []),
      );
      return ok(looks.map(({ look }) => look));
    },

    trustIssuer({ hubId, fingerprint256 }) {
      if (hubOf(hubId) === null) return Promise.resolve(fail({ code: 'hubMissing' }));
      const issuer = offered.get(hubId)?.find(({ facts }) => facts.fingerprint256 === fingerprint256);
      if (issuer === undefined) return Promise.resolve(fail({ code: 'certificateNotSeen' }));
      const written = believe(book, hubId, [issuer]);
      return Promise.resolve(written.ok ? ok(book.view(hubId)) : written);
    },
  };
}
