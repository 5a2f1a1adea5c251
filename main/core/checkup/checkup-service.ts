// The checkup operations of the Bridge: where between this computer and a Hub's answer it fails, and with whom.
import type { Bridge } from '#contract/bridge.ts';
import type { Checkup } from '#contract/checkup.ts';
import { fail, ok } from '#contract/result.ts';
import { checkHub } from './check-hub.ts';
import { checkNetwork } from './check-network.ts';
import { checkProgress, HUB_STEPS, NETWORK_STEPS } from './check-progress.ts';
import type { CheckedHub, CheckupPorts } from './checkup-ports.ts';

export function checkupService(ports: CheckupPorts): Bridge['checkup'] {
  const underWay = new Map<string, Promise<Checkup>>();

  function checkOnce(hub: CheckedHub): Promise<Checkup> {
    const known = underWay.get(hub.id);
    if (known !== undefined) return known;
    const checking = check(ports, hub).finally(() => underWay.delete(hub.id));
    underWay.set(hub.id, checking);
    return checking;
  }

  return {
    run: async ({ hubId }) => {
      const hub = ports.hubOf(hubId);
      return hub === null ? fail({ code: 'hubMissing' }) : ok(await checkOnce(hub));
    },
    tryNow: ({ hubId }) => {
      const hub = ports.hubOf(hubId);
      if (hub === null) return Promise.resolve(fail({ code: 'hubMissing' }));
      ports.askAgain(addressesOf(hub));
      return Promise.resolve(ok(null));
    },
  };
}

async function check(ports: CheckupPorts, hub: CheckedHub): Promise<Checkup> {
  const addresses = addressesOf(hub);
  const { host } = new URL(hub.baseUrl);
  const planned = [
    ...addresses.flatMap((url) => NETWORK_STEPS.map((name) => ({ name, host: new URL(url).host }))),
    ...HUB_STEPS.map((name) => ({ name, host })),
  ];
  const progress = checkProgress(hub.id, planned, ports);
  // Whoever checks a connection wants to know how it is now.
  ports.askAgain(addresses);
  let isOpen = true;
  // One after the other: a person follows what is tried, and times are those of one request at a time.
  for (const url of addresses) isOpen = (await checkNetwork(ports, progress, { hubId: hub.id, url })) && isOpen;
  if (isOpen) await checkHub(ports, progress, { hub, host });
  return progress.finish();
}

/** One address of each host that is asked: usually the API's, which gives the tokens too. */
function addressesOf({ baseUrl, credentialInUseId, credentials }: CheckedHub): readonly string[] {
  const inUse = credentials.find(({ id }) => id === credentialInUseId);
  const apart = inUse !== undefined && new URL(inUse.tokenEndpoint).origin !== new URL(baseUrl).origin;
  return apart ? [inUse.tokenEndpoint, baseUrl] : [baseUrl];
}
