// What a check of a hub's connection needs of the network below a request, and of the rest of the app.
import type { Checkup } from '#contract/checkup.ts';
import type { Clock } from '../ports.ts';
import type { NetworkProbe } from '../reach/address.ts';
import type { ReachOpener } from '../reach/open-reach.ts';
import type { SeeCertificates } from '../reach/reach-ports.ts';
import type { TokenKeeper } from '../tokens/token-keeper.ts';

/** What has to be known of a saved hub. A StoredHub is one. */
export interface CheckedHub {
  readonly id: string;
  readonly baseUrl: string;
  readonly credentialInUseId: string | null;
  readonly credentials: readonly { readonly id: string; readonly tokenEndpoint: string }[];
}

export interface CheckupPorts {
  /** The saved hub, null when there is none (any more). */
  readonly hubOf: (hubId: string) => CheckedHub | null;
  /** The ways that a hub's requests would take now. */
  readonly opener: Pick<ReachOpener, 'ways'>;
  readonly probe: NetworkProbe;
  readonly seeCertificates: SeeCertificates;
  readonly tokens: Pick<TokenKeeper, 'renew' | 'send'>;
  readonly clock: Clock;
  /** The hosts at these addresses may be asked again at once, whatever they did before. */
  readonly askAgain: (addresses: readonly string[]) => void;
  readonly onChanged: (checkup: Checkup) => void;
}
