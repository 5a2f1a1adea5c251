// The words for each way a request can fail to bring back an answer.
import type { UnreachableCause } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';

const CHECK_THE_NETWORK = 'Check the network or VPN, then try again.';

const causes: Readonly<Record<UnreachableCause, (host: string) => FailureWords>> = {
  dns: (host) => ({
    sentence: `The address ${host} was not found. Nothing was lost.`,
    wayOut: 'Check the network or VPN, and how the hub’s address is spelled.',
  }),
  noRoute: (host) => ({
    sentence: `This computer has no way to ${host} at the moment. Nothing was lost.`,
    wayOut: CHECK_THE_NETWORK,
  }),
  refused: (host) => ({
    sentence: `Nothing answers at ${host}. Nothing was lost.`,
    wayOut: 'The Hub may be stopped, or a firewall may be in the way. Check the network or VPN, then try again.',
  }),
  timeout: (host) => ({ sentence: `${host} did not answer in time. Nothing was lost.`, wayOut: CHECK_THE_NETWORK }),
  tls: (host) => ({
    sentence: `No secure connection to ${host} came about, so nothing was sent.`,
    wayOut:
      'Something between this computer and the Hub may be in the way. Use Check connection on the hub’s screen, and show its report to your network’s administrators.',
  }),
  redirected: (host) => ({
    sentence: `${host} pointed to another address, and the app did not follow it. Nothing was lost.`,
    wayOut: 'Check the hub’s base URL: it may be an old address or a sign-in page.',
  }),
  proxy: (host) => ({
    sentence: `The proxy did not let the app through to ${host}. Nothing was lost.`,
    wayOut: 'Ask your network’s administrators to allow this address.',
  }),
  cut: (host) => ({
    sentence: `The connection to ${host} broke off before the answer was there. Nothing was lost.`,
    wayOut: CHECK_THE_NETWORK,
  }),
  answerTooLarge: (host) => ({
    sentence: `${host} answered with more data than the app accepts. Nothing was lost.`,
    wayOut: 'Check the hub’s base URL. If it is right, report this to the Hub’s administrator.',
  }),
  other: (host) => ({ sentence: `${host} could not be reached. Nothing was lost.`, wayOut: CHECK_THE_NETWORK }),
};

/** Why the Hub could not be reached. The request changed nothing there. */
export function describeUnreachable(cause: UnreachableCause, host: string): FailureWords {
  return causes[cause](host);
}

/** How a request ended that may have arrived, as the end of a sentence. */
export const endings: Readonly<Record<UnreachableCause, string>> = {
  dns: 'no answer came back',
  noRoute: 'no answer came back',
  refused: 'the connection was refused',
  timeout: 'no answer came in time',
  tls: 'the secure connection failed',
  redirected: 'the Hub pointed to another address',
  proxy: 'the proxy gave no answer',
  cut: 'the connection broke off',
  answerTooLarge: 'the answer was too large to read',
  other: 'no answer came back',
};
