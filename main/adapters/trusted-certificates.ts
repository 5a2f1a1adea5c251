// Whom the app believes over TLS: what Node ships with and what this machine's administrator added.
import fs from 'node:fs';
import tls from 'node:tls';

/** Node's TLS as far as it is needed; reading the system's authorities came with Node 22.15, later than Electron 33. */
interface CertificateSources {
  readonly rootCertificates: readonly string[];
  readonly getCACertificates?: ((type: 'default' | 'system') => readonly string[]) | undefined;
}

/** Where Linux distributions keep every authority that the system believes: Debian's kin, Fedora's kin. */
const BUNDLES = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt'];

/**
 * PEM certificates of the default authorities and of the operating system's. Where Node cannot read the latter, they come
 * from the distribution's bundle, and where there is none, they are not believed.
 */
export function trustedCertificates(
  sources: CertificateSources = tls,
  bundles: readonly string[] = BUNDLES,
): readonly string[] {
  const { getCACertificates } = sources;
  if (getCACertificates === undefined) return [...new Set([...sources.rootCertificates, ...firstBundle(bundles)])];
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
}

/** The certificates of the first file that holds any. */
function firstBundle(paths: readonly string[]): readonly string[] {
  return paths.map(certificatesAt).find((found) => found.length > 0) ?? [];
}

function certificatesAt(path: string): readonly string[] {
  try {
    return fs.readFileSync(path, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  } catch {
    return [];
  }
}
