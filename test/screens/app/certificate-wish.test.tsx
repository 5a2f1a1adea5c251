import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CheckStep } from '#contract/checkup.ts';
import { fail, ok } from '#contract/result.ts';
import { sampleHub } from '../../doubles/sample-hubs.ts';
import { sampleAuthority } from '../../doubles/sample-reach.ts';
import { renderApp } from './render-app.tsx';

const hub = sampleHub();
const host = 'hub.example.com';
const failure = { code: 'certificateUntrusted', host, trouble: 'unknownIssuer', ...sampleAuthority } as const;
const look = {
  host,
  chain: [{ ...sampleAuthority, subject: 'CN=hub.example.com' }],
  trouble: 'unknownIssuer',
  issuerToTrust: sampleAuthority,
  noIssuer: null,
  failure: null,
} as const;
const reach = { lookAtCertificates: () => Promise.resolve(ok([look])) };

/** What was looked at stands where the focus is, with the question whether to trust its issuer one press away. */
async function expectLookedAt(): Promise<void> {
  expect(await screen.findByRole('button', { name: 'Trust this issuer…' })).toBeDefined();
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Certificates of this Hub' }));
}

describe('where a certificate is not believed, what the hub shows is one press away', () => {
  it('beside the list', async () => {
    const { user } = await renderApp([hub], {
      registrations: { refresh: () => Promise.resolve(fail(failure)) },
      reach,
    });
    await user.click(await screen.findByRole('button', { name: 'Look at the certificates' }));
    await expectLookedAt();
  });

  it('at the step of a check', async () => {
    const step: CheckStep = { name: 'certificate', host, outcome: 'failed', durationMs: 1, finding: null, failure };
    const made = { hubId: hub.id, startedAtMs: 0, isRunning: false, steps: [step] };
    const { user } = await renderApp([hub], { checkup: { run: () => Promise.resolve(ok(made)) }, reach });
    await user.click(screen.getByRole('button', { name: 'Hub and credentials' }));
    await user.click(screen.getByRole('button', { name: 'Check connection' }));
    await screen.findByText('It fails at: Certificate.');
    await user.click(screen.getAllByRole('button', { name: 'Look at the certificates' })[0]!);
    await expectLookedAt();
  });
});
