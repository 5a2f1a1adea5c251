// A private authority made with openssl, as companies have one: it signs servers and clients.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export interface Issued {
  readonly certificatePath: string;
  readonly keyPath: string;
  readonly pem: string;
  readonly key: string;
}

export interface PrivateAuthority extends Issued {
  /** Signs a certificate for loopback, or for the names given. `days` below zero has expired already. */
  issue(name: string, more?: { readonly names?: string; readonly days?: number }): Issued;
  /** The same as one PKCS#12 file. */
  bundle(issued: Issued, passphrase: string): string;
}

const openssl = (...args: readonly string[]): void => void execFileSync('openssl', args, { stdio: 'pipe' });
const KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

/** A server's certificate for loopback that it issued itself. */
export function selfSigned(folder: string): Issued {
  fs.mkdirSync(folder, { recursive: true });
  const [certificatePath, keyPath] = [path.join(folder, 'own.pem'), path.join(folder, 'own.key')];
  const named = ['-subj', '/CN=own', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  openssl('req', '-x509', ...KEY, '-keyout', keyPath, '-out', certificatePath, '-days', '30', ...named);
  const read = (file: string): string => fs.readFileSync(file, 'utf8');
  return { certificatePath, keyPath, pem: read(certificatePath), key: read(keyPath) };
}

export function privateAuthority(folder: string, name = 'Example Corporate CA'): PrivateAuthority {
  fs.mkdirSync(folder, { recursive: true });
  const place = (file: string): string => path.join(folder, file);
  const read = (certificatePath: string, keyPath: string): Issued => ({
    certificatePath,
    keyPath,
    pem: fs.readFileSync(certificatePath, 'utf8'),
    key: fs.readFileSync(keyPath, 'utf8'),
  });
  const [ca, caKey] = [place('ca.pem'), place('ca.key')];
  const authority = [
    '-addext',
    'basicConstraints=critical,CA:TRUE',
    '-addext',
    'keyUsage=critical,keyCertSign,cRLSign',
  ];
  openssl('req', '-x509', ...KEY, '-keyout', caKey, '-out', ca, '-days', '30', '-subj', `/CN=${name}`, ...authority);
  return {
    ...read(ca, caKey),
    issue(subject, { names = 'DNS:localhost,IP:127.0.0.1', days = 30 } = {}) {
      const [request, out, key, extensions] = ['.csr', '.pem', '.key', '.ext'].map((end) => place(subject + end));
      const paths = { request: request!, out: out!, key: key!, extensions: extensions! };
      fs.writeFileSync(paths.extensions, `subjectAltName=${names}\nbasicConstraints=CA:FALSE\n`);
      openssl('req', '-new', ...KEY, '-keyout', paths.key, '-out', paths.request, '-subj', `/CN=${subject}`);
      const signed = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-extfile', paths.extensions];
      openssl('x509', '-req', '-in', paths.request, '-out', paths.out, '-days', String(days), ...signed);
      return read(paths.out, paths.key);
    },
    bundle(issued, passphrase) {
      const out = `${issued.certificatePath}.p12`;
      const given = ['-inkey', issued.keyPath, '-in', issued.certificatePath, '-passout', `pass:${passphrase}`];
      openssl('pkcs12', '-export', ...given, '-out', out);
      return out;
    },
  };
}
