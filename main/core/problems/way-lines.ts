// The ways to the hubs in a problem report: what kind each setting is, and names only where they are wanted.
import type { KeptSecretView, ProxyView, ReachTimeouts, ReachView } from '#contract/reach.ts';

export interface Ways {
  /** What holds for every hub that has nothing of its own. */
  readonly all: ReachView;
  /** In the order of the hubs. */
  readonly hubs: readonly ReachView[];
}

/** Addresses of proxies, and the names of authorities and certificates, only `withNames`; user names never. */
export function wayLines({ all, hubs }: Ways, withNames: boolean): readonly string[] {
  const named = [['all hubs', all] as const, ...hubs.map((way, index) => [`hub ${index + 1}`, way] as const)];
  return named.map(([name, way]) => `${name}: ${parts(way, withNames).join(', ')}`);
}

const AS_FOR_ALL = 'as for all hubs';

function parts({ proxy, certificates, clientCertificate, timeouts }: ReachView, withNames: boolean): readonly string[] {
  const authorities = certificates.map(({ subject }) => subject).join('; ');
  const subject = withNames ? (clientCertificate?.facts?.subject ?? '') : '';
  return [
    `proxy ${proxyText(proxy, withNames)}`,
    `authorities added ${certificates.length}${withNames ? inBrackets(authorities) : ''}`,
    `client certificate ${clientCertificate === null ? 'none' : keptText(clientCertificate)}${inBrackets(subject)}`,
    `waits ${timeoutsText(timeouts)}`,
  ];
}

function proxyText(proxy: ProxyView | null, withNames: boolean): string {
  if (proxy === null) return AS_FOR_ALL;
  if (proxy.kind !== 'manual') return proxy.kind;
  const { address, userName, password } = proxy;
  const who = userName === '' ? 'no user name' : 'a user name';
  // No colon after these words: what follows one is taken for the secret itself, and out of the report.
  const secret = password === null ? 'no password' : `a password ${keptText(password)}`;
  return `manual with ${who} and ${secret}${withNames ? inBrackets(address) : ''}`;
}

function keptText({ protection, state }: KeptSecretView): string {
  return `kept by ${protection.level}/${protection.backend} and ${state}`;
}

function timeoutsText(timeouts: ReachTimeouts | null): string {
  if (timeouts === null) return AS_FOR_ALL;
  return `${timeouts.connectSeconds} s to connect and ${timeouts.answerSeconds} s for the answer`;
}

function inBrackets(text: string): string {
  return text === '' ? '' : ` (${text})`;
}
