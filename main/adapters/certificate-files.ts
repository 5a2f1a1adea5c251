// Reads the files in which people are given certificates and keys: PEM, DER, PKCS#12.
import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import tls from 'node:tls';
import { fail, ok, type Result } from '#contract/result.ts';
import type { CertificateFiles, ClientIdentity, ReadFile } from '../core/reach/reach-ports.ts';
import { certificateOf, factsOf } from './certificate-judgement.ts';
import { identityOptions } from './client-identity.ts';
import { codeOf } from './storage-failure.ts';

const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[^-]+-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----[^]+?-----END (?:[A-Z]+ )*PRIVATE KEY-----/;

type Identity = ReturnType<CertificateFiles['clientIdentityIn']>;

export const certificateFiles: CertificateFiles = {
  certificatesIn: (file) => certificatesIn(file).map(certificateOf),

  clientIdentityIn(files, passphrase) {
    const certificates = files.flatMap(certificatesIn);
    const key = keyIn(files);
    if (certificates.length > 0) return key === '' ? fail('noKey') : pem(certificates, key, passphrase);
    const [first] = files;
    return first === undefined || key !== '' ? fail('noCertificate') : pkcs12(first, passphrase);
  },
};

/** The first private key among the files; '' when there is none. */
function keyIn(files: readonly ReadFile[]): string {
  const [key = ''] = files.flatMap((file) => PRIVATE_KEY.exec(textOf(file))?.[0] ?? []);
  return key;
}

function textOf({ bytes }: ReadFile): string {
  return Buffer.from(bytes).toString('latin1');
}

function certificatesIn(file: ReadFile): readonly X509Certificate[] {
  const texts = textOf(file).match(CERTIFICATE);
  const parts: readonly (string | Uint8Array)[] = texts ?? [file.bytes];
  return parts.flatMap((part) => certificateFrom(part) ?? []);
}

function certificateFrom(part: string | Uint8Array): X509Certificate | null {
  try {
    return new X509Certificate(part);
  } catch {
    return null;
  }
}

/** The certificate that the key fits comes first; the others are its issuers, in the order they were found. */
function pem(certificates: readonly X509Certificate[], key: string, passphrase: string): Identity {
  const privateKey = privateKeyFrom(key, passphrase);
  if (!privateKey.ok) return privateKey;
  const own = certificates.find((certificate) => certificate.checkPrivateKey(privateKey.value));
  if (own === undefined) return fail('noKey');
  const chain = [own, ...certificates.filter((certificate) => certificate !== own)];
  const certificate = chain.map(String).join('\n');
  return usable({ kind: 'pem', certificate, key, passphrase }, own);
}

/** Such as scrypt, or a cipher of long ago: no passphrase would help. What was deciphered to nothing has no such end. */
const UNKNOWN_ENCRYPTION = /^ERR_OSSL_(?:\w+_)?UNSUPPORTED_\w+$/;

function privateKeyFrom(key: string, passphrase: string): Result<KeyObject, 'passphrase' | 'unknownEncryption'> {
  try {
    return ok(createPrivateKey({ key, passphrase }));
  } catch (error: unknown) {
    return fail(UNKNOWN_ENCRYPTION.test(codeOf(error) ?? '') ? 'unknownEncryption' : 'passphrase');
  }
}

function pkcs12(file: ReadFile, passphrase: string): Identity {
  if (!isPkcs12(file.bytes)) return fail('noCertificate');
  return usable({ kind: 'pkcs12', file: Buffer.from(file.bytes).toString('base64'), passphrase }, null);
}

/** An ASN.1 sequence that begins with its version, a 3. A bare key, or a list of certificates, is a sequence too. */
function isPkcs12(bytes: Uint8Array): boolean {
  const [tag, length = 0] = bytes;
  // From 0x80 on, the rest tells how many bytes of the length follow.
  const start = 2 + (length > 0x80 ? length - 0x80 : 0);
  return tag === 0x30 && [0x02, 0x01, 0x03].every((byte, index) => bytes[start + index] === byte);
}

/** Tried out as TLS would use it. */
function usable(identity: ClientIdentity, own: X509Certificate | null): Identity {
  try {
    const context = tls.createSecureContext(identityOptions(identity));
    const certificate = own ?? certificateFrom(derIn(context));
    return ok({ identity, facts: certificate === null ? null : factsOf(certificate) });
  } catch (error: unknown) {
    return fail(identity.kind === 'pem' ? 'noKey' : pkcs12Trouble(error));
  }
}

function pkcs12Trouble(error: unknown): 'noKey' | 'passphrase' | 'unknownEncryption' {
  const code = codeOf(error);
  if (code === 'ERR_CRYPTO_UNSUPPORTED_OPERATION') return 'unknownEncryption';
  // It opened, and had not both in it.
  return code === 'ERR_CRYPTO_OPERATION_FAILED' ? 'noKey' : 'passphrase';
}

/** Node reads PKCS#12 only into a TLS context. What came out of it is not documented to be seen; empty where it is not. */
function derIn(context: tls.SecureContext): Uint8Array {
  const inner: unknown = context.context;
  if (typeof inner !== 'object' || inner === null || !('getCertificate' in inner)) return new Uint8Array();
  const { getCertificate } = inner;
  const der: unknown = typeof getCertificate === 'function' ? Reflect.apply(getCertificate, inner, []) : null;
  return der instanceof Uint8Array ? der : new Uint8Array();
}
