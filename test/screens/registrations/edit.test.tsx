import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import type { EditOutcome } from '#contract/life-cycle.ts';
import type { EditBase, EditChanges } from '#contract/life-cycle-inputs.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { deferred } from '../../doubles/deferred.ts';
import { activityEntry } from '../../doubles/activity-entry.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { active, renderDetails } from './render-details.tsx';
import { sampleRegistration } from './sample-registrations.ts';

interface SentEdit {
  readonly base: EditBase;
  readonly changes: EditChanges;
}
type Setting = NonNullable<Parameters<typeof renderDetails>[0]>;

const changed = sampleRegistration({ status: 'Active', weighting: '7' });
const base: EditBase = {
  systemUrl: 'https://ap15.uplustelco.com',
  applicationName: 'SalesDesk3',
  applicationLabel: 'uPlusTelco - Sales Desk 3',
  description: 'Sales Desk application captures sales information',
  platform: 'uPlusTelco',
  productionLevel: '2',
  weighting: '1',
};

const press = (user: UserEvent, name: string) => user.click(screen.getByRole('button', { name }));
const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

async function overwrite(user: UserEvent, name: string, text: string): Promise<void> {
  await user.clear(field(name));
  if (text !== '') await user.paste(text);
}

/** Opens the form; the Hub answers with one result after the other. */
async function openForm(answers: readonly Result<EditOutcome>[] = [], setting: Setting = {}) {
  const sent: SentEdit[] = [];
  const running = await renderDetails({
    lifeCycle: {
      edit: ({ base: from, changes }) => {
        sent.push({ base: from, changes });
        return Promise.resolve(answers[sent.length - 1] ?? fail({ code: 'unexpected', reference: 'too many' }));
      },
    },
    ...setting,
  });
  await running.user.click(await screen.findByRole('button', { name: 'Edit…' }));
  return { ...running, sent, dialog: () => screen.getByRole('dialog', { name: /^Edit / }) };
}

describe('editing a registration', () => {
  it('begins with what the Hub has, and has nothing to send', async () => {
    const { dialog } = await openForm();
    expect(field('System URL').value).toBe(base.systemUrl);
    expect(field('Description').value).toBe(base.description);
    expect(field('Weighting').value).toBe('1');
    expect(screen.getByRole('button', { name: /Production level/ }).textContent).toContain('2 Development');
    expect(within(dialog()).getByText('Nothing is changed yet.')).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Review changes' }).disabled).toBe(true);
    expect(await axeProblems()).toEqual([]);
  });

  it('shows the difference before it sends only what changed, once', async () => {
    const { user, sent, dialog } = await openForm([ok({ kind: 'saved', registration: changed })]);
    await overwrite(user, 'Weighting', '7');
    await press(user, 'Review changes');
    const review = screen.getByRole('region', { name: 'What will be sent' });
    expect(
      within(review)
        .getAllByRole('term')
        .map(({ textContent }) => textContent),
    ).toEqual(['Weighting']);
    expect(review.textContent).toContain('1 → 7');
    expect(sent).toEqual([]);
    expect(await axeProblems()).toEqual([]);
    await user.click(within(dialog()).getByRole('button', { name: 'Send 1 change' }));
    expect(await screen.findByText('uPlusTelco - Sales Desk 3 is changed.')).toBeDefined();
    expect(sent).toEqual([{ base, changes: { weighting: '7' } }]);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('sends a level as a number, and takes one that the Hub has and the scale does not', async () => {
    const { user, sent } = await openForm([ok({ kind: 'saved', registration: changed })], {
      registration: sampleRegistration({ status: 'Active', productionLevel: '10' }),
    });
    expect(screen.getByRole('button', { name: /Production level/ }).textContent).toContain('10');
    await user.click(screen.getByRole('button', { name: /Production level/ }));
    await user.click(screen.getByRole('option', { name: '5 Production' }));
    await press(user, 'Review changes');
    await press(user, 'Send 1 change');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.changes).toEqual({ productionLevel: 5 });
  });

  it('says under a field why it cannot be sent so', async () => {
    const { user, sent } = await openForm();
    await overwrite(user, 'Application name', '');
    await overwrite(user, 'Weighting', 'much');
    await press(user, 'Review changes');
    expect(screen.getByText('Fill this in.')).toBeDefined();
    expect(screen.getByText('Enter a whole number.')).toBeDefined();
    expect(document.activeElement).toBe(field('Application name'));
    expect(sent).toEqual([]);
  });

  it('tells when the Hub has it exactly so already', async () => {
    const { user } = await openForm([ok({ kind: 'nothingToChange', registration: changed })]);
    await overwrite(user, 'Weighting', '7');
    await press(user, 'Review changes');
    await press(user, 'Send 1 change');
    expect(await screen.findByText(/exactly so already\. Nothing was sent\./)).toBeDefined();
  });

  it('shows the request that it would send', async () => {
    const previewed: unknown[] = [];
    const { user } = await openForm([], {
      wire: {
        preview: (subject) => {
          previewed.push(subject);
          return Promise.resolve(
            ok({ method: 'PATCH', url: 'https://hub', headers: [], body: '{"weighting":"7"}', curl: 'curl' }),
          );
        },
      },
    });
    await overwrite(user, 'Weighting', '7');
    await press(user, 'Review changes');
    await press(user, 'Show request');
    expect((await screen.findByLabelText('Request')).textContent).toBe('PATCH https://hub\n\n{"weighting":"7"}');
    expect(previewed).toEqual([
      { kind: 'edit', hubId: 'hub-1', registrationId: 'REG-22951', changes: { weighting: '7' } },
    ]);
  });
});

describe('an edit that is not accepted', () => {
  it('has the Hub’s message under the field it names, and nothing is lost', async () => {
    const refusal: Failure = {
      code: 'hubRefused',
      status: 400,
      message: null,
      fields: [{ field: 'weighting', problem: 'refusedByHub', message: 'At most 5' }],
    };
    const { user } = await openForm([fail(refusal)]);
    await overwrite(user, 'Weighting', '7');
    await press(user, 'Review changes');
    await press(user, 'Send 1 change');
    expect(await screen.findByText('The Hub says: At most 5')).toBeDefined();
    expect(field('Weighting').value).toBe('7');
    await waitFor(() => expect(document.activeElement).toBe(field('Weighting')));
    await user.type(field('Weighting'), '{Backspace}4');
    expect(screen.queryByText(/^The Hub says/)).toBeNull();
  });

  it('tells any other failure beside the button, and can be sent again', async () => {
    const { user, sent } = await openForm([
      fail({ code: 'accessDenied', status: 403, message: 'Insufficient privilege' }),
      ok({ kind: 'saved', registration: changed }),
    ]);
    await overwrite(user, 'Weighting', '7');
    await press(user, 'Review changes');
    await press(user, 'Send 1 change');
    expect((await screen.findByRole('alert')).textContent).toContain('accessDenied');
    await press(user, 'Send 1 change');
    await waitFor(() => expect(sent).toHaveLength(2));
  });

  it('is shown even where the dialog was closed meanwhile', async () => {
    const answer = deferred<Result<EditOutcome>>();
    const { user } = await openForm([], { lifeCycle: { edit: () => answer.promise } });
    await overwrite(user, 'Weighting', '7');
    await press(user, 'Review changes');
    await press(user, 'Send 1 change');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    act(() => answer.resolve(fail({ code: 'hubBusy', status: 503, retryAfterSeconds: null })));
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});

describe('what was typed', () => {
  it('is still there after the form was closed, until one starts over', async () => {
    const { user } = await openForm();
    await overwrite(user, 'Weighting', '7');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await press(user, 'Edit…');
    expect(field('Weighting').value).toBe('7');
    await press(user, 'Start over');
    expect(field('Weighting').value).toBe('1');
  });

  it('is kept as a draft, also without the Hub', async () => {
    const kept: unknown[] = [];
    const { user } = await openForm([], {
      canAsk: false,
      drafts: {
        keep: (input) => {
          kept.push(input);
          const { kind } = input;
          if (kind !== 'edit') throw new Error('an edit was kept');
          return Promise.resolve(ok({ id: 'd1', hubId: 'hub-1', savedAtMs: 1, kind, edit: input.edit }));
        },
      },
    });
    await overwrite(user, 'Application label', '');
    await overwrite(user, 'Weighting', '7');
    await press(user, 'Keep as draft');
    expect(await screen.findByText(/are kept as a draft\. Nothing was sent\./)).toBeDefined();
    expect(kept).toEqual([
      {
        kind: 'edit',
        hubId: 'hub-1',
        edit: {
          registrationId: 'REG-22951',
          applicationName: 'SalesDesk3',
          base,
          changes: { applicationLabel: '', weighting: '7' },
        },
      },
    ]);
  });

  it('cannot be sent without the Hub, and the review says why', async () => {
    const { user } = await openForm([], { canAsk: false });
    await overwrite(user, 'Weighting', '7');
    await press(user, 'Review changes');
    expect(screen.getByText(/^The Hub cannot be asked now\. Keep it as a draft/)).toBeDefined();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Send 1 change' }).disabled).toBe(true);
  });
});

describe('what somebody else changed meanwhile', () => {
  const now = sampleRegistration({ status: 'Active', weighting: '3', platform: 'Pega' });
  const meanwhile = ok<EditOutcome>({
    kind: 'changedMeanwhile',
    registration: now,
    changes: [
      { field: 'weighting', before: '1', after: '3' },
      { field: 'platform', before: 'uPlusTelco', after: 'Pega' },
    ],
  });

  async function clash(answers: readonly Result<EditOutcome>[], setting: Setting = {}) {
    const running = await openForm([meanwhile, ...answers], setting);
    await overwrite(running.user, 'Weighting', '7');
    await overwrite(running.user, 'Description', 'Sells.');
    await press(running.user, 'Review changes');
    await press(running.user, 'Send 2 changes');
    expect(await screen.findByText('Somebody else changed it meanwhile')).toBeDefined();
    return running;
  }

  it('is decided field by field, then sent on top of what the Hub has now', async () => {
    const { user, sent } = await clash([ok({ kind: 'saved', registration: changed })]);
    const choice = screen.getByRole('radiogroup', { name: 'Weighting' });
    expect(screen.getAllByRole('radiogroup')).toHaveLength(1);
    expect(
      within(choice)
        .getAllByRole('radio')
        .map(({ parentElement }) => parentElement?.parentElement?.textContent),
    ).toEqual(['Yours7', 'The Hub’s3']);
    expect(choice.textContent).toContain('When you began: 1');
    const others = screen.getByRole('region', { name: 'Also changed on the Hub, and left as it is there' });
    expect(others.textContent).toContain('uPlusTelco → Pega');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Review changes' }).disabled).toBe(true);
    expect(await axeProblems()).toEqual([]);
    await user.click(within(choice).getByRole('radio', { name: /Yours/ }));
    await press(user, 'Review changes');
    expect(screen.getByRole('region', { name: 'What will be sent' }).textContent).toContain('3 → 7');
    await press(user, 'Send 2 changes');
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toEqual({
      base: { ...base, weighting: '3', platform: 'Pega' },
      changes: { description: 'Sells.', weighting: '7' },
    });
  });

  it('can be left as the Hub has it, while one’s other changes stay', async () => {
    const { user, sent } = await clash([ok({ kind: 'saved', registration: changed })]);
    await user.click(screen.getByRole('radio', { name: /The Hub’s/ }));
    await press(user, 'Review changes');
    await press(user, 'Send 1 change');
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.changes).toEqual({ description: 'Sells.' });
  });

  it('leads back to the form with everything typed, and can be kept as a draft', async () => {
    const kept: unknown[] = [];
    const { user } = await clash([], {
      drafts: {
        keep: (input) => {
          kept.push(input);
          return Promise.resolve(fail({ code: 'storageFailed', cause: 'full' }));
        },
      },
    });
    await press(user, 'Keep as draft');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    expect(kept).toMatchObject([{ edit: { base, changes: { description: 'Sells.', weighting: '7' } } }]);
    await press(user, 'Back to the form');
    expect(field('Weighting').value).toBe('7');
    expect(field('Description').value).toBe('Sells.');
  });

  it('ends there when nothing of one’s own is left', async () => {
    const { user, sent } = await openForm([meanwhile]);
    await overwrite(user, 'Weighting', '7');
    await press(user, 'Review changes');
    await press(user, 'Send 1 change');
    await user.click(await screen.findByRole('radio', { name: /The Hub’s/ }));
    expect(screen.getByText('With these choices nothing is left to send.')).toBeDefined();
    await press(user, 'Leave it as the Hub has it');
    expect(await screen.findByText(/stays as the Hub has it\. Nothing was sent\./)).toBeDefined();
    expect(sent).toHaveLength(1);
  });
});

describe('an edit whose outcome is unknown', () => {
  const timeout = fail<Failure>({ code: 'outcomeUnknown', cause: 'timeout' });

  async function sendIntoTheDark(found: typeof active) {
    const checked: string[] = [];
    const entry = activityEntry({ action: 'edit', outcome: { kind: 'unknown', cause: 'timeout' } });
    const running = await openForm([timeout, ok({ kind: 'saved', registration: changed })], {
      registrations: { read: () => Promise.resolve(ok(found)) },
      activity: {
        list: () => Promise.resolve(ok({ entries: [entry], matching: 1, total: 1, unknown: 1 })),
        check: ({ entryId }) => {
          checked.push(entryId);
          return Promise.resolve(ok(entry));
        },
      },
    });
    await overwrite(running.user, 'Weighting', '7');
    await press(running.user, 'Review changes');
    await press(running.user, 'Send 1 change');
    expect(await screen.findByText(/^It is not known whether the Hub changed/)).toBeDefined();
    await press(running.user, 'Look it up');
    await waitFor(() => expect(checked).toEqual([entry.id]));
    return running;
  }

  it('is over when the Hub turns out to have it', async () => {
    const { sent } = await sendIntoTheDark(changed);
    expect(await screen.findByText('uPlusTelco - Sales Desk 3 is changed.')).toBeDefined();
    expect(sent).toHaveLength(1);
  });

  it('can be sent again when the Hub turns out not to have it', async () => {
    const { user, sent } = await sendIntoTheDark(active);
    expect(await screen.findByText(/^The Hub does not have these changes/)).toBeDefined();
    await press(user, 'Send 1 change');
    await waitFor(() => expect(sent).toHaveLength(2));
  });
});
