import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import tls from 'node:tls';
import { expect, it, onTestFinished } from 'vitest';
import { trustedCertificates } from '../../../../main/adapters/trusted-certificates.ts';

it('the authorities of the operating system are believed besides the default ones', () => {
  const trusted = trustedCertificates();
  expect(trusted).toEqual([...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])]);
  expect(trusted.length).toBeGreaterThan(50);
  for (const certificate of trusted) expect(certificate).toMatch(/^-----BEGIN CERTIFICATE-----/);
});

it('a runtime that cannot read the operating system believes what it ships with, where no file tells more', () => {
  expect(trustedCertificates({ rootCertificates: ['built in'] }, ['/nowhere/bundle.crt'])).toEqual(['built in']);
});

it('a runtime that cannot read the operating system reads the distribution’s file', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bundle-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true }));
  const bundle = path.join(folder, 'ca-bundle.crt');
  const [one, two] = tls.rootCertificates;
  fs.writeFileSync(bundle, `# Comments are allowed\n${one!}\n\n# and more\n${two!}\n`);
  const empty = path.join(folder, 'empty.crt');
  fs.writeFileSync(empty, '');
  const paths = [path.join(folder, 'missing.crt'), empty, bundle];
  expect(trustedCertificates({ rootCertificates: ['built in'] }, paths)).toEqual(['built in', one, two]);
});

it('an authority that both know is listed once', () => {
  const getCACertificates = (type: 'default' | 'system') => (type === 'default' ? ['a', 'b'] : ['b', 'c']);
  expect(trustedCertificates({ rootCertificates: [], getCACertificates })).toEqual(['a', 'b', 'c']);
});
