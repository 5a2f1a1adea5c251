import tls from 'node:tls';
import { expect, it } from 'vitest';
import { trustedCertificates } from '../../../../main/adapters/trusted-certificates.ts';

it('the authorities of the operating system are believed besides the default ones', () => {
  const trusted = trustedCertificates();
  expect(trusted).toEqual([...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])]);
  expect(trusted.length).toBeGreaterThan(50);
  for (const certificate of trusted) expect(certificate).toMatch(/^-----BEGIN CERTIFICATE-----/);
});

it('a runtime that cannot read the operating system believes what it ships with', () => {
  expect(trustedCertificates({ rootCertificates: ['built in'] })).toEqual(['built in']);
});

it('an authority that both know is listed once', () => {
  const getCACertificates = (type: 'default' | 'system') => (type === 'default' ? ['a', 'b'] : ['b', 'c']);
  expect(trustedCertificates({ rootCertificates: [], getCACertificates })).toEqual(['a', 'b', 'c']);
});
