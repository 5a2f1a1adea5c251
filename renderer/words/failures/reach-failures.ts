// The words for the way to a Hub: certificates that are not believed, what a server asks for over TLS, and files that hold it.
import type { CertificateFileTrouble, Failure, TlsTrouble } from '#contract/failure.ts';
import type { CertificateTrouble } from '#contract/certificate-trouble.ts';
import type { Doing, FailureWords } from '../failure-words.ts';
import { certificateTroubleWords } from './certificate-troubles.ts';

type ReachFailure = Extract<
  Failure,
  {
    code:
      | 'certificateUntrusted'
      | 'clientCertificateRefused'
      | 'clientCertificateBoundElsewhere'
      | 'tlsUnusable'
      | 'reachSecretGone'
      | 'certificateFileUnusable'
      | 'certificateNotSeen';
  }
>;
type Untrusted = Extract<Failure, { code: 'certificateUntrusted' }>;

export function describeReachFailure(failure: ReachFailure, doing: Doing): FailureWords {
  switch (failure.code) {
    case 'certificateUntrusted':
      return describeUntrusted(failure, doing);
    case 'clientCertificateRefused':
      return describeClientCertificate(failure.host, failure.isSent);
    case 'clientCertificateBoundElsewhere':
      return {
        sentence: `The client certificate was not chosen for ${failure.host}, so nothing was sent.`,
        wayOut: 'If this address belongs to the hub now, choose the file again under Connection on the hub’s screen.',
      };
    case 'tlsUnusable':
      return tlsTroubles[failure.why](failure.host);
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

function describeUntrusted(failure: Untrusted, doing: Doing): FailureWords {
  const { trouble } = failure;
  // Before the first credentials are saved there is no such screen.
  const isAfterSaving = doing === 'firstTest' && (trouble === 'unknownIssuer' || trouble === 'selfSigned');
  return {
    sentence: `The certificate “${failure.subject}” of ${failure.host} ${certificateTroubleWords(failure)}, so nothing was sent.`,
    wayOut: `${isAfterSaving ? 'Save these credentials first. ' : ''}${certificateWaysOut[trouble]}`,
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

const tlsTroubles: Readonly<Record<TlsTrouble, (host: string) => FailureWords>> = {
  notTls: (host) => ({
    sentence: `What answers at ${host} does not speak TLS, so nothing was sent.`,
    wayOut: 'Check the port in the hub’s address. If it is right, ask the Hub’s administrator.',
  }),
  tooOld: (host) => ({
    sentence: `${host} only speaks TLS older than 1.2, so nothing was sent.`,
    wayOut: 'The app goes no lower. Ask the Hub’s administrator for TLS 1.2 or later.',
  }),
  refused: (host) => ({
    sentence: `${host} broke off while the secure connection was being made, so nothing was sent.`,
    wayOut:
      'Servers do this when they miss a client certificate, or do not accept the one they are shown: choose one under Connection on the hub’s screen, or ask the Hub’s administrator.',
  }),
};

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
  unknownEncryption: (fileName) => `“${fileName}” is encrypted in a way that the app does not open.`,
};

const fileWaysOut: Readonly<Record<CertificateFileTrouble, string>> = {
  unreadable: 'Copy it to a folder of your own, as an ordinary file of at most 1 MB, and choose the copy.',
  noCertificate: 'Choose a file in PEM form: it begins with “-----BEGIN CERTIFICATE-----”.',
  noKey: 'Choose the certificate and its key together, as two PEM files, or as one PKCS#12 file.',
  passphrase: 'Enter the passphrase of the file, then choose it again.',
  unknownEncryption: 'Export it again as a PKCS#12 file that is encrypted with AES.',
};
