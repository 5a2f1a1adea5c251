// The words of a hub's connection: its proxy, whom to believe, who we are over TLS, and how long to wait.
import type { CertificateTrouble, NoIssuerReason } from '#contract/certificate-trouble.ts';
import type { CertificateLook } from '#contract/reach.ts';

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** The day on which a certificate begins or ends. */
export function certificateDate(timeMs: number): string {
  return date.format(timeMs);
}

export const reachWords = {
  title: 'Connection',
  lead: 'How the app gets to this Hub. Token and registrations always go the same way.',
  defaultsLead: 'How the app gets to a Hub that has nothing of its own set.',
  proxy: {
    label: 'Proxy',
    save: 'Save proxy',
    options: {
      default: 'As set for all hubs',
      system: 'As this computer is set, automatic configuration included',
      none: 'No proxy',
      manual: 'This proxy',
    },
    address: 'Proxy address',
    addressHint: 'Addresses that begin with http:// are on this computer and never go through a proxy.',
    userName: 'Proxy user name',
    userNameHint: 'Leave it empty where the proxy asks for none.',
    password: 'Proxy password',
    passwordKept: 'One is saved. Leave this empty to keep it.',
    passwordLost: 'The saved one cannot be used any more. Enter it again.',
    passwordProtection: 'Saved password',
    removePassword: 'Remove the saved password',
    passwordHint: 'It is sealed, and sent to this proxy only.',
  },
  timeouts: {
    label: 'How long to wait',
    connectSeconds: 'Seconds until connected',
    answerSeconds: 'Seconds until the answer begins',
    reset: 'Use the app’s own times',
    resetOfHub: 'Use the times for all hubs',
    own: 'Set times for this hub',
  },
  certificates: {
    label: 'Trusted authorities',
    lead: 'Believed for this hub, besides those of this computer and those set for all hubs.',
    defaultsLead: 'Believed for all hubs, besides those of this computer.',
    none: 'None are added.',
    add: 'Add from a file…',
    remove: (subject: string): string => `Stop trusting ${subject}`,
  },
  clientCertificate: {
    label: 'Client certificate',
    lead: 'Shown to this Hub only, where it asks for one. The key is sealed.',
    none: 'None is set.',
    protection: 'Its key',
    passphrase: 'Passphrase of the file',
    passphraseHint: 'Enter it first, if the file has one.',
    choose: 'Choose a file…',
    remove: 'Remove the client certificate',
  },
  look: {
    label: 'Certificates of this Hub',
    lead: 'Connects, shows what the Hub presents, and sends nothing.',
    start: 'Look at the certificates',
    nothing: 'This hub is on this computer and is asked without TLS.',
    trusted: 'Trusted',
    issuer: 'Issuer',
    trust: 'Trust this issuer…',
  },
} as const;

/** What is wrong with what a host showed, as a word beside it. */
export const lookTroubles: Readonly<Record<CertificateTrouble, string>> = {
  unknownIssuer: 'Unknown issuer',
  selfSigned: 'Issued by itself',
  expired: 'Expired',
  notYetValid: 'Not yet valid',
  wrongName: 'Made for another name',
  other: 'Not trusted',
};

/** Why a host's issuer cannot be trusted from here, and what to do instead. */
const noIssuerWords: Readonly<Record<NoIssuerReason, (issuer: string) => string>> = {
  issuerNotSent: (issuer) =>
    `The host does not send the certificate of its issuer, “${issuer}”. Ask your company’s administrators for its file, then add it under Trusted authorities with “Add from a file…”.`,
  notAnAuthority: (issuer) => `What the host sends as its issuer, “${issuer}”, is no authority and cannot be trusted.`,
  wrongName: () => 'It was made for another name as well: trusting its issuer would not help.',
  notValidNow: () => 'One of these certificates is not valid today: trusting an issuer would not help.',
  other: () => 'There is no issuer here that could be trusted.',
};

export function noIssuerSentence({ chain, noIssuer }: CertificateLook): string | null {
  return noIssuer === null ? null : noIssuerWords[noIssuer](chain[0]?.issuer ?? '');
}

export function validity({ validFromMs, validToMs }: { validFromMs: number; validToMs: number }): string {
  return `Valid from ${certificateDate(validFromMs)} to ${certificateDate(validToMs)}`;
}

/** What trusting an issuer means, before it is done. */
export function trustQuestion(
  look: CertificateLook,
  hubName: string,
): { title: string; detail: string; confirm: string } {
  return {
    title: `Trust this issuer for ${hubName}?`,
    detail: `From then on, ${hubName} is believed with every certificate that this issuer signs; no other hub is. Compare the fingerprint with one that you were given on another way, such as by your company’s administrators. If you cannot compare it, do not go on: whoever stands between you and ${look.host} would read the secret.`,
    confirm: 'Trust this issuer',
  };
}
