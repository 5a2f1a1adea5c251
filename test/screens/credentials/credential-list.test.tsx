import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CredentialSummary, Hub } from '#contract/credentials.ts';
import { fail, ok } from '#contract/result.ts';
import type { fakeBridge } from '../../doubles/fake-bridge.ts';
import {
  sampleCredential,
  sampleDraft,
  sampleHub,
  sampleReport,
  session,
  validToken,
} from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderApp } from '../app/render-app.tsx';

type Given = NonNullable<Parameters<typeof fakeBridge>[0]>;

const maria = sampleCredential({ id: 'credential-2', label: 'maria', clientId: '21450987612340987123' });
const row = (name: string) => screen.getByRole('article', { name });

async function manage(hub: Hub, given: Given = {}) {
  const running = await renderApp([hub], given);
  await running.user.click(screen.getByRole('button', { name: 'Hub and credentials' }));
  return running;
}

function withState(secretState: CredentialSummary['secretState']): Hub {
  return sampleHub({ credentials: [sampleCredential({ secretState })] });
}

describe('the credentials of a hub', () => {
  it('are shown masked, with operator and protection', async () => {
    await manage(sampleHub({ credentials: [sampleCredential(), maria] }), {
      tokens: { status: ({ credentialId }) => Promise.resolve(ok(validToken(credentialId))) },
    });
    const first = row('areks1');
    for (const words of ['In use', '69886076323519860336', '••••••••7C1E', 'Sealed by GNOME Keyring']) {
      expect(first.textContent).toContain(words);
    }
    await waitFor(() => expect(within(first).getAllByText('areks1').length).toBe(2));
    expect(row('maria').textContent).not.toContain('In use');
    expect(await axeProblems()).toEqual([]);
  });

  it('say which secret lasts for this session only', async () => {
    await manage(sampleHub({ credentials: [sampleCredential({ protection: session })] }));
    expect(row('areks1').textContent).toContain('Kept for this session only');
  });

  it.each([
    ['locked', /keystore is locked/],
    ['unreadable', /[Cc]annot be opened/],
    ['unavailable', /not there in this desktop session/],
    ['forgotten', /No secret is stored for this credential on this computer/],
  ] as const)('tell a %s secret apart and offer the file again', async (state, words) => {
    const { user } = await manage(withState(state), {
      credentials: { chooseFile: () => Promise.resolve(ok(sampleDraft())) },
    });
    expect(row('areks1').textContent).toMatch(words);
    await user.click(within(row('areks1')).getByRole('button', { name: 'Import the file again…' }));
    expect(await screen.findByRole('dialog', { name: 'Review credentials' })).toBeDefined();
  });

  it.each(['locked', 'unavailable'] as const)(
    'that is %s is tried again before its file is looked for',
    async (state) => {
      const { user } = await manage(withState(state), {
        credentials: { test: () => Promise.resolve(ok(sampleReport)) },
      });
      const [first, second] = within(row('areks1')).getAllByRole('button', { name: /Try again|Import the file again/ });
      expect([first?.textContent, second?.textContent]).toEqual(['Try again', 'Import the file again…']);
      await user.click(first!);
      expect((await within(row('areks1')).findByRole('status')).textContent).toContain('1,204');
    },
  );

  it('say so when the file that was chosen for one of them is another one’s', async () => {
    const { user } = await manage(sampleHub(), {
      credentials: { chooseFile: () => Promise.resolve(ok(sampleDraft({ clientId: '1' }))) },
    });
    await user.click(screen.getByRole('button', { name: 'More for areks1' }));
    await user.click(screen.getByRole('menuitem', { name: 'Replace its secret…' }));
    const review = await screen.findByRole('dialog', { name: 'Review credentials' });
    expect(review.textContent).toContain('This is not a new secret for “areks1”.');
  });

  it('can be put to use', async () => {
    const credentials = [sampleCredential(), maria];
    const { user } = await manage(sampleHub({ credentials }), {
      credentials: {
        use: ({ credentialId }) => Promise.resolve(ok(sampleHub({ credentials, credentialInUseId: credentialId }))),
      },
    });
    await user.click(within(row('maria')).getByRole('button', { name: 'Use this one' }));
    await waitFor(() => expect(row('maria').textContent).toContain('In use'));
    expect(row('areks1').textContent).not.toContain('In use');
  });

  it('can be tested, and the answer stands in the row', async () => {
    const { user } = await manage(sampleHub(), { credentials: { test: () => Promise.resolve(ok(sampleReport)) } });
    await user.click(within(row('areks1')).getByRole('button', { name: 'Test connection' }));
    expect((await within(row('areks1')).findByRole('status')).textContent).toContain('1,204');
  });

  it('tell why a test failed', async () => {
    const { user } = await manage(sampleHub(), {
      credentials: { test: () => Promise.resolve(fail({ code: 'secretLocked' })) },
    });
    await user.click(within(row('areks1')).getByRole('button', { name: 'Test connection' }));
    expect((await within(row('areks1')).findByRole('alert')).textContent).toContain('keystore is locked');
  });

  it('can be given another label', async () => {
    const { user } = await manage(sampleHub(), {
      credentials: {
        change: ({ label }) => Promise.resolve(ok(sampleHub({ credentials: [sampleCredential({ label })] }))),
      },
    });
    await user.click(screen.getByRole('button', { name: 'More for areks1' }));
    await user.click(screen.getByRole('menuitem', { name: 'Edit…' }));
    const dialog = screen.getByRole('dialog', { name: 'Edit credential' });
    const label = within(dialog).getByRole('textbox', { name: 'Credential label' });
    await user.clear(label);
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(within(dialog).getByText('Fill this in.')).toBeDefined();
    await user.type(label, 'day shift');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('article', { name: 'day shift' })).toBeDefined();
  });

  it('are removed only after it was said what becomes unusable', async () => {
    const removed: string[] = [];
    const { user } = await manage(sampleHub(), {
      credentials: {
        remove: ({ credentialId }) => {
          removed.push(credentialId);
          return Promise.resolve(ok(sampleHub({ credentials: [] })));
        },
      },
    });
    await user.click(screen.getByRole('button', { name: 'More for areks1' }));
    await user.click(screen.getByRole('menuitem', { name: 'Remove…' }));
    const question = screen.getByRole('alertdialog', { name: 'Remove “areks1”?' });
    expect(question.textContent).toContain('can then only be read from the saved copy');
    expect(document.activeElement?.textContent).toBe('Cancel');
    expect(await axeProblems()).toEqual([]);
    expect(removed).toEqual([]);

    await user.click(within(question).getByRole('button', { name: 'Remove areks1' }));
    await waitFor(() => expect(screen.queryByRole('article')).toBeNull());
    expect(removed).toEqual(['credential-1']);
    expect(screen.getByText(/Import a credentials file to work with the Hub again/)).toBeDefined();
  });
});
