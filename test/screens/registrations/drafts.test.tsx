import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { WindowBridge } from '#contract/bridge.ts';
import type { KeepDraftInput } from '#contract/draft-inputs.ts';
import type { Draft, DraftPlan } from '#contract/drafts.ts';
import type { RegistrationForm } from '#contract/inputs.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { DraftsButton } from '../../../renderer/features/registrations/drafts/drafts-button.tsx';
import { axeProblems } from '../app/axe-problems.ts';
import { renderPart } from '../review/render-review.tsx';
import { editDraft, registerDraft } from './sample-drafts.ts';
import { sampleRegistration } from './sample-registrations.ts';

type EditInput = Parameters<WindowBridge['lifeCycle']['edit']>[0];

interface Setting {
  readonly drafts?: readonly Draft[];
  readonly plans?: readonly Result<DraftPlan>[];
  readonly register?: WindowBridge['registrations']['register'];
  readonly edit?: WindowBridge['lifeCycle']['edit'];
  readonly remove?: WindowBridge['drafts']['remove'];
  readonly canAsk?: boolean;
}

const free: DraftPlan = { kind: 'register', problems: [], twins: [] };
const made = sampleRegistration({ ID: 'REG-22999', applicationName: 'SalesDesk9', applicationLabel: 'Sales Desk 9' });

/** A machine that keeps drafts, and a Hub that answers plans one after the other. */
async function openDrafts(setting: Setting = {}) {
  const { plans = [ok(free)], canAsk = true } = setting;
  let kept: readonly Draft[] = setting.drafts ?? [registerDraft()];
  let planned = 0;
  const opened: string[] = [];
  const keptAgain: KeepDraftInput[] = [];
  const running = renderPart(
    <DraftsButton
      hubId="hub-1"
      canAsk={canAsk}
      canOpen={({ kind }) => kind === 'register'}
      onOpen={(draft) => void opened.push(draft.id)}
    />,
    {
      drafts: {
        list: () => Promise.resolve(ok(kept)),
        plan: () => {
          planned += 1;
          return Promise.resolve(plans[Math.min(planned, plans.length) - 1] ?? ok(free));
        },
        remove:
          setting.remove ??
          (({ draftId }) => {
            kept = kept.filter(({ id }) => id !== draftId);
            return Promise.resolve(ok(null));
          }),
        keep: (input) => {
          keptAgain.push(input);
          const draft = registerDraft();
          kept = [draft];
          return Promise.resolve(ok(draft));
        },
      },
      registrations: { ...(setting.register === undefined ? {} : { register: setting.register }) },
      activity: { list: () => Promise.resolve(ok({ entries: [], matching: 0, total: 0, unknown: 0 })) },
      lifeCycle: { ...(setting.edit === undefined ? {} : { edit: setting.edit }) },
    },
  );
  await running.user.click(await screen.findByRole('button', { name: /^Drafts/ }));
  const press = (name: string | RegExp) => running.user.click(screen.getByRole('button', { name }));
  return { ...running, press, opened, keptAgain, planned: () => planned };
}

const items = () => within(screen.getByRole('list', { name: 'Drafts' })).getAllByRole('listitem');
const isDisabled = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;

describe('the drafts of a hub', () => {
  it('are counted on a button, and each says what it is and when it was kept', async () => {
    const other = { ...registerDraft(), id: 'draft-3', hubId: 'hub-2' };
    await openDrafts({ drafts: [editDraft(), registerDraft(), other] });
    expect(screen.getByRole('dialog', { name: 'Drafts' })).toBeDefined();
    const [edit, register] = items();
    expect(items()).toHaveLength(2);
    expect(edit?.textContent).toContain('Edit of SalesDesk3Kept 1 h agoREG-22951, 1 field changed');
    expect(register?.textContent).toContain('New: Sales Desk 9Kept 2 h agohttps://desk9.uplustelco.com');
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
    expect(await axeProblems()).toEqual([]);
  });

  it('need no button while there are none', async () => {
    const { bridge } = renderPart(<DraftsButton hubId="hub-1" canAsk canOpen={() => true} onOpen={() => undefined} />, {
      drafts: { list: () => Promise.resolve(ok([])) },
    });
    bridge.emit('draftsChanged', null);
    await waitFor(() => expect(screen.queryByRole('button')).toBeNull());
  });

  it('are opened in their form to go on', async () => {
    const { press, opened } = await openDrafts();
    await press('Open New: Sales Desk 9');
    expect(opened).toEqual(['draft-1']);
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  it('are not asked about or sent without the Hub, with the reason beside them', async () => {
    const { planned } = await openDrafts({ canAsk: false });
    expect(screen.getByText(/^The Hub cannot be asked now\./)).toBeDefined();
    expect(isDisabled(/^What would it do now/)).toBe(true);
    expect(isDisabled(/^Open/)).toBe(false);
    expect(planned()).toBe(0);
  });

  it('come back after they were removed by accident', async () => {
    const { press, keptAgain } = await openDrafts();
    await press('Remove New: Sales Desk 9');
    expect(await screen.findByText('New: Sales Desk 9 was removed.')).toBeDefined();
    expect(screen.getByText('No draft is kept for this hub.')).toBeDefined();
    await press('Undo');
    await waitFor(() => expect(items()).toHaveLength(1));
    expect(keptAgain).toEqual([{ kind: 'register', hubId: 'hub-1', fields: registerDraft().fields }]);
  });
});

describe('the draft of a new registration', () => {
  it('is sent by the person after it showed what it would do, and is gone then', async () => {
    const sent: RegistrationForm[] = [];
    const { press } = await openDrafts({
      register: ({ form }) => {
        sent.push(form);
        return Promise.resolve(ok({ registration: made }));
      },
    });
    await press(/^What would it do now/);
    expect(await screen.findByText('It would register a new application.')).toBeDefined();
    expect(sent).toEqual([]);
    await press('Send New: Sales Desk 9');
    expect(await screen.findByText('Registered Sales Desk 9 as REG-22999. The draft is gone.')).toBeDefined();
    expect(sent).toEqual([
      {
        systemUrl: 'https://desk9.uplustelco.com',
        applicationName: 'SalesDesk9',
        applicationLabel: 'Sales Desk 9',
        description: '',
        platform: 'Pega',
        productionLevel: 2,
      },
    ]);
    expect(screen.getByText('No draft is kept for this hub.')).toBeDefined();
  });

  it('says what is to be mended first', async () => {
    const { press } = await openDrafts({
      plans: [ok({ ...free, problems: [{ field: 'systemUrl', problem: 'required' }] })],
    });
    await press(/^What would it do now/);
    expect(await screen.findByText('System URL: Fill this in.')).toBeDefined();
    expect(isDisabled(/^Send/)).toBe(true);
  });

  it('names the twins that the Hub has already', async () => {
    const { press } = await openDrafts({ plans: [ok({ ...free, twins: [made] })] });
    await press(/^What would it do now/);
    expect(
      await screen.findByText(/^The Hub has that application name already \(REG-22999, Synchronizing\)/),
    ).toBeDefined();
    expect(isDisabled(/^Send/)).toBe(false);
  });

  it('stays when it is not known what became of it, and is looked up before it can be sent again', async () => {
    const { press } = await openDrafts({
      plans: [ok(free), ok({ ...free, twins: [made] })],
      register: () => Promise.resolve(fail({ code: 'outcomeUnknown', cause: 'timeout' })),
    });
    await press(/^What would it do now/);
    await press(/^Send/);
    expect(await screen.findByText('It is not known whether the Hub took it. The draft was kept.')).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
    expect(items()).toHaveLength(1);
    await press('Look it up');
    expect(await screen.findByText(/^The Hub has that application name already/)).toBeDefined();
  });

  it('stays when the Hub refuses it', async () => {
    const { press } = await openDrafts({
      register: () => Promise.resolve(fail({ code: 'accessDenied', status: 403, message: null })),
    });
    await press(/^What would it do now/);
    await press(/^Send/);
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(items()).toHaveLength(1);
    expect(isDisabled(/^Send/)).toBe(false);
  });

  it('is said to be there still when it was sent and could not be removed', async () => {
    const { press } = await openDrafts({
      register: () => Promise.resolve(ok({ registration: made })),
      remove: () => Promise.resolve(fail({ code: 'storageFailed', cause: 'full' })),
    });
    await press(/^What would it do now/);
    await press(/^Send/);
    expect(await screen.findByText(/do not send it again\.$/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });
});

describe('the draft of an edit', () => {
  const now = sampleRegistration({ systemURL: 'https://theirs.example' });
  const draft = editDraft({ platform: 'Pega', systemUrl: 'https://mine.example' });
  const plan: DraftPlan = {
    kind: 'edit',
    problems: [],
    registration: now,
    changes: [
      { field: 'platform', before: 'uPlusTelco', after: 'Pega' },
      { field: 'systemUrl', before: 'https://theirs.example', after: 'https://mine.example' },
    ],
    conflicts: [{ field: 'systemUrl', before: 'https://ap15.uplustelco.com', after: 'https://theirs.example' }],
  };

  function hub(answers: readonly Awaited<ReturnType<WindowBridge['lifeCycle']['edit']>>[]) {
    const sent: EditInput[] = [];
    const edit: WindowBridge['lifeCycle']['edit'] = (input) => {
      sent.push(input);
      return Promise.resolve(answers[sent.length - 1] ?? ok({ kind: 'saved', registration: now }));
    };
    return { sent, edit };
  }

  it('shows what it would change, and sends nothing that somebody else changed unless told to', async () => {
    const { sent, edit } = hub([]);
    const { press } = await openDrafts({ drafts: [draft], plans: [ok(plan)], edit });
    await press(/^What would it do now/);
    expect(await screen.findByText('uPlusTelco')).toBeDefined();
    const conflict = within(screen.getByRole('radiogroup', { name: 'System URL' }));
    expect(
      conflict.getByRole<HTMLInputElement>('radio', { name: 'As the Hub has it: https://theirs.example' }).checked,
    ).toBe(true);
    expect(await axeProblems()).toEqual([]);
    await press(/^Send/);
    expect(await screen.findByText(/was changed on the Hub\. The draft is gone\.$/)).toBeDefined();
    expect(sent.map(({ changes }) => changes)).toEqual([{ platform: 'Pega' }]);
    expect(sent[0]?.base.systemUrl).toBe('https://theirs.example');
  });

  it('overwrites a value of somebody else only by choice', async () => {
    const { sent, edit } = hub([]);
    const { user, press } = await openDrafts({ drafts: [draft], plans: [ok(plan)], edit });
    await press(/^What would it do now/);
    await user.click(await screen.findByRole('radio', { name: 'As the draft has it: https://mine.example' }));
    await press(/^Send/);
    await waitFor(() =>
      expect(sent.map(({ changes }) => changes)).toEqual([{ platform: 'Pega', systemUrl: 'https://mine.example' }]),
    );
  });

  it('is shown anew when the record changed once more', async () => {
    const { edit } = hub([ok({ kind: 'changedMeanwhile', registration: now, changes: [] })]);
    const { press, planned } = await openDrafts({ drafts: [draft], plans: [ok(plan)], edit });
    await press(/^What would it do now/);
    await press(/^Send/);
    expect(await screen.findByText(/^It changed once more on the Hub, so nothing was sent\./)).toBeDefined();
    expect(planned()).toBe(2);
    expect(items()).toHaveLength(1);
  });

  it('cannot be sent when the registration is gone, or the Hub has it all', async () => {
    const all: DraftPlan = { ...plan, changes: [], conflicts: [] };
    const { press } = await openDrafts({ drafts: [draft], plans: [ok(all), ok({ kind: 'gone' })] });
    await press(/^What would it do now/);
    expect(await screen.findByText(/^The Hub has all of it already/)).toBeDefined();
    expect(isDisabled(/^Send/)).toBe(true);
    await press(/^What would it do now/);
    expect(await screen.findByText(/^The registration is not on the Hub any more\./)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Send/ })).toBeNull();
  });

  it('says why it cannot be told what it would do', async () => {
    const { press } = await openDrafts({ drafts: [draft], plans: [fail({ code: 'savedDraftMissing' })] });
    await press(/^What would it do now/);
    expect((await screen.findByRole('alert')).textContent).toMatch(/^This draft is not kept any more/);
  });
});
