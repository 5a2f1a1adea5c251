import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ReachView } from '#contract/reach.ts';
import { fail, ok } from '#contract/result.ts';
import { ReachSection } from '../../../renderer/features/reach/reach-section.tsx';
import { sampleAuthority, sampleReach } from '../../doubles/sample-reach.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderWithBridge } from '../settings/render-with-bridge.tsx';

type Given = NonNullable<Parameters<typeof renderWithBridge>[1]>['reach'];

const hub = { id: 'hub-1', name: 'Claims Hub' };

async function shown(reach: ReachView, given: Given = {}) {
  const rendered = renderWithBridge(<ReachSection hub={hub} />, {
    reach: { read: () => Promise.resolve(ok(reach)), ...given },
    vault: { shield: () => Promise.resolve(ok(null)) },
  });
  await screen.findByRole('radiogroup', { name: 'Proxy' });
  return rendered;
}

describe('the proxy of a hub', () => {
  it('is set by hand; the password is kept as a hint and never shown', async () => {
    const inputs: unknown[] = [];
    const password = {
      protection: { level: 'osKeystore', backend: 'keychain', keyFingerprint: '9c1d' },
      state: 'ready',
    } as const;
    const address = 'http://proxy.example.com:8080';
    const saved: ReachView = { ...sampleReach, proxy: { kind: 'manual', address, userName: 'clerk', password } };
    const { user } = await shown(sampleReach, {
      setProxy: (input) => {
        inputs.push(input);
        return Promise.resolve(ok(saved));
      },
    });
    await user.click(screen.getByRole('radio', { name: 'This proxy' }));
    await user.click(screen.getByLabelText('Proxy address'));
    await user.paste('proxy.example.com:8080');
    await user.type(screen.getByLabelText('Proxy user name'), 'clerk');
    await user.type(screen.getByLabelText('Proxy password'), 'pass');
    await user.click(screen.getByRole('button', { name: 'Save proxy' }));
    const proxy = { kind: 'manual', address, userName: 'clerk', password: 'pass' };
    expect(inputs).toEqual([{ hubId: 'hub-1', proxy }]);
    expect(await screen.findByText('One is saved. Leave this empty to keep it.', { exact: false })).toBeDefined();
    expect(screen.getByText('key 9c1d', { exact: false })).toBeDefined();
    expect(screen.getByText(/macOS asks you before another program/)).toBeDefined();
    expect(screen.getByLabelText('Proxy password')).toHaveProperty('value', '');
    expect(screen.queryByRole('button', { name: 'Save proxy' })).toBeNull();
  });

  it('can be rid of its saved password, and what is being typed is neither saved along nor lost', async () => {
    const inputs: unknown[] = [];
    const password = { protection: { level: 'sessionOnly', backend: 'none' }, state: 'ready' } as const;
    const proxy = { kind: 'manual', address: 'http://proxy.example.com:8080', userName: 'clerk' } as const;
    const { user } = await shown(
      { ...sampleReach, proxy: { ...proxy, password } },
      {
        setProxy: (input) => {
          inputs.push(input);
          return Promise.resolve(ok({ ...sampleReach, proxy: { ...proxy, password: null } }));
        },
      },
    );
    await user.type(screen.getByLabelText('Proxy user name'), '2');
    await user.click(screen.getByRole('button', { name: 'Remove the saved password' }));
    expect(await screen.findByText('It is sealed, and sent to this proxy only.')).toBeDefined();
    expect(inputs).toEqual([{ hubId: 'hub-1', proxy: { ...proxy, password: '' } }]);
    expect(screen.queryByRole('button', { name: 'Remove the saved password' })).toBeNull();
    expect(screen.getByLabelText('Proxy user name')).toHaveProperty('value', 'clerk2');
  });

  it('says under the field why an address is none', async () => {
    const { user } = await shown(sampleReach);
    await user.click(screen.getByRole('radio', { name: 'This proxy' }));
    await user.click(screen.getByLabelText('Proxy address'));
    await user.paste('http://proxy.example.com/path');
    await user.click(screen.getByRole('button', { name: 'Save proxy' }));
    expect(screen.getByText(/Enter the proxy as/)).toBeDefined();
  });
});

describe('the certificates of a hub', () => {
  const look = {
    host: 'hub.example.com',
    chain: [{ ...sampleAuthority, subject: 'CN=hub.example.com' }],
    trouble: 'unknownIssuer',
    issuerToTrust: sampleAuthority,
    noIssuer: null,
    failure: null,
  } as const;

  it('are looked at, and an issuer is trusted only after its fingerprint was shown', async () => {
    const trusted: unknown[] = [];
    const { user } = await shown(sampleReach, {
      lookAtCertificates: () =>
        Promise.resolve(ok([trusted.length === 0 ? look : { ...look, trouble: null, issuerToTrust: null }])),
      trustIssuer: (input) => {
        trusted.push(input);
        return Promise.resolve(ok({ ...sampleReach, certificates: [sampleAuthority] }));
      },
    });
    await user.click(screen.getByRole('button', { name: 'Look at the certificates' }));
    expect(await screen.findByText('Unknown issuer')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Trust this issuer…' }));
    const question = screen.getByRole('alertdialog', { name: 'Trust this issuer for Claims Hub?' });
    expect(question.textContent).toContain(sampleAuthority.fingerprint256);
    expect(trusted).toEqual([]);
    await user.click(within(question).getByRole('button', { name: 'Trust this issuer' }));
    expect(await screen.findByText('Trusted')).toBeDefined();
    expect(trusted).toEqual([{ hubId: 'hub-1', fingerprint256: sampleAuthority.fingerprint256 }]);
    expect(screen.getByRole('button', { name: /^Stop trusting CN=Example/ })).toBeDefined();
  });

  it('say why there is no issuer to trust, and one host that cannot be looked at does not hide the other', async () => {
    const failure = { code: 'hubUnreachable', cause: 'refused', host: 'tokens.example.com' } as const;
    const unseen = {
      host: 'tokens.example.com',
      chain: [],
      trouble: null,
      issuerToTrust: null,
      noIssuer: null,
      failure,
    };
    const { user } = await shown(sampleReach, {
      lookAtCertificates: () =>
        Promise.resolve(ok([unseen, { ...look, issuerToTrust: null, noIssuer: 'issuerNotSent' }])),
    });
    await user.click(screen.getByRole('button', { name: 'Look at the certificates' }));
    expect(
      await screen.findByText(/does not send the certificate of its issuer, “CN=Example Corporate CA/),
    ).toBeDefined();
    expect(screen.getByText('Nothing answers at tokens.example.com.', { exact: false })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Trust this issuer…' })).toBeNull();
    expect(screen.queryByText('Trusted')).toBeNull();
  });

  it('tells beside the button why a file gave none', async () => {
    const { user } = await shown(sampleReach, {
      addCertificates: () =>
        Promise.resolve(fail({ code: 'certificateFileUnusable', fileName: 'a.txt', why: 'noCertificate' })),
    });
    await user.click(screen.getByRole('button', { name: 'Add from a file…' }));
    expect((await screen.findByRole('alert')).textContent).toContain('“a.txt” holds no certificate.');
  });

  it('has nothing for axe to complain about, with everything set', async () => {
    const kept = { protection: { level: 'sessionOnly', backend: 'none' }, state: 'forgotten' } as const;
    await shown({
      proxy: { kind: 'none' },
      certificates: [sampleAuthority],
      clientCertificate: { fileName: 'me.p12', facts: sampleAuthority, ...kept },
      timeouts: { connectSeconds: 5, answerSeconds: 9 },
    });
    expect(screen.getByText(/key is not stored on this computer. Choose its file again/)).toBeDefined();
    expect(await axeProblems()).toEqual([]);
  });
});

it('shows another state of a kept secret as soon as it is locked, and keeps what is being typed', async () => {
  const protection = { level: 'passphrase', backend: 'age' } as const;
  let state: 'ready' | 'locked' = 'ready';
  const address = 'http://proxy.example.com:8080';
  const { bridge, user } = await shown(sampleReach, {
    read: () => {
      const proxy = { kind: 'manual', address, userName: 'clerk', password: { protection, state } } as const;
      return Promise.resolve(ok({ ...sampleReach, proxy }));
    },
  });
  await user.type(screen.getByLabelText('Proxy user name'), '2');
  state = 'locked';
  bridge.emit('vaultChanged', { level: 'passphrase', isLocked: true, keyFingerprint: '9c1d', isUnlockWanted: false });
  expect(await screen.findByText(/Your passphrase protects the password/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Unlock…' })).toBeDefined();
  expect(screen.getByLabelText('Proxy user name')).toHaveProperty('value', 'clerk2');
});
