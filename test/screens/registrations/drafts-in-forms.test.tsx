import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { WindowBridge } from '#contract/bridge.ts';
import type { KeepDraftInput } from '#contract/draft-inputs.ts';
import type { Draft } from '#contract/drafts.ts';
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { findList, renderRegistrations } from './render-registrations.tsx';
import { editDraft, registerDraft } from './sample-drafts.ts';
import { sampleRegistration } from './sample-registrations.ts';

const unreachable: Failure = { code: 'hubUnreachable', cause: 'dns', host: 'claims.example.com' };
const made = sampleRegistration({ ID: 'REG-22999', applicationName: 'SalesDesk9', applicationLabel: 'Sales Desk 9' });

type Setting = NonNullable<Parameters<typeof renderRegistrations>[0]>;

/** The screen over a machine that keeps drafts. */
async function renderWithDrafts(drafts: readonly Draft[], setting: Setting = {}) {
  let kept = drafts;
  const keptInputs: KeepDraftInput[] = [];
  const removed: string[] = [];
  const keep: WindowBridge['drafts']['keep'] = (input) => {
    keptInputs.push(input);
    const frame = { id: input.draftId ?? `draft-${keptInputs.length + 10}`, hubId: 'hub-1', savedAtMs: Date.now() };
    const draft: Draft =
      input.kind === 'register'
        ? { ...frame, kind: input.kind, fields: input.fields }
        : { ...frame, kind: input.kind, edit: input.edit };
    kept = [draft, ...kept.filter(({ id }) => id !== draft.id)];
    return Promise.resolve(ok(draft));
  };
  const running = renderRegistrations({
    ...setting,
    drafts: {
      list: () => Promise.resolve(ok(kept)),
      keep,
      remove: ({ draftId }) => {
        removed.push(draftId);
        kept = kept.filter(({ id }) => id !== draftId);
        return Promise.resolve(ok(null));
      },
      ...setting.drafts,
    },
  });
  await findList();
  const press = (name: string | RegExp) => running.user.click(screen.getByRole('button', { name }));
  return { ...running, press, keptInputs, removed };
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const isDisabled = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;
const offline = { refresh: (): Promise<Result<never>> => Promise.resolve(fail(unreachable)) };

describe('without the Hub', () => {
  it('an application can be written down and kept as a draft, and nothing is sent', async () => {
    const { user, press, keptInputs } = await renderWithDrafts([], { registrations: offline });
    await screen.findByText(/was not found/);
    await press('Register application');
    expect(screen.getByText(/^The Hub cannot be asked now: keep it as a draft/)).toBeDefined();
    expect(isDisabled('Register')).toBe(true);
    expect(isDisabled('Keep as draft')).toBe(true);
    field('Application name').focus();
    await user.paste('SalesDesk9');
    expect(await axeProblems()).toEqual([]);
    await press('Keep as draft');
    expect(await screen.findByText('Kept as a draft. Nothing was sent.')).toBeDefined();
    expect(keptInputs).toEqual([
      {
        kind: 'register',
        hubId: 'hub-1',
        fields: {
          systemUrl: '',
          applicationName: 'SalesDesk9',
          applicationLabel: '',
          description: '',
          platform: '',
          productionLevel: '',
        },
      },
    ]);
    expect(await screen.findByRole('button', { name: 'Drafts (1)' })).toBeDefined();
    await press('Register application');
    expect(field('Application name').value).toBe('');
  });

  it('the enter key keeps what is typed', async () => {
    const { user, press, keptInputs } = await renderWithDrafts([], { registrations: offline });
    await screen.findByText(/was not found/);
    await press('Register application');
    field('Application name').focus();
    await user.paste('SalesDesk9');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(keptInputs).toHaveLength(1));
  });

  it('what cannot be kept stays in the form', async () => {
    const { user, press } = await renderWithDrafts([], {
      registrations: offline,
      drafts: { keep: () => Promise.resolve(fail({ code: 'storageFailed', cause: 'full' })) },
    });
    await screen.findByText(/was not found/);
    await press('Register application');
    field('Application name').focus();
    await user.paste('SalesDesk9');
    await press('Keep as draft');
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeDefined();
    expect(field('Application name').value).toBe('SalesDesk9');
  });
});

describe('the draft of a new registration', () => {
  async function open(setting: Setting = {}) {
    const running = await renderWithDrafts([registerDraft()], setting);
    await running.user.click(await screen.findByRole('button', { name: 'Drafts (1)' }));
    await running.press('Open New: Sales Desk 9');
    await screen.findByRole('dialog', { name: 'Register application' });
    return running;
  }

  it('is gone on with in its form, and goes once it is registered', async () => {
    const { press, removed } = await open({
      registrations: { register: () => Promise.resolve(ok({ registration: made })) },
    });
    expect(field('System URL').value).toBe('https://desk9.uplustelco.com');
    expect(screen.getByRole('button', { name: /Production level/ }).textContent).toContain('2 Development');
    await press('Register');
    expect(await screen.findByText('Registered Sales Desk 9 as REG-22999.')).toBeDefined();
    await waitFor(() => expect(removed).toEqual(['draft-1']));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Drafts/ })).toBeNull());
  });

  it('is kept in its own place', async () => {
    const { user, press, keptInputs } = await open();
    field('Description').focus();
    await user.paste('Sells.');
    await press('Keep as draft');
    await waitFor(() => expect(keptInputs).toMatchObject([{ draftId: 'draft-1', fields: { description: 'Sells.' } }]));
    expect(await screen.findByRole('button', { name: 'Drafts (1)' })).toBeDefined();
  });

  it('is kept anew where it was removed meanwhile', async () => {
    const asked: (string | undefined)[] = [];
    const { press } = await open({
      drafts: {
        keep: ({ draftId }) => {
          asked.push(draftId);
          return Promise.resolve(draftId === undefined ? ok(registerDraft()) : fail({ code: 'savedDraftMissing' }));
        },
      },
    });
    await press('Keep as draft');
    expect(await screen.findByText('Kept as a draft. Nothing was sent.')).toBeDefined();
    expect(asked).toEqual(['draft-1', undefined]);
  });

  it('takes the place of what was typed before, which becomes a draft itself', async () => {
    const { user, press, keptInputs } = await renderWithDrafts([registerDraft()]);
    await press('Register application');
    field('Application name').focus();
    await user.paste('Unfinished');
    await press('Close');
    await user.click(await screen.findByRole('button', { name: 'Drafts (1)' }));
    await press('Open New: Sales Desk 9');
    await waitFor(() => expect(field('Application name').value).toBe('SalesDesk9'));
    expect(keptInputs).toMatchObject([{ fields: { applicationName: 'Unfinished' } }]);
    expect(keptInputs[0]).not.toHaveProperty('draftId');
  });
});

describe('the draft of an edit', () => {
  it('is gone on with in the form Edit, with what was loaded then and typed since', async () => {
    const { user, press } = await renderWithDrafts([editDraft({ platform: 'Own build' })]);
    await user.click(await screen.findByRole('button', { name: 'Drafts (1)' }));
    await press('Open Edit of SalesDesk3');
    const dialog = await screen.findByRole('dialog', { name: /^Edit / });
    expect(within(dialog).getByRole<HTMLInputElement>('combobox', { name: 'Platform' }).value).toBe('Own build');
  });

  it('has no form while its registration is not in the list', async () => {
    const draft = editDraft();
    const { user } = await renderWithDrafts([{ ...draft, edit: { ...draft.edit, registrationId: 'REG-1' } }]);
    await user.click(await screen.findByRole('button', { name: 'Drafts (1)' }));
    expect(screen.queryByRole('button', { name: /^Open/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^What would it do now/ })).toBeDefined();
  });
});
