// What it takes to reach a host, opened for one request, and who can do it.
import type { CertificateTrouble, NoIssuerReason } from '#contract/certificate-trouble.ts';
import type { CertificateFacts, ReachTimeouts } from '#contract/reach.ts';
import type { Result } from '#contract/result.ts';
import type { HttpAnswer, HttpRequest, HttpTrouble } from '../ports.ts';

/** A proxy that tunnels. */
export interface Proxy {
  /** `http://host:port` or `https://host:port`; from the system also `socks4://` and `socks5://`. */
  readonly address: string;
  /** '' when it asks for none. */
  readonly userName: string;
  readonly password: string;
}

/** Who we are over TLS: a certificate with its key, as PEM texts or as one PKCS#12 file in base64. */
export type ClientIdentity =
  | { readonly kind: 'pem'; readonly certificate: string; readonly key: string; readonly passphrase: string }
  | { readonly kind: 'pkcs12'; readonly file: string; readonly passphrase: string };

/** Whom to believe besides the system's authorities, and who we are. The same object for the same settings. */
export interface TlsTrust {
  /** PEM. */
  readonly certificates: readonly string[];
  readonly client: ClientIdentity | null;
}

export interface OpenReach {
  /** null: directly. */
  readonly proxy: Proxy | null;
  /** For a proxy that is itself spoken to over TLS: what is set for all hubs, and never who we are. */
  readonly proxyTrust: TlsTrust;
  /** For the host. */
  readonly trust: TlsTrust;
  readonly timeouts: ReachTimeouts;
}

export interface ReachOptions {
  readonly answerLimitBytes?: number;
  readonly reach?: OpenReach;
}

/** An HttpClient that is told how to reach the host, request by request. */
export interface ReachingClient {
  send(request: HttpRequest, options?: ReachOptions): Promise<Result<HttpAnswer, HttpTrouble>>;
}

/** A certificate with its facts. */
export interface Certificate {
  readonly pem: string;
  readonly facts: CertificateFacts;
}

/** What a host showed over TLS. */
export interface SeenCertificates {
  readonly chain: readonly CertificateFacts[];
  readonly trouble: CertificateTrouble | null;
  readonly issuerToTrust: Certificate | null;
  readonly noIssuer: NoIssuerReason | null;
}

/** Connects over TLS the way a request would, and ends the connection before anything is sent. */
export type SeeCertificates = (url: string, reach: OpenReach) => Promise<Result<SeenCertificates, HttpTrouble>>;

/** The operating system's choice for an address, in its order: null is the direct way. Only proxies that tunnel. */
export type SystemProxies = (url: string) => Promise<readonly (Pick<Proxy, 'address'> | null)[]>;

/** Lets the person choose files in the system's dialog; none when they chose none. */
export type ChooseFiles = (what: 'certificates' | 'clientCertificate') => Promise<readonly string[]>;

/** A file as it was read. */
export interface ReadFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Reads certificates and keys. Neither throws. */
export interface CertificateFiles {
  /** Every certificate of a PEM or DER file; none when it holds none. */
  certificatesIn(file: ReadFile): readonly Certificate[];
  /** The client certificate that one or two files hold, if it can be used with the passphrase. */
  clientIdentityIn(
    files: readonly ReadFile[],
    passphrase: string,
  ): Result<
    { identity: ClientIdentity; facts: CertificateFacts | null },
    'noCertificate' | 'noKey' | 'passphrase' | 'unknownEncryption'
  >;
}
