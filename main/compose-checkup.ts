// Manners towards the hubs, and the check of the way to them.
import type { Bridge } from '#contract/bridge.ts';
import type { Access } from './compose-access.ts';
import type { Reach } from './compose-reach.ts';
import { checkupService } from './core/checkup/checkup-service.ts';
import { mannerlyHttpClient } from './core/manners/mannerly-http-client.ts';
import type { MannerlyHttpClient } from './core/manners/mannerly-http-client.ts';
import type { HttpClient } from './core/ports.ts';
import type { GivenPorts, ServicePorts } from './service-ports.ts';

/** The transport with manners: what every service sends through. */
export function composeManners({ clock, patience }: GivenPorts, http: HttpClient): MannerlyHttpClient {
  return mannerlyHttpClient({ http, clock, ...patience });
}

interface CheckupParts {
  readonly access: Access;
  readonly reach: Reach;
  readonly manners: MannerlyHttpClient;
}

export function composeCheckup(ports: ServicePorts, { access, reach, manners }: CheckupParts): Bridge['checkup'] {
  const { book, clock, network, tell } = ports;
  return checkupService({
    hubOf: (hubId) => book.findHub(hubId),
    opener: reach.opener,
    probe: network.probe,
    seeCertificates: network.seeCertificates,
    tokens: access.keeper,
    clock,
    askAgain: (addresses) => manners.tryNow(addresses),
    onChanged: (checkup) => tell('checkupChanged', checkup),
  });
}
