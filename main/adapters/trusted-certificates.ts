// Whom the app believes over TLS: what Node ships with and what this machine's administrator added.
import tls from 'node:tls';

/** Node's TLS as far as it is needed; reading the system's authorities came with Node 22.15, later than Electron 33. */
interface CertificateSources {
  readonly rootCertificates: readonly string[];
  readonly getCACertificates?: ((type: 'default' | 'system') => readonly string[]) | undefined;
}

/** PEM certificates of the default authorities and, where Node can read them, of the operating system's. */
export function trustedCertificates(sources: CertificateSources = tls): readonly string[] {
  const { getCACertificates } = sources;
  if (getCACertificates === undefined) return sources.rootCertificates;
  return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
}
