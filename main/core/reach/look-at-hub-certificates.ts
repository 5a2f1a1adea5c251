// Looks at what a hub's hosts show over TLS, and believes an issuer that a person has compared.
import type { Bridge } from '#contract/bridge.ts';
import type { CertificateLook } from '#contract/reach.ts';
import { fail, ok, type Result } from '#contract/result.ts';
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

  async function lookAt(
    hubId: string,
    origin: string,
  ): Promise<Result<{ look: CertificateLook; issuer: Certificate | null }>> {
    const { host } = new URL(origin);
    const ways = await opener.ways(hubId, origin);
    if (!ways.ok) return ways;
    const seen = await firstThrough(ways.value, (reach) => see(origin, reach));
    if (!seen.ok) return fail(judgeTrouble(seen.failure, host));
    const { chain, trouble, issuerToTrust: issuer } = seen.value;
    return ok({ look: { host, chain, trouble, issuerToTrust: issuer?.facts ?? null }, issuer });
  }

  return {
    async lookAtCertificates({ hubId }) {
      const hub = hubOf(hubId);
      if (hub === null) return fail({ code: 'hubMissing' });
      offered.delete(hubId);
      const looks: CertificateLook[] = [];
      const issuers: Certificate[] = [];
      for (const origin of secureOrigins(hub)) {
        const seen = await lookAt(hubId, origin);
        if (!seen.ok) return seen;
        looks.push(seen.value.look);
        if (seen.value.issuer !== null) issuers.push(seen.value.issuer);
      }
      offered.set(hubId, issuers);
      return ok(looks);
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
