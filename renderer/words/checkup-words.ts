// The words of a connection check: its steps, what each found, and who can mend what failed.
import type { CheckFinding, CheckOutcome, CheckStep, CheckStepName, Checkup } from '#contract/checkup.ts';
import type { Failure, FailureCode, TlsTrouble, UnreachableCause } from '#contract/failure.ts';
import type { CertificateTrouble } from '#contract/certificate-trouble.ts';
import { clockWords } from './clock-words.ts';
import { proxyRefusalOf, type ProxyRefusal } from './failures/proxy-failures.ts';
import { counted, waitingTime, wholeNumber } from './numbers.ts';
import { certificateDate } from './reach-words.ts';
import { accessGroupHint } from './review-words.ts';

export const checkupWords = {
  title: 'Check connection',
  lead: 'Goes from this computer to the Hub’s answer, step by step, and says who can help where it fails. It asks for a fresh token and changes nothing.',
  start: 'Check connection',
  again: 'Check again',
  steps: 'Steps of the check',
  copy: 'Copy report',
  copied: 'Copied',
  certificates: 'Certificates',
  fingerprint: 'SHA-256',
} as const;

export const stepNames: Readonly<Record<CheckStepName, string>> = {
  proxy: 'Way to the network',
  name: 'Name',
  connection: 'Connection',
  certificate: 'Certificate',
  token: 'Token',
  clock: 'Clock',
  role: 'Role',
  answer: 'Answer of the API',
};

export const outcomeWords: Readonly<Record<CheckOutcome, string>> = {
  waiting: 'waiting',
  running: 'running',
  passed: 'passed',
  warned: 'works, but',
  failed: 'failed',
  skipped: 'not checked',
};

/** What the whole check came to, or where it is. */
export function checkupInShort({ isRunning, steps }: Checkup): string {
  const failed = steps.find(({ outcome }) => outcome === 'failed');
  if (failed !== undefined) return `It fails at: ${stepNames[failed.name]}.`;
  if (isRunning) {
    const running = steps.find(({ outcome }) => outcome === 'running');
    return running === undefined ? 'Checking.' : `Checking: ${stepNames[running.name]}.`;
  }
  const warnings = steps.filter(({ outcome }) => outcome === 'warned').length;
  return warnings === 0 ? 'The Hub answers as it should.' : `The Hub answers, with ${counted(warnings, 'remark')}.`;
}

/** What a step found out; null where there is nothing to say. */
export function findingWords({ finding }: CheckStep): string | null {
  if (finding === null) return null;
  return isSaidByHub(finding) ? saidByHub(finding) : foundOnTheWay(finding);
}

const MOST_ADDRESSES = 4;

type SaidByHub = Extract<CheckFinding, { kind: 'token' | 'clock' | 'role' | 'registrations' }>;

function isSaidByHub(finding: CheckFinding): finding is SaidByHub {
  return ['token', 'clock', 'role', 'registrations'].includes(finding.kind);
}

function foundOnTheWay(finding: Exclude<CheckFinding, SaidByHub>): string {
  switch (finding.kind) {
    case 'direct':
      return 'Directly, without a proxy.';
    case 'byProxy':
      return `By the proxy ${finding.proxy}.`;
    case 'addresses':
      return nameWords(finding);
    case 'connected':
      return `${finding.to} takes connections.`;
    case 'tunnelled':
      return `The proxy ${finding.by} takes connections and leads on to ${finding.to}.`;
    case 'unencrypted':
      return 'This hub is on this computer and is asked without TLS.';
    case 'certificates':
      return certificateWords(finding);
  }
}

function saidByHub(finding: SaidByHub): string {
  switch (finding.kind) {
    case 'token':
      return `The Hub gave one for ${waitingTime(finding.lifetimeSeconds)}.`;
    case 'clock':
      return clockWords(finding.aheadMs);
    case 'role':
      return roleWords(finding);
    case 'registrations':
      return `The Hub listed ${counted(finding.count, 'registration')}.`;
  }
}

function nameWords({ of, addresses }: Extract<CheckFinding, { kind: 'addresses' }>): string {
  if (addresses[0] === of) return `${of} is an address already.`;
  return `${of} is ${addressList(addresses)}.`;
}

function addressList(addresses: readonly string[]): string {
  const more = addresses.length - MOST_ADDRESSES;
  return addresses.slice(0, MOST_ADDRESSES).join(', ') + (more > 0 ? ` and ${wholeNumber(more)} more` : '');
}

function certificateWords({ chain }: Extract<CheckFinding, { kind: 'certificates' }>): string {
  const [own] = chain;
  if (own === undefined) return 'The host showed none.';
  return `“${own.subject}”, issued by “${own.issuer}”, valid until ${certificateDate(own.validToMs)}.`;
}

function roleWords({ operator, accessGroup }: Extract<CheckFinding, { kind: 'role' }>): string {
  const who = operator === null ? 'The token' : `The operator ${operator}`;
  if (accessGroup === null) return `${who} does not tell the access group.`;
  return `${who} has the access group ${accessGroup}.`;
}

/** What a person should know of a step that works; null where there is nothing. */
export function remarkWords({ outcome, finding }: CheckStep): string | null {
  if (outcome !== 'warned' || finding?.kind !== 'role' || finding.accessGroup === null) return null;
  return accessGroupHint(finding.accessGroup);
}

type Helper = 'you' | 'network' | 'administrator';

const helperNames: Readonly<Record<Helper, string>> = {
  you: 'you',
  network: 'your network team',
  administrator: 'the Hub’s administrator',
};

const byCause: Readonly<Record<UnreachableCause, readonly Helper[]>> = {
  dns: ['you', 'network'],
  noRoute: ['you', 'network'],
  refused: ['network', 'administrator'],
  timeout: ['network', 'administrator'],
  tls: ['network', 'administrator'],
  redirected: ['you', 'administrator'],
  proxy: ['network'],
  cut: ['network', 'administrator'],
  answerTooLarge: ['administrator'],
  other: ['network'],
};

const byTrouble: Readonly<Record<CertificateTrouble, readonly Helper[]>> = {
  unknownIssuer: ['you', 'network'],
  selfSigned: ['you', 'administrator'],
  expired: ['administrator'],
  notYetValid: ['you', 'administrator'],
  wrongName: ['administrator'],
  other: ['administrator'],
};

/** Everything else is in the person's own hands: a secret, a password, a setting. */
const byCode: ReadonlyMap<FailureCode, readonly Helper[]> = new Map([
  ['clientCertificateRefused', ['you', 'administrator']],
  ['proxyUnreachable', ['you', 'network']],
  ['proxyCertificateUntrusted', ['you', 'network']],
  ['tokenRefused', ['administrator']],
  ['accessDenied', ['administrator']],
  ['hubBusy', ['administrator']],
  ['hubRefused', ['administrator']],
  ['answerUnreadable', ['network', 'administrator']],
]);

const byRefusal: Readonly<Record<ProxyRefusal, readonly Helper[]>> = {
  password: ['you'],
  otherSignIn: ['network'],
  elsewhere: ['you'],
  hubNotReached: ['you', 'network', 'administrator'],
  silent: ['you', 'network'],
  forbidden: ['network'],
};

const byTlsTrouble: Readonly<Record<TlsTrouble, readonly Helper[]>> = {
  notTls: ['you', 'administrator'],
  tooOld: ['administrator'],
  refused: ['you', 'administrator'],
};

function helpersFor(failure: Failure): readonly Helper[] {
  if (failure.code === 'hubUnreachable') return byCause[failure.cause];
  if (failure.code === 'certificateUntrusted') return byTrouble[failure.trouble];
  if (failure.code === 'proxyRefused') return byRefusal[proxyRefusalOf(failure)];
  if (failure.code === 'tlsUnusable') return byTlsTrouble[failure.why];
  return byCode.get(failure.code) ?? ['you'];
}

/** `Who can mend it: you or your network team.` */
export function whoCanMend(failure: Failure): string {
  const names = helpersFor(failure).map((helper) => helperNames[helper]);
  return `Who can mend it: ${names.join(' or ')}.`;
}
