// Manners towards the hubs, and the check of the way to them.
import type { Bridge } from '#contract/bridge.ts';
import type { Access } from './compose-access.ts';
import { composeReach } from './compose-reach.ts';
import type { Reach } from './compose-reach.ts';
import { checkupService } from './core/checkup/checkup-service.ts';
import { originsOfHub } from './core/hubs/hub-addresses.ts';
import { mannerlyHttpClient } from './core/manners/mannerly-http-client.ts';
import type { MannerlyHttpClient } from './core/manners/mannerly-http-client.ts';
import { watchedPorts } from './core/redaction/watched-ports.ts';
import type { GivenPorts, ServicePorts } from './service-ports.ts';

export interface Transport {
  readonly ports: ServicePorts;
  readonly reach: Reach;
  readonly manners: MannerlyHttpClient;
}

/** The ports with the one transport in them: what every service sends goes with manners, by the way that is set. */
export function composeTransport(given: GivenPorts): Transport {
  const { clock, patience, book } = given;
  const patient = mannerlyHttpClient({
    http: { send: (...sent) => reach.http.send(...sent) },
    knock: (...at) => reach.knock(...at),
    clock,
    ...patience,
  });
  const manners: MannerlyHttpClient = {
    ...patient,
    tryNow(addresses) {
      reach.proxies.forget();
      patient.tryNow(addresses);
    },
  };
  // What the transport opens of secrets is watched, and so is what goes through it.
  const ports = watchedPorts({ ...given, http: manners });
  const reach: Reach = composeReach(ports, (hubId) => {
    const changed = book.hubs().filter((hub) => hubId === null || hub.id === hubId);
    manners.startAnew(changed.flatMap(originsOfHub));
  });
  return { ports, reach, manners };
}

interface CheckupParts extends Pick<Transport, 'reach' | 'manners'> {
  readonly access: Access;
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
