// The files in which people are given a client certificate and its key, as openssl makes them.
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { CertificateFiles } from '../../../../main/core/reach/reach-ports.ts';
import { privateAuthority } from '../../reach/private-authority.ts';

type Read = ReturnType<CertificateFiles['clientIdentityIn']>;
/** `pem` and `pkcs12` are usable. */
type Reading = Extract<Read, { ok: true }>['value']['identity']['kind'] | Extract<Read, { ok: false }>['failure'];

export interface IdentityCase {
  readonly name: string;
  /** Paths, in the order in which they are chosen. */
  readonly files: readonly string[];
  readonly passphrase: string;
  readonly expected: Reading;
}

const PASSPHRASE = 'marker-passphrase-2f81';

/** What opens only in the runtime of the app, or only outside of it, is told by `inElectron`. */
export function identityCases(folder: string, inElectron: boolean): readonly IdentityCase[] {
  const place = (file: string): string => path.join(folder, file);
  const authority = privateAuthority(folder);
  const [me, other] = [authority.issue('me'), authority.issue('other')];
  const makeAs =
    (...command: readonly string[]) =>
    (file: string, ...more: readonly string[]): string => {
      execFileSync('openssl', [...command, ...more, '-out', place(file)], { stdio: 'pipe' });
      return place(file);
    };
  const encrypted = ['-passout', `pass:${PASSPHRASE}`];
  const traditional = makeAs('ec', '-in', me.keyPath, ...encrypted);
  const pkcs8 = makeAs('pkcs8', '-topk8', '-in', me.keyPath, ...encrypted);
  const bundle = makeAs('pkcs12', '-export', '-in', me.certificatePath, '-inkey', me.keyPath, ...encrypted);
  const pem = me.certificatePath;
  const der = makeAs('x509', '-in', pem, '-outform', 'DER')('me.der');
  const derKey = makeAs('pkcs8', '-topk8', '-nocrypt', '-in', me.keyPath, '-outform', 'DER')('key.der');
  const issuers = ['-certfile', authority.certificatePath];
  const tripleDes = ['-certpbe', 'PBE-SHA1-3DES', '-keypbe', 'PBE-SHA1-3DES', '-macalg', 'sha1'];

  const opened: readonly [string, readonly string[], Reading][] = [
    ['a traditional encrypted key', [pem, traditional('aes.key', '-aes256')], 'pem'],
    ['a traditional key under 3DES', [pem, traditional('3des.key', '-des3')], 'pem'],
    ['a PKCS#8 encrypted key', [pkcs8('pkcs8.key'), pem], 'pem'],
    ['a PKCS#8 key under 3DES', [pem, pkcs8('pkcs8-3des.key', '-v1', 'PBE-SHA1-3DES')], 'pem'],
    ['a PKCS#12 file of today', [bundle('today.p12')], 'pkcs12'],
    ['a PKCS#12 file with issuers', [bundle('issuers.p12', ...issuers)], 'pkcs12'],
    ['a PKCS#12 file under 3DES', [bundle('3des.p12', ...tripleDes)], 'pkcs12'],
  ];
  const onlySomewhere: readonly [string, readonly string[], Reading][] = [
    ['an old PKCS#12 file (RC2)', [bundle('old.p12', '-legacy')], inElectron ? 'pkcs12' : 'unknownEncryption'],
    ['a PKCS#8 key under scrypt', [pem, pkcs8('scrypt.key', '-scrypt')], inElectron ? 'unknownEncryption' : 'pem'],
  ];
  const others: readonly IdentityCase[] = [
    { name: 'a DER certificate with a PEM key', files: [der, me.keyPath], passphrase: '', expected: 'pem' },
    { name: 'the key of another certificate', files: [pem, other.keyPath], passphrase: '', expected: 'noKey' },
    { name: 'a certificate alone', files: [der], passphrase: '', expected: 'noKey' },
    { name: 'a DER key, which is not read', files: [pem, derKey], passphrase: '', expected: 'noKey' },
    { name: 'a DER key alone', files: [derKey], passphrase: '', expected: 'noCertificate' },
    { name: 'a PEM key alone', files: [me.keyPath], passphrase: '', expected: 'noCertificate' },
    {
      name: 'a list of certificates (PKCS#7)',
      files: [makeAs('crl2pkcs7', '-nocrl', '-certfile', pem, '-outform', 'DER')('list.p7b')],
      passphrase: '',
      expected: 'noCertificate',
    },
    {
      name: 'a PKCS#12 file without a key',
      files: [makeAs('pkcs12', '-export', '-nokeys', '-in', pem, ...encrypted)('no-key.p12')],
      passphrase: PASSPHRASE,
      expected: 'noKey',
    },
    {
      name: 'a PKCS#12 file behind an empty passphrase',
      files: [makeAs('pkcs12', '-export', '-in', pem, '-inkey', me.keyPath, '-passout', 'pass:')('empty.p12')],
      passphrase: '',
      expected: 'pkcs12',
    },
  ];
  return [
    ...[...opened, ...onlySomewhere].map(([name, files, expected]) => ({
      name,
      files,
      passphrase: PASSPHRASE,
      expected,
    })),
    ...opened.flatMap(([name, files]) =>
      ['', 'wrong'].map((passphrase) => ({
        name: `${name}, with ${passphrase === '' ? 'no' : 'a wrong'} passphrase`,
        files,
        passphrase,
        expected: 'passphrase' as const,
      })),
    ),
    ...others,
  ];
}
