// The words for a proxy that does not lead to the Hub. Nothing of a request was sent to the Hub then.
import type { Failure } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';
import { certificateTroubleWords } from './certificate-troubles.ts';

type ProxyFailure = Extract<Failure, { code: 'proxyRefused' | 'proxyUnreachable' | 'proxyCertificateUntrusted' }>;
type Refused = Extract<Failure, { code: 'proxyRefused' }>;
type Untrusted = Extract<Failure, { code: 'proxyCertificateUntrusted' }>;

export function describeProxyFailure(failure: ProxyFailure): FailureWords {
  switch (failure.code) {
    case 'proxyRefused':
      return describeRefused(failure);
    case 'proxyUnreachable':
      return {
        sentence: `The proxy ${failure.proxy} does not answer, so nothing was sent.`,
        wayOut: 'Check the network or VPN, and the proxy under Connection on the hub’s screen.',
      };
    case 'proxyCertificateUntrusted':
      return describeUntrusted(failure);
  }
}

/** What a proxy's answer means, by its status. */
export type ProxyRefusal = 'password' | 'otherSignIn' | 'elsewhere' | 'hubNotReached' | 'silent' | 'forbidden';

/** Some proxies (tinyproxy) answer a wrong password with 401, which is no proxy's to say. */
const ASKS_FOR_CREDENTIALS: readonly (number | null)[] = [401, 407];

export function proxyRefusalOf({ status, signIns }: Refused): ProxyRefusal {
  if (status === null) return 'silent';
  if (ASKS_FOR_CREDENTIALS.includes(status)) {
    const takesPassword = signIns.length === 0 || signIns.some((name) => name.toLowerCase() === 'basic');
    return takesPassword ? 'password' : 'otherSignIn';
  }
  if (status >= 500) return 'hubNotReached';
  return status >= 300 && status < 400 ? 'elsewhere' : 'forbidden';
}

const refusals: Readonly<Record<ProxyRefusal, (refused: Refused) => FailureWords>> = {
  password: ({ proxy }) => ({
    sentence: `The proxy ${proxy} asks for a user name and password, or does not accept the ones it was given. Nothing was sent to the Hub.`,
    wayOut: 'On the hub’s screen, under Connection, set this proxy by hand with a user name and password.',
  }),
  otherSignIn: ({ proxy, signIns }) => ({
    sentence: `The proxy ${proxy} asks for a way of signing in that the app does not have (${signIns.join(', ')}). Nothing was sent to the Hub.`,
    wayOut: 'Ask your network’s administrators for a proxy that takes a user name and password, or that asks for none.',
  }),
  elsewhere: ({ proxy, status }) => ({
    sentence: `The proxy ${proxy} pointed to another address (status ${String(status)}) instead of letting the app through, so nothing was sent.`,
    wayOut: 'The network may want you to sign in first: open a page in the browser, then try again.',
  }),
  hubNotReached: ({ proxy, status }) => ({
    sentence: `The proxy ${proxy} could not reach the Hub (status ${String(status)}), so nothing was sent.`,
    wayOut:
      'Check how the hub’s address is spelled. If it is right, the Hub may be stopped: ask its administrator, or your network’s.',
  }),
  silent: ({ proxy }) => ({
    sentence: `The proxy ${proxy} made no connection to the Hub and did not say why. Nothing was sent.`,
    wayOut: 'Check how the hub’s address is spelled. If it is right, ask your network’s administrators to allow it.',
  }),
  forbidden: ({ proxy, status }) => ({
    sentence: `The proxy ${proxy} did not let the app through (status ${String(status)}), so nothing was sent.`,
    wayOut: 'Ask your network’s administrators to allow this address.',
  }),
};

function describeRefused(refused: Refused): FailureWords {
  return refusals[proxyRefusalOf(refused)](refused);
}

function describeUntrusted(failure: Untrusted): FailureWords {
  const isByIssuer = failure.trouble === 'unknownIssuer' || failure.trouble === 'selfSigned';
  return {
    sentence: `The certificate “${failure.subject}” of the proxy ${failure.proxy} ${certificateTroubleWords(failure)}, so nothing was sent.`,
    wayOut: isByIssuer
      ? 'Ask your network’s administrators for the file of its authority, then add it to the trusted authorities for all hubs in the settings.'
      : 'Show this to your network’s administrators.',
  };
}
