// The words for the way to a Hub: certificates that are not believed, proxies that do not let through, and what they ask for.
import type { CertificateFileTrouble, Failure } from '#contract/failure.ts';
import type { CertificateTrouble } from '#contract/certificate-trouble.ts';
import type { FailureWords } from '../failure-words.ts';
import { certificateDate } from '../reach-words.ts';

type ReachFailure = Extract<
  Failure,
  {
    code:
      | 'certificateUntrusted'
      | 'clientCertificateRefused'
      | 'proxyRefused'
      | 'proxyUnreachable'
      | 'reachSecretGone'
      | 'certificateFileUnusable'
      | 'certificateNotSeen';
  }
>;
type Untrusted = Extract<Failure, { code: 'certificateUntrusted' }>;

const ASKS_FOR_CREDENTIALS = 407;

export function describeReachFailure(failure: ReachFailure): FailureWords {
  switch (failure.code) {
    case 'certificateUntrusted':
      return describeUntrusted(failure);
    case 'clientCertificateRefused':
      return describeClientCertificate(failure.host, failure.isSent);
    case 'proxyRefused':
      return describeProxyRefused(failure.proxy, failure.status);
    case 'proxyUnreachable':
      return {
        sentence: `The proxy ${failure.proxy} does not answer, so nothing was sent.`,
        wayOut: 'Check the network or VPN, and the proxy under Connection on the hub’s screen.',
      };
    case 'reachSecretGone':
      return secretGone[failure.what];
    case 'certificateFileUnusable':
      return {
        sentence: `${fileTroubles[failure.why](failure.fileName)} Nothing was stored.`,
        wayOut: fileWaysOut[failure.why],
      };
    case 'certificateNotSeen':
      return {
        sentence: 'This certificate is not the one that was looked at last. Nothing was changed.',
        wayOut: 'Look at the hub’s certificates again, then compare the fingerprint.',
      };
  }
}

/** What is wrong with a certificate; `when` names its dates. */
const troubles: Readonly<Record<CertificateTrouble, (failure: Untrusted) => string>> = {
  unknownIssuer: ({ issuer }) => `was issued by “${issuer}”, which this computer does not trust`,
  selfSigned: () => 'was issued by itself, and this computer does not know it',
  expired: ({ validToMs }) => `expired on ${certificateDate(validToMs)}`,
  notYetValid: ({ validFromMs }) => `is not valid before ${certificateDate(validFromMs)}`,
  wrongName: () => 'was made for another name',
  other: ({ issuer }) => `from “${issuer}” cannot be believed`,
};

const certificateWaysOut: Readonly<Record<CertificateTrouble, string>> = {
  unknownIssuer:
    'On the hub’s screen, under Connection, look at its certificates: compare the fingerprint with the one that your company gives, then trust the issuer for this hub.',
  selfSigned:
    'On the hub’s screen, under Connection, look at its certificates: compare the fingerprint with the one that the Hub’s administrator gives, then trust it for this hub.',
  expired: 'Only the Hub’s administrator can renew it. Check also that this computer’s date is right.',
  notYetValid: 'Check that this computer’s date is right; if it is, ask the Hub’s administrator.',
  wrongName:
    'Check how the hub’s address is spelled. If it is right, ask the Hub’s administrator to renew the certificate.',
  other: 'Show the details to the Hub’s administrator.',
};

function describeUntrusted(failure: Untrusted): FailureWords {
  return {
    sentence: `The certificate “${failure.subject}” of ${failure.host} ${troubles[failure.trouble](failure)}, so nothing was sent.`,
    wayOut: certificateWaysOut[failure.trouble],
  };
}

function describeClientCertificate(host: string, isSent: boolean): FailureWords {
  return isSent
    ? {
        sentence: `${host} did not accept the client certificate. Nothing was changed.`,
        wayOut:
          'Check whether it expired or was made for another server, then choose another under Connection on the hub’s screen.',
      }
    : {
        sentence: `${host} asks for a client certificate, and none is set. Nothing was changed.`,
        wayOut: 'Ask the Hub’s administrator for one, then choose its file under Connection on the hub’s screen.',
      };
}

function describeProxyRefused(proxy: string, status: number): FailureWords {
  return status === ASKS_FOR_CREDENTIALS
    ? {
        sentence: `The proxy ${proxy} asks for a user name and password, or does not accept the ones it was given. Nothing was sent to the Hub.`,
        wayOut: 'On the hub’s screen, under Connection, set this proxy by hand with a user name and password.',
      }
    : {
        sentence: `The proxy ${proxy} did not let the app through (status ${status}), so nothing was sent.`,
        wayOut: 'Ask your network’s administrators to allow this address.',
      };
}

const secretGone: Readonly<Record<Extract<ReachFailure, { code: 'reachSecretGone' }>['what'], FailureWords>> = {
  proxyPassword: {
    sentence: 'The saved password of the proxy cannot be used any more, so nothing was sent.',
    wayOut: 'Enter it again under Connection on the hub’s screen or in the settings.',
  },
  clientCertificate: {
    sentence: 'The saved client certificate cannot be used any more, so nothing was sent.',
    wayOut: 'Choose its file again under Connection on the hub’s screen.',
  },
};

const fileTroubles: Readonly<Record<CertificateFileTrouble, (fileName: string) => string>> = {
  unreadable: (fileName) => `“${fileName}” could not be read.`,
  noCertificate: (fileName) => `“${fileName}” holds no certificate.`,
  noKey: (fileName) => `“${fileName}” holds no private key that fits the certificate.`,
  passphrase: (fileName) => `“${fileName}” does not open with this passphrase.`,
  oldEncryption: (fileName) => `“${fileName}” is encrypted in an old way that the app does not open.`,
};

const fileWaysOut: Readonly<Record<CertificateFileTrouble, string>> = {
  unreadable: 'Copy it to a folder of your own, as an ordinary file of at most 1 MB, and choose the copy.',
  noCertificate: 'Choose a file in PEM form: it begins with “-----BEGIN CERTIFICATE-----”.',
  noKey: 'Choose the certificate and its key together, as two PEM files, or as one PKCS#12 file.',
  passphrase: 'Enter the passphrase of the file, then choose it again.',
  oldEncryption: 'Export it again with a current program, or as two PEM files.',
};
