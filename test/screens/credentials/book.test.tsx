import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ChangeCredentialInput } from '#contract/credential-inputs.ts';
import type { CredentialSummary, Hub } from '#contract/credentials.ts';
import { fail, ok } from '#contract/result.ts';
import type { fakeBridge } from '../../doubles/fake-bridge.ts';
import { sampleCredential, sampleDraft, sampleHub, validToken } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderApp } from '../app/render-app.tsx';

type Given = NonNullable<Parameters<typeof fakeBridge>[0]>;

const DAY_MS = 86_400_000;
const row = (name: string) => screen.getByRole('article', { name });
const endOfDay = (year: number, month: number, day: number) => new Date(year, month - 1, day + 1).getTime() - 1;

async function manage(hub: Hub, given: Given = {}) {
  const running = await renderApp([hub], given);
  await running.user.click(screen.getByRole('button', { name: 'Hub and credentials' }));
  return running;
}

const hubWith = (change: Partial<CredentialSummary>): Hub => sampleHub({ credentials: [sampleCredential(change)] });

describe('the book of credentials', () => {
  it('tells the last use, for whom, the note and the end', async () => {
    await manage(
      hubWith({
        lastUsedAtMs: Date.now() - 2 * 3_600_000,
        lastOperator: 'arek.s',
        lastAccessGroup: 'PPF:Configurators',
        note: 'Agreed with the platform team',
        expiresAtMs: endOfDay(2099, 12, 31),
      }),
    );
    for (const words of ['2 h ago', 'arek.s', 'PPF:Configurators', 'Agreed with the platform team', '31 Dec 2099']) {
      expect(row('areks1').textContent).toContain(words);
    }
  });

  it('says of a credential that was never used what is not known yet', async () => {
    await manage(sampleHub());
    expect(row('areks1').textContent).toContain('never');
    expect(row('areks1').textContent).not.toContain('Expires');
  });

  it('takes a note and a day, and sends the end of that day', async () => {
    const inputs: ChangeCredentialInput[] = [];
    const { user } = await manage(sampleHub(), {
      credentials: {
        change: (input) => {
          inputs.push(input);
          return Promise.resolve(ok(hubWith({ note: input.note, expiresAtMs: input.expiresAtMs })));
        },
      },
    });
    await user.click(screen.getByRole('button', { name: 'More for areks1' }));
    await user.click(screen.getByRole('menuitem', { name: 'Edit…' }));
    const dialog = screen.getByRole('dialog', { name: 'Edit credential' });
    await user.click(within(dialog).getByRole('textbox', { name: 'Note' }));
    await user.paste('From Mia');
    fireEvent.change(within(dialog).getByLabelText('Expires on'), { target: { value: '2099-02-28' } });
    expect(await axeProblems()).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(row('areks1').textContent).toContain('28 Feb 2099'));
    expect(inputs).toEqual([
      {
        credentialId: 'credential-1',
        label: 'areks1',
        clientAuthentication: 'body',
        note: 'From Mia',
        expiresAtMs: endOfDay(2099, 2, 28),
      },
    ]);
  });
});

describe('a reminder', () => {
  const inDays = (days: number): number => Date.now() + days * DAY_MS;

  it.each([
    ['30 days', 29.5, /“areks1” of Claims Hub expires in 29 days/],
    ['7 days', 6.5, /expires in 6 days/],
    ['a day', 0.5, /expires today/],
    ['nothing', -1, /has expired on/],
  ])('is above the screens when %s are left', async (_name, days, words) => {
    await renderApp([hubWith({ expiresAtMs: inDays(days) })]);
    expect(screen.getByText(words)).toBeDefined();
  });

  it('is not there before, and not for credentials without an end', async () => {
    await renderApp([hubWith({ expiresAtMs: inDays(31) }), sampleHub({ id: 'hub-2', name: 'Other' })]);
    expect(screen.queryByText(/expires in/)).toBeNull();
  });

  it('leads to the new file', async () => {
    const { user } = await renderApp([hubWith({ expiresAtMs: inDays(0.5) })], {
      credentials: { chooseFile: () => Promise.resolve(ok(sampleDraft())) },
    });
    expect(await axeProblems()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Import the new file…' }));
    expect(await screen.findByRole('dialog', { name: 'Review credentials' })).toBeDefined();
  });

  it('is taken away for its step only', async () => {
    const expiresAtMs = inDays(6.5);
    const dismissed: unknown[] = [];
    const { user } = await renderApp([hubWith({ expiresAtMs, dismissedReminder: 30 })], {
      credentials: {
        dismissReminder: (input) => {
          dismissed.push(input);
          return Promise.resolve(ok(hubWith({ expiresAtMs, dismissedReminder: input.step })));
        },
      },
    });
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    await waitFor(() => expect(screen.queryByText(/expires in/)).toBeNull());
    expect(dismissed).toEqual([{ credentialId: 'credential-1', step: 7 }]);
  });
});

it('forgetting a token that fails is told in place', async () => {
  const { user } = await renderApp([sampleHub()], {
    tokens: {
      status: ({ credentialId }) => Promise.resolve(ok(validToken(credentialId))),
      forget: () => Promise.resolve(fail({ code: 'unexpected', reference: 'a1' })),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Forget token' }));
  expect((await screen.findByRole('alert')).textContent).toContain('The token was not forgotten.');
});
