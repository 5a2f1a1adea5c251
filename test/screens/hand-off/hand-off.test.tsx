import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import { fail, ok } from '#contract/result.ts';
import { BackupSection } from '../../../renderer/features/hand-off/backup-section.tsx';
import { HandOffDialog } from '../../../renderer/features/hand-off/hand-off-dialog.tsx';
import { OwnKeySection } from '../../../renderer/features/hand-off/own-key-section.tsx';
import { PlainExportDialog } from '../../../renderer/features/hand-off/plain-export-dialog.tsx';
import { SAMPLE_PUBLIC_KEY, sampleKey, samplePlan } from '../../doubles/sample-hand-off.ts';
import { sampleCredential, sampleHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderWithBridge } from '../settings/render-with-bridge.tsx';

const lost = sampleCredential({ id: 'credential-2', label: 'Old one', secretState: 'forgotten' });
const hubs = { list: () => Promise.resolve(ok([sampleHub({ credentials: [sampleCredential(), lost] })])) };
const pairs = { list: () => Promise.resolve(ok([])) };
const vault = { shield: () => Promise.resolve(ok(null)) };
const nothing = (): void => undefined;

describe('handing off', () => {
  it('for a passphrase writes what was chosen, and forgets the passphrase', async () => {
    const written: unknown[] = [];
    const write = (input: unknown) => {
      written.push(input);
      return Promise.resolve(ok({ fileName: 'for-ada.age' }));
    };
    const chosen = { credentialId: 'credential-1' };
    const { user } = renderWithBridge(<HandOffDialog chosen={chosen} onClose={nothing} />, {
      hubs,
      pairs,
      vault,
      handOff: { write },
    });
    const dialog = await screen.findByRole('dialog', { name: 'Hand off credentials' });
    expect(await within(dialog).findByRole('checkbox', { name: /areks1/, checked: true })).toBeTruthy();
    expect(within(dialog).getByRole<HTMLInputElement>('checkbox', { name: /cannot be opened/ }).disabled).toBe(true);
    const typed = within(dialog).getByLabelText<HTMLInputElement>('Passphrase');
    const again = within(dialog).getByLabelText<HTMLInputElement>('Passphrase again');
    await user.click(typed);
    await user.paste('short');
    await user.click(within(dialog).getByRole('button', { name: 'Choose where to save…' }));
    expect(await within(dialog).findByText('The two are not the same.')).toBeTruthy();
    expect(await axeProblems()).toEqual([]);
    await user.clear(typed);
    await user.paste('seven blue trams');
    await user.click(again);
    await user.paste('seven blue trams');
    await user.click(within(dialog).getByRole('button', { name: 'Choose where to save…' }));
    expect(await within(dialog).findByText(/Saved for-ada.age/)).toBeTruthy();
    expect([typed.value, again.value]).toEqual(['', '']);
    const lock = { kind: 'passphrase', passphrase: 'seven blue trams' };
    expect(written).toEqual([{ credentialIds: ['credential-1'], pairIds: [], lock, note: '', withBackup: false }]);
  });

  it('for public keys says which cannot be right, also when only main can see it', async () => {
    const refused = { code: 'inputInvalid', fields: [{ field: 'recipients', problem: 'invalid' }] } as const;
    const { user } = renderWithBridge(<HandOffDialog chosen="everything" onClose={nothing} />, {
      hubs,
      pairs,
      vault,
      keys: { own: () => Promise.resolve(ok(sampleKey())) },
      handOff: { write: () => Promise.resolve(fail(refused)) },
    });
    const dialog = await screen.findByRole('dialog', { name: 'Hand off credentials' });
    await user.click(within(dialog).getByRole('radio', { name: 'The owners of public keys' }));
    const keys = within(dialog).getByRole('textbox', { name: 'Public keys' });
    const save = within(dialog).getByRole('button', { name: 'Choose where to save…' });
    for (const text of ['age1short', SAMPLE_PUBLIC_KEY]) {
      await user.clear(keys);
      await user.click(keys);
      await user.paste(text);
      await user.click(save);
      expect(await within(dialog).findByText(/Each line must be a whole public key/)).toBeTruthy();
    }
    expect(await within(dialog).findByText('Only this computer will open the file.')).toBeTruthy();
    await user.click(keys);
    await user.paste(`\n${SAMPLE_PUBLIC_KEY.replace(/q$/, 'p')}`);
    expect(within(dialog).queryByText('Only this computer will open the file.')).toBeNull();
  });

  it('of everything leaves the practice hub out, as the backup does', async () => {
    const practice = sampleHub({
      ...{ id: 'hub-2', name: 'Practice hub', isPracticeHub: true },
      credentials: [sampleCredential({ id: 'credential-2', label: 'Practised' })],
    });
    const all = { list: () => Promise.resolve(ok([sampleHub({ credentials: [sampleCredential()] }), practice])) };
    renderWithBridge(<HandOffDialog chosen="everything" onClose={nothing} />, { hubs: all, pairs, vault });
    const dialog = await screen.findByRole('dialog', { name: 'Hand off credentials' });
    expect(await within(dialog).findByRole('checkbox', { name: /areks1/, checked: true })).toBeTruthy();
    expect(within(dialog).getByRole('checkbox', { name: /Practised/, checked: false })).toBeTruthy();
  });

  it('says what is too much, whether the form sees it or only main', async () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      sampleHub({
        id: `hub-${index}`,
        name: `Hub ${index}`,
        credentials: [sampleCredential({ id: `credential-${index}` })],
      }),
    );
    let refused: Failure = { code: 'inputInvalid', fields: [{ field: 'credentialIds', problem: 'tooLong' }] };
    const { user } = renderWithBridge(<HandOffDialog chosen="everything" onClose={nothing} />, {
      hubs: { list: () => Promise.resolve(ok(many)) },
      pairs,
      vault,
      keys: { own: () => Promise.resolve(ok(null)) },
      handOff: { write: () => Promise.resolve(fail(refused)) },
    });
    const dialog = await screen.findByRole('dialog', { name: 'Hand off credentials' });
    await user.click(within(dialog).getByRole('radio', { name: 'The owners of public keys' }));
    await user.click(within(dialog).getByRole('textbox', { name: 'Public keys' }));
    await user.paste(SAMPLE_PUBLIC_KEY);
    const save = within(dialog).getByRole('button', { name: 'Choose where to save…' });
    await user.click(save);
    expect((await within(dialog).findByRole('alert')).textContent).toContain('At most 10,000 of each kind');
    for (const [failure, told] of [
      [{ code: 'handOffTooLarge', what: 'handOff', sizeBytes: 20_000_000, limitBytes: 16_760_832 }, '19.1 MB'],
      [{ code: 'inputInvalid', fields: [{ field: 'elsewhere', problem: 'invalid' }] }, /./],
    ] as const) {
      refused = failure;
      await user.click(save);
      expect((await within(dialog).findByRole('alert')).textContent).toMatch(told);
    }
  });

  it('in plain text warns, and does nothing before the words are typed', async () => {
    const written: unknown[] = [];
    const { user } = renderWithBridge(<PlainExportDialog hubId="hub-1" onClose={nothing} />, {
      hubs,
      pairs,
      handOff: {
        writePlain: (input) => {
          written.push(input);
          return Promise.resolve(ok({ fileName: 'areks1.txt' }));
        },
      },
    });
    const dialog = await screen.findByRole('dialog', { name: 'Save in plain text' });
    expect(dialog.textContent).toContain('Whoever gets this file can act in your name.');
    await within(dialog).findByRole('button', { name: /areks1/ });
    const save = within(dialog).getByRole('button', { name: 'Save in plain text…' });
    await user.click(save);
    expect(await within(dialog).findByText('Type exactly: plain text')).toBeTruthy();
    expect(written).toEqual([]);
    expect(await axeProblems()).toEqual([]);
    await user.click(within(dialog).getByRole('textbox'));
    await user.paste('plain text');
    await user.click(save);
    expect(await within(dialog).findByText(/Saved areks1.txt/)).toBeTruthy();
    expect(written).toEqual([{ of: { kind: 'credential', credentialId: 'credential-1' }, confirmation: 'plain text' }]);
  });
});

describe('the own key', () => {
  it('is made on request, shown and copied; earlier ones are deleted only after a question', async () => {
    const copied: string[] = [];
    const { user } = renderWithBridge(<OwnKeySection />, {
      keys: {
        own: () => Promise.resolve(ok(null)),
        make: () => Promise.resolve(ok(sampleKey({ earlierKeys: 1 }))),
        dropEarlier: () => Promise.resolve(ok(sampleKey())),
      },
      app: {
        copyText: ({ text }) => {
          copied.push(text);
          return Promise.resolve(ok(null));
        },
      },
    });
    expect(await screen.findByText('No key is made yet.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Make my key' }));
    expect(await screen.findByText(SAMPLE_PUBLIC_KEY)).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Copy public key' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeTruthy();
    expect(copied).toEqual([SAMPLE_PUBLIC_KEY]);
    expect(await axeProblems()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Delete earlier keys…' }));
    const question = await screen.findByRole('alertdialog');
    await user.click(within(question).getByRole('button', { name: 'Delete earlier keys' }));
    expect(await screen.findByRole('button', { name: 'New key' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete earlier keys…' })).toBeNull();
  });
});

describe('a backup', () => {
  it('is saved without secrets, and a chosen one says what it would do', async () => {
    const discarded: unknown[] = [];
    const { user } = renderWithBridge(<BackupSection onHandOff={nothing} />, {
      backup: {
        save: () => Promise.resolve(ok({ fileName: 'settings.json' })),
        choose: () => Promise.resolve(ok(samplePlan)),
        discard: (input) => {
          discarded.push(input);
          return Promise.resolve(ok(null));
        },
      },
    });
    await user.click(screen.getByRole('button', { name: 'Save without secrets…' }));
    expect(await screen.findByText('Saved settings.json. There is no secret in it.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Take over a backup…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Take over a backup' });
    expect(within(dialog).getByRole('list', { name: 'Hubs that are added' }).textContent).toContain('Policy Hub');
    await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    expect(discarded).toEqual([{ planId: 'plan-1' }]);
  });

  it('that is encrypted is opened where dropped files are', async () => {
    const found: unknown[] = [];
    const sealed = { code: 'fileIsHandOff', fileName: 'b.age', handOffId: 'h', opensWith: 'passphrase' } as const;
    const { user } = renderWithBridge(<BackupSection onHandOff={(failure) => found.push(failure)} />, {
      backup: { choose: () => Promise.resolve(fail(sealed)) },
    });
    await user.click(screen.getByRole('button', { name: 'Take over a backup…' }));
    await expect.poll(() => found).toEqual([sealed]);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
