// What Node's errors say of a connection that came to nothing: before it stood, and while TLS was being agreed on.
import type { Failure, UnreachableCause } from '#contract/failure.ts';
import type { HttpTrouble } from '../core/ports.ts';

/** An error as Node or a library over it gives it. */
export interface ConnectionError {
  readonly code: string;
  readonly message: string;
}

export function causeBeforeConnection(code: string): UnreachableCause {
  if (/^(ENOTFOUND|EAI_\w+)$/.test(code)) return 'dns';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (/^E(HOST|NET)(UNREACH|DOWN)$/.test(code)) return 'noRoute';
  return /^ECONN\w+$/.test(code) ? 'refused' : 'other';
}

/** The host that shook hands, and whether it was shown a client certificate. */
export interface Handshake {
  readonly host: string;
  readonly isClientShown: boolean;
}

/** What ended a handshake, where it was not the host's certificate. Nothing of a request was sent. */
export function handshakeTrouble(error: ConnectionError, { host, isClientShown }: Handshake): HttpTrouble {
  if (CUT.test(error.code)) return { cause: 'cut', mayHaveArrived: false };
  const failure: Failure | null = isClientRefused(error)
    ? { code: 'clientCertificateRefused', host, isSent: isClientShown }
    : unusable(tlsReason(error), host);
  return { cause: 'tls', mayHaveArrived: false, ...(failure === null ? {} : { failure }) };
}

/** A connection that was ended in the middle has no code of its own, or one of these. */
const CUT = /^(|ECONNRESET|ECONNABORTED|EPIPE|ERR_STREAM_PREMATURE_CLOSE)$/;

/**
 * The alerts by which a server ends a handshake over the client's certificate. With TLS 1.3 they come after the client
 * took the handshake for done; the server has read nothing of a request then (RFC 8446, 4.4.2.4).
 */
export function isClientRefused(error: ConnectionError): boolean {
  return /ALERT_(\w*CERTIFICATE\w*|UNKNOWN_CA|ACCESS_DENIED)$|CERTIFICATE_REQUIRED$/.test(tlsReason(error));
}

function unusable(reason: string, host: string): Failure | null {
  if (/WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|HTTPS_PROXY_REQUEST/.test(reason))
    return { code: 'tlsUnusable', host, why: 'notTls' };
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(reason)) return { code: 'tlsUnusable', host, why: 'tooOld' };
  return reason.endsWith('ALERT_HANDSHAKE_FAILURE') ? { code: 'tlsUnusable', host, why: 'refused' } : null;
}

/**
 * The reason as the TLS library has it, in capitals (`SSLV3_ALERT_HANDSHAKE_FAILURE`); '' for none. It stands in the
 * code where Node was reading (`ERR_SSL_...`), and only in the message where it was writing (`EPROTO`). OpenSSL in Node and
 * BoringSSL in Electron begin it differently.
 */
function tlsReason({ code, message }: ConnectionError): string {
  const reason = /^ERR_SSL_(.+)$/.exec(code)?.[1] ?? /:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1] ?? '';
  return reason.toUpperCase().replace(/[^A-Z0-9]+/g, '_');
}
