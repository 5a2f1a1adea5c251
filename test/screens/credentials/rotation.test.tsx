import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CredentialSummary, SaveOutcome } from '#contract/credentials.ts';
import type { DraftConnectionInput } from '#contract/inputs.ts';
import { fail, ok } from '#contract/result.ts';
import type { fakeBridge } from '../../doubles/fake-bridge.ts';
import { noToken, sampleCredential, sampleDraft, sampleHub, sampleReport, session } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderApp } from '../app/render-app.tsx';

type Given = NonNullable<Parameters<typeof fakeBridge>[0]>;

const button = (name: string) => screen.getByRole('button', { name });
const row = (name: string) => screen.getByRole('article', { name });
const refusal = { code: 'tokenRefused', status: 401, error: 'invalid_client', description: null } as const;

const replaces = {
  credentialId: 'credential-1',
  label: 'areks1',
  hubName: 'Claims Hub',
  clientAuthentication: 'basic',
  expiresAtMs: null,
  isUsable: true,
} as const;

const KEYSTORE = { level: 'osKeystore', backend: 'gnome_libsecret' } as const;

const rotated = (more: Partial<CredentialSummary> = {}): CredentialSummary =>
  sampleCredential({
    replacedSecret: { secretMask: '••••••••A1B2', secretState: 'ready', protection: KEYSTORE },
    ...more,
  });

const outcome: SaveOutcome = {
  hub: sampleHub({ credentials: [rotated()] }),
  credentialId: 'credential-1',
  kind: 'rotated',
};

const refused: Given['tokens'] = {
  status: ({ credentialId }) => Promise.resolve(ok({ ...noToken(credentialId), state: 'refused' })),
};

/** The review of a file whose client ID is saved already, opened from the credential's own menu. */
async function reviewReplacement(given: NonNullable<Given['credentials']>) {
  const { user } = await renderApp([sampleHub()], {
    credentials: { chooseFile: () => Promise.resolve(ok(sampleDraft({ replaces }))), ...given },
  });
  await user.click(button('Hub and credentials'));
  await user.click(button('More for areks1'));
  await user.click(screen.getByRole('menuitem', { name: 'Replace its secret…' }));
  await screen.findByRole('dialog', { name: 'Review credentials' });
  return user;
}

describe('a file for a known client ID', () => {
  it('replaces the secret once the new one was tested, as the Hub wants it sent', async () => {
    const calls: string[] = [];
    const tested: DraftConnectionInput[] = [];
    const user = await reviewReplacement({
      testDraft: (input) => {
        calls.push('test');
        tested.push(input);
        return Promise.resolve(ok(sampleReport));
      },
      saveDraft: () => {
        calls.push('save');
        return Promise.resolve(ok(outcome));
      },
    });
    expect(await axeProblems()).toEqual([]);
    await user.click(button('Test and replace'));
    expect(await screen.findByText('The secret of “areks1” for Claims Hub was replaced.')).toBeDefined();
    expect(calls).toEqual(['test', 'save']);
    expect(tested[0]?.clientAuthentication).toBe('basic');
  });

  it('replaces nothing when the test fails', async () => {
    const user = await reviewReplacement({ testDraft: () => Promise.resolve(fail(refusal)) });
    await user.click(button('Test and replace'));
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(screen.getByRole('dialog', { name: 'Review credentials' })).toBeDefined();
  });

  it('replaces it without a test when the person wants that', async () => {
    const user = await reviewReplacement({ saveDraft: () => Promise.resolve(ok(outcome)) });
    await user.click(button('Replace without a test'));
    expect(await screen.findByText('The secret of “areks1” for Claims Hub was replaced.')).toBeDefined();
  });
});

describe('a secret that was replaced', () => {
  const given = (hub = sampleHub({ credentials: [sampleCredential()] })): Given => ({
    credentials: { goBack: () => Promise.resolve(ok(hub)) },
  });

  it('is told in the row until the new one has worked, and can be taken back', async () => {
    const { user } = await renderApp([sampleHub({ credentials: [rotated()] })], given());
    await user.click(button('Hub and credentials'));
    expect(row('areks1').textContent).toContain('The secret that was replaced (••••••••A1B2) is kept');
    await user.click(within(row('areks1')).getByRole('button', { name: 'Go back to the earlier secret' }));
    await waitFor(() => expect(row('areks1').textContent).not.toContain('is kept until'));
  });

  it('is offered above the screens when the Hub refuses the new one', async () => {
    const { user } = await renderApp([sampleHub({ credentials: [rotated()] })], { ...given(), tokens: refused });
    expect(await screen.findByText(/The Hub refused the new secret of “areks1”/)).toBeDefined();
    expect(await axeProblems()).toEqual([]);
    await user.click(button('Go back to the earlier secret'));
    await waitFor(() => expect(screen.queryByText(/refused the new secret/)).toBeNull());
  });

  it('is not offered for a refusal of a secret that has worked', async () => {
    await renderApp([sampleHub()], { tokens: refused });
    await screen.findByText('token refused');
    expect(screen.queryByRole('button', { name: 'Go back to the earlier secret' })).toBeNull();
  });

  it('is not offered where it went with an earlier session', async () => {
    const replacedSecret = { secretMask: '••••••••', secretState: 'forgotten', protection: session } as const;
    const { user } = await renderApp([sampleHub({ credentials: [rotated({ replacedSecret })] })]);
    await user.click(button('Hub and credentials'));
    expect(row('areks1').textContent).toContain('is not stored on this computer any more');
    expect(screen.queryByRole('button', { name: 'Go back to the earlier secret' })).toBeNull();
  });

  it('is not offered where nothing opens it any more', async () => {
    const replacedSecret = { secretMask: '••••••••', secretState: 'unreadable', protection: KEYSTORE } as const;
    const { user } = await renderApp([sampleHub({ credentials: [rotated({ replacedSecret })] })]);
    await user.click(button('Hub and credentials'));
    expect(row('areks1').textContent).toContain('No key on this computer opens the earlier secret');
    expect(screen.queryByRole('button', { name: 'Go back to the earlier secret' })).toBeNull();
  });

  it('that is gone by now is told beside the button', async () => {
    const { user } = await renderApp([sampleHub({ credentials: [rotated()] })], {
      credentials: { goBack: () => Promise.resolve(fail({ code: 'replacedSecretGone' })) },
    });
    await user.click(button('Hub and credentials'));
    await user.click(button('Go back to the earlier secret'));
    expect((await screen.findByRole('alert')).textContent).toContain('No earlier secret is kept any more');
  });
});
