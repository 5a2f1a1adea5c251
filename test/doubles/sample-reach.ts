// The way to a hub as main would answer it; nothing in it is of its own.
import type { CertificateFacts, ReachView } from '#contract/reach.ts';

export const sampleReach: ReachView = { proxy: null, certificates: [], clientCertificate: null, timeouts: null };

export const sampleAuthority: CertificateFacts = {
  subject: 'CN=Example Corporate CA, O=Example',
  issuer: 'CN=Example Corporate CA, O=Example',
  validFromMs: Date.UTC(2026, 0, 2),
  validToMs: Date.UTC(2036, 0, 2),
  fingerprint256: Array.from({ length: 32 }, () => 'AB').join(':'),
};
