// How a hub is reached: through which proxy, whom to believe, who we are over TLS, and how long to wait.
import type { CertificateTrouble, NoIssuerReason } from './certificate-trouble.ts';
import type { Protection, SecretState } from './credentials.ts';
import type { Failure } from './failure.ts';

/** A certificate as a person compares it. Times are milliseconds since the epoch. */
export interface CertificateFacts {
  /** Its distinguished name on one line, the most telling part first. */
  readonly subject: string;
  readonly issuer: string;
  readonly validFromMs: number;
  readonly validToMs: number;
  /** SHA-256 over the certificate, `AB:CD:...`. */
  readonly fingerprint256: string;
}

/** The way to the network. `system` asks the operating system, PAC files included. */
export type ProxyView =
  | { readonly kind: 'system' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'manual';
      /** `http://host:port` or `https://host:port`. */
      readonly address: string;
      /** '' when the proxy asks for no name. */
      readonly userName: string;
      /** null when there is no password. */
      readonly password: KeptSecretView | null;
    };

/** A secret that is kept, as far as the window may know it. */
export interface KeptSecretView {
  readonly protection: Protection;
  readonly state: SecretState;
}

export interface ClientCertificateView extends KeptSecretView {
  readonly fileName: string;
  /** null when the file does not let the certificate be read without its key. */
  readonly facts: CertificateFacts | null;
}

/** Whole seconds. */
export interface ReachTimeouts {
  /** Until a connection stands. */
  readonly connectSeconds: number;
  /** From the request to the first byte of the answer. */
  readonly answerSeconds: number;
}

/** What is set for one hub, or for all hubs that have nothing of their own. */
export interface ReachView {
  /** null when the setting for all hubs counts; never null in the setting for all hubs. */
  readonly proxy: ProxyView | null;
  /** Authorities to believe besides the system's and those that are set for all hubs. */
  readonly certificates: readonly CertificateFacts[];
  /** Of one hub only. */
  readonly clientCertificate: ClientCertificateView | null;
  /** As `proxy`. */
  readonly timeouts: ReachTimeouts | null;
}

/** What a hub's host shows over TLS before anything is sent. */
export interface CertificateLook {
  /** With its port. */
  readonly host: string;
  /** The host's own certificate first, then its issuers as far as the host sends them. */
  readonly chain: readonly CertificateFacts[];
  /** null when it is believed. */
  readonly trouble: CertificateTrouble | null;
  /** The issuer that can be believed for this hub from now on; null where that would not help or not be right. */
  readonly issuerToTrust: CertificateFacts | null;
  /** Why not; null where there is one, and where none is needed. */
  readonly noIssuer: NoIssuerReason | null;
  /** The host could not be looked at; nothing else is known of it then. */
  readonly failure: Failure | null;
}

export const defaultTimeouts: ReachTimeouts = { connectSeconds: 10, answerSeconds: 30 };
