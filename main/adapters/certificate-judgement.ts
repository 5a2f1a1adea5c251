// What a certificate tells of itself, why a chain of them is not believed, and whether its issuer can be.
import type { X509Certificate } from 'node:crypto';
import net from 'node:net';
import type { CertificateTrouble, NoIssuerReason } from '#contract/certificate-trouble.ts';
import type { CertificateFacts } from '#contract/reach.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { Certificate } from '../core/reach/reach-ports.ts';

const NAME_LIMIT = 200;

/** One name on one line, without what a stranger could play with. The most telling part stands first. */
function nameOnOneLine(name: string): string {
  const parts = name.split('\n').reverse().join(', ');
  return parts
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ')
    .slice(0, NAME_LIMIT);
}

export function factsOf(certificate: X509Certificate): CertificateFacts {
  return {
    subject: nameOnOneLine(certificate.subject),
    issuer: nameOnOneLine(certificate.issuer),
    validFromMs: Date.parse(certificate.validFrom),
    validToMs: Date.parse(certificate.validTo),
    fingerprint256: certificate.fingerprint256,
  };
}

export function certificateOf(certificate: X509Certificate): Certificate {
  return { pem: certificate.toString(), facts: factsOf(certificate) };
}

const TROUBLES: ReadonlyMap<string, CertificateTrouble> = new Map([
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'notYetValid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrongName'],
  ['HOSTNAME_MISMATCH', 'wrongName'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'selfSigned'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'unknownIssuer'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'unknownIssuer'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'unknownIssuer'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'unknownIssuer'],
]);
/** What else Node's TLS calls a chain that does not hold. */
const OTHER = /^(CERT_|CRL_|INVALID_|PATH_LENGTH|UNABLE_TO_|UNSPECIFIED)/;

/** Why Node did not believe a chain; null when its error is about something else. */
export function troubleOfCode(code: string): CertificateTrouble | null {
  return TROUBLES.get(code) ?? (OTHER.test(code) ? 'other' : null);
}

function isValidNow(certificate: X509Certificate): boolean {
  const { validFromMs, validToMs } = factsOf(certificate);
  const nowMs = Date.now();
  return validFromMs <= nowMs && nowMs <= validToMs;
}

function isFor(certificate: X509Certificate, hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return (net.isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host)) !== undefined;
}

/** Of a chain, the certificate that the trouble is about. */
export function failingCertificate(
  chain: readonly X509Certificate[],
  trouble: CertificateTrouble,
): X509Certificate | null {
  const isByTime = trouble === 'expired' || trouble === 'notYetValid';
  return (isByTime ? chain.find((certificate) => !isValidNow(certificate)) : undefined) ?? chain[0] ?? null;
}

/**
 * The issuer that a person may trust for a host: the one that signed the host's own certificate. None where that would not
 * be all that is wrong (name, dates), where the host did not send it, and where it is no authority.
 */
export function issuerToTrust(
  [own, issuer]: readonly X509Certificate[],
  trouble: CertificateTrouble,
  hostname: string,
): Result<X509Certificate, NoIssuerReason> {
  if (own === undefined) return fail('other');
  if (!isValidNow(own)) return fail('notValidNow');
  if (!isFor(own, hostname)) return fail('wrongName');
  if (trouble === 'selfSigned') return ok(own);
  return trouble === 'unknownIssuer' ? signerOf(own, issuer) : fail('other');
}

function signerOf(own: X509Certificate, issuer: X509Certificate | undefined): Result<X509Certificate, NoIssuerReason> {
  if (issuer === undefined || !own.checkIssued(issuer) || !own.verify(issuer.publicKey)) return fail('issuerNotSent');
  if (!issuer.ca) return fail('notAnAuthority');
  return isValidNow(issuer) ? ok(issuer) : fail('notValidNow');
}
