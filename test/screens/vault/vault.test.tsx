import { screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Hub, Protection } from '#contract/credentials.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { ResealOutcome, VaultStatus } from '#contract/vault.ts';
import type { ProtectInput } from '#contract/vault-inputs.ts';
import { LockButton } from '../../../renderer/features/vault/lock-button.tsx';
import { UnlockDialog } from '../../../renderer/features/vault/unlock-dialog.tsx';
import { VaultSection } from '../../../renderer/features/vault/vault-section.tsx';
import { keystoreVault, sampleApp, sampleCredential, sampleHub } from '../../doubles/sample-hubs.ts';
import { renderWithBridge } from '../settings/render-with-bridge.tsx';

const locked: VaultStatus = {
  level: 'passphrase',
  isLocked: true,
  keyFingerprint: '3f2a 91bc 77d0 1e5c',
  isUnlockWanted: false,
};
const unlocked: VaultStatus = { ...locked, isLocked: false };
const shield = () => Promise.resolve(ok(null));

/** What the section knows of the computer without asking its keystore. */
const computer = (platform = 'linux', hubs: readonly Hub[] = []) => ({
  app: { describe: () => Promise.resolve(ok({ ...sampleApp, platform })) },
  hubs: { list: () => Promise.resolve(ok(hubs)) },
});

it('moves all secrets behind a passphrase that was typed twice and is long enough', async () => {
  const protect = vi.fn<(input: ProtectInput) => Promise<Result<ResealOutcome>>>(() =>
    Promise.resolve(ok({ status: unlocked, moved: 2, left: 1, waiting: 3, setAside: 0 })),
  );
  const { user } = renderWithBridge(<VaultSection />, {
    ...computer(),
    vault: { status: () => Promise.resolve(ok(keystoreVault)), protect, shield },
  });
  await user.click(await screen.findByRole('radio', { name: /A passphrase of your own/ }));
  await user.type(screen.getByLabelText('New passphrase'), 'short');
  await user.click(screen.getByRole('button', { name: 'Protect by passphrase' }));
  expect(screen.getByText(/at least 10 characters; several/)).toBeDefined();
  await user.type(screen.getByLabelText('New passphrase'), ' but longer');
  await user.click(screen.getByRole('button', { name: 'Protect by passphrase' }));
  expect(screen.getByText('The two are not the same.')).toBeDefined();
  await user.type(screen.getByLabelText('The same again'), 'short but longer');
  await user.click(screen.getByRole('button', { name: 'Protect by passphrase' }));
  expect(
    await screen.findByText(/2 secrets moved\. One could not be opened any more.* 3 stay with the keystore/),
  ).toBeDefined();
  expect(protect).toHaveBeenCalledWith({ level: 'passphrase', passphrase: 'short but longer' });
  expect(screen.getByText('3f2a 91bc 77d0 1e5c')).toBeDefined();
});

it('says in place what stood in the way of a move', async () => {
  const { user } = renderWithBridge(<VaultSection />, {
    ...computer(),
    vault: {
      status: () => Promise.resolve(ok(unlocked)),
      protect: () => Promise.resolve(fail({ code: 'keystoreMissing' } as const)),
    },
  });
  await user.click(await screen.findByRole('radio', { name: /keystore/ }));
  await user.click(screen.getByRole('button', { name: 'Move into the keystore' }));
  expect(await screen.findByText(/No secret was moved/)).toBeDefined();
});

it('asks for the passphrase where something waits for it, and tells a wrong one', async () => {
  const unlock = vi.fn(({ passphrase }: { passphrase: string }) =>
    Promise.resolve(passphrase === 'right' ? ok(unlocked) : fail({ code: 'passphraseWrong' } as const)),
  );
  const { user } = renderWithBridge(<UnlockDialog />, {
    vault: { status: () => Promise.resolve(ok({ ...locked, isUnlockWanted: true })), unlock, shield },
  });
  await user.type(await screen.findByLabelText('Passphrase'), 'wrong{Enter}');
  expect(await screen.findByText(/This is not the passphrase/)).toBeDefined();
  await user.clear(screen.getByLabelText('Passphrase'));
  await user.type(screen.getByLabelText('Passphrase'), 'right{Enter}');
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
});

it('locks from the status bar, and asks for nothing where there is nothing to lock', async () => {
  const lock = vi.fn(() => Promise.resolve(ok(locked)));
  const { user } = renderWithBridge(<LockButton />, {
    vault: { status: () => Promise.resolve(ok(unlocked)), lock },
  });
  await user.click(await screen.findByRole('button', { name: 'Lock' }));
  expect(await screen.findByRole('button', { name: 'Unlock…' })).toBeDefined();
  expect(lock).toHaveBeenCalledOnce();
});

it('gives a forgotten passphrase up only after asking once more', async () => {
  const giveUpPassphrase = vi.fn(() => Promise.resolve(ok(keystoreVault)));
  const { user } = renderWithBridge(<UnlockDialog />, {
    vault: { status: () => Promise.resolve(ok({ ...locked, isUnlockWanted: true })), giveUpPassphrase, shield },
  });
  await user.click(await screen.findByRole('button', { name: 'Passphrase forgotten?' }));
  await user.click(screen.getByRole('button', { name: 'Give up this passphrase…' }));
  const question = screen.getByRole('alertdialog', { name: 'Give up the passphrase?' });
  await user.click(within(question).getByRole('button', { name: 'Cancel' }));
  expect(giveUpPassphrase).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Give up this passphrase…' }));
  await user.click(screen.getByRole('button', { name: 'Delete the key' }));
  await expect.poll(() => screen.queryByRole('dialog')).toBeNull();
  expect(giveUpPassphrase).toHaveBeenCalledOnce();
});

it.each([
  ['win32', [], /not against other programs that you run\.$/],
  ['darwin', [], /macOS asks you before another program that you run gets it\.$/],
  ['linux', [], /^Where there is one, protects/],
  ['linux', [sampleHub({ credentials: [sampleCredential({})] })], /^Protects against other users/],
] as const)('says on %s what its keystore protects against, without asking it', async (platform, hubs, words) => {
  renderWithBridge(<VaultSection />, {
    ...computer(platform, hubs),
    vault: { status: () => Promise.resolve(ok(keystoreVault)) },
  });
  const keystore = await screen.findByRole('radio', { name: /This computer’s keystore/ });
  const scope = () => keystore.closest('label')?.querySelector('.vault-scope')?.textContent ?? '';
  await expect.poll(scope).toMatch(words);
});

it('asks the keystore when somebody wants to know, and seals what was kept for the session where there is one', async () => {
  const found = vi.fn<() => Promise<Result<Protection>>>(() =>
    Promise.resolve(ok({ level: 'sessionOnly', backend: 'none' })),
  );
  const removeSetAside = vi.fn(() => Promise.resolve(ok(null)));
  const protect = vi.fn(() =>
    Promise.resolve(ok({ status: keystoreVault, moved: 2, left: 0, waiting: 0, setAside: 1 })),
  );
  const { user } = renderWithBridge(<VaultSection />, {
    ...computer(),
    vault: { status: () => Promise.resolve(ok(keystoreVault)), keystore: found, protect, removeSetAside },
  });
  const check = await screen.findByRole('button', { name: 'Check this computer’s keystore' });
  expect(found).not.toHaveBeenCalled();
  await user.click(check);
  expect(await screen.findByText(/There is none that protects anything now/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Seal what is kept for this session' })).toBeNull();
  found.mockResolvedValue(ok({ level: 'osKeystore', backend: 'gnome_libsecret' }));
  await user.click(check);
  expect(await screen.findByText(/secrets are sealed by GNOME Keyring/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Seal what is kept for this session' }));
  expect(await screen.findByText(/2 secrets moved\./)).toBeDefined();
  expect(protect).toHaveBeenCalledWith({ level: 'osKeystore' });
  // What was sealed before may lie in a file that was set aside.
  await user.click(screen.getByRole('button', { name: 'Delete them…' }));
  expect(removeSetAside).not.toHaveBeenCalled();
  await user.click(screen.getByRole('button', { name: 'Delete the files' }));
  expect(await screen.findByText('The files that were set aside are deleted.')).toBeDefined();
});
