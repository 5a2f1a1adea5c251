// A host asked and looked at through one proxy, where nobody but a company's own authority is believed.
import { defaultTimeouts } from '#contract/reach.ts';
import { gotHttpClient } from '../../../main/adapters/got-http-client.ts';
import { certificateSeer } from '../../../main/adapters/see-certificates.ts';
import type { OpenReach } from '../../../main/core/reach/reach-ports.ts';
import type { PrivateAuthority } from './private-authority.ts';

/** The proxy itself is believed by nobody's authority, and asks for no name. */
export function throughProxy(address: string, { pem }: PrivateAuthority): OpenReach {
  return {
    proxy: { address, userName: '', password: '' },
    trust: { certificates: [pem], client: null },
    proxyTrust: { certificates: [], client: null },
    timeouts: defaultTimeouts,
  };
}

const client = gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [] });

export const see = certificateSeer(() => []);

export const get = (url: string, reach: OpenReach): ReturnType<typeof client.send> =>
  client.send({ method: 'GET', url, headers: {} }, { reach });
