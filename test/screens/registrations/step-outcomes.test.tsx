// What a step of the life cycle leads to when it was refused, cannot be told, or was done: its words, its look-up, the focus.
import { act, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '#contract/activity.ts';
import type { ActivityFilter } from '#contract/activity-inputs.ts';
import type { Failure } from '#contract/failure.ts';
import type { ActionOutcome, ActionPath } from '#contract/life-cycle.ts';
import type { Registration } from '#contract/registration.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { activityEntry } from '../../doubles/activity-entry.ts';
import { deferred, untilIdle } from '../../doubles/deferred.ts';
import { active, renderDetails } from './render-details.tsx';
import { sampleRegistration } from './sample-registrations.ts';

const hidden = sampleRegistration({ status: 'Disabled' });
const stopped = sampleRegistration({ status: 'Inactive' });
const name = 'uPlusTelco - Sales Desk 3';
const refused: Failure = { code: 'hubRefused', status: 409, message: 'It is Disabled.', fields: [] };

const done = (registration: Registration | null) =>
  ok<ActionOutcome>({ action: 'deactivate', registration, pair: { kind: 'notExpected' } });
const answering = (...answers: readonly Result<ActionOutcome>[]) => {
  const left = [...answers];
  return (): Promise<Result<ActionOutcome>> =>
    Promise.resolve(left.shift() ?? fail({ code: 'unexpected', reference: 'too many' }));
};
const press = (user: UserEvent, label: string) => user.click(screen.getByRole('button', { name: label }));

async function deactivate(user: UserEvent): Promise<HTMLElement> {
  await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
  const question = screen.getByRole('alertdialog');
  await user.click(within(question).getByRole('button', { name: 'Deactivate' }));
  return question;
}

describe('a step that the Hub refused', () => {
  it('says what the Hub said, and shows behind it which steps are open now', async () => {
    const { user } = await renderDetails({
      lifeCycle: { perform: answering(fail(refused)) },
      registrations: { read: () => Promise.resolve(ok(hidden)) },
    });
    await deactivate(user);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('(status 409): “It is Disabled.” Nothing was changed.');
    expect(alert.textContent).toContain('See which steps are open now.');
    expect(alert.textContent).not.toContain('exists already');
    await press(user, 'Cancel');
    expect(await screen.findByRole('button', { name: 'Enable' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Disable' })).toBeNull();
  });

  it.each([
    ['assumed', true],
    ['found', false],
    ['set', false],
  ] as const)('points to the path where that is %s: %s', async (origin, isPointedTo) => {
    let asked = 0;
    const path: ActionPath = { action: 'reactivate', path: 'actions/enablesync', origin, candidates: [] };
    const { user } = await renderDetails({
      registration: stopped,
      lifeCycle: {
        perform: answering(fail(refused)),
        actionPaths: () => {
          asked += 1;
          return Promise.resolve(ok([path]));
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Reactivate' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Reactivate' }));
    await screen.findByRole('alert');
    await waitFor(() => expect(asked).toBe(1));
    await act(untilIdle);
    const advice = screen.queryByText(/may use another path: set it under Hub and credentials/);
    expect(advice !== null).toBe(isPointedTo);
  });
});

/** A machine whose log has these entries, and a Hub that says whether the call was done. */
function logged(entries: readonly ActivityEntry[], happened: boolean) {
  const checked: string[] = [];
  const filters: ActivityFilter[] = [];
  return {
    checked,
    filters,
    activity: {
      list: ({ filter }: { readonly filter: ActivityFilter }) => {
        filters.push(filter);
        return Promise.resolve(ok({ entries, matching: entries.length, total: entries.length, unknown: 1 }));
      },
      check: ({ entryId }: { readonly entryId: string }) => {
        checked.push(entryId);
        return Promise.resolve(ok(activityEntry({ outcome: { kind: 'found', happened, checkedAtMs: 1 } })));
      },
    },
  };
}

describe('the look-up of a step whose outcome is unknown', () => {
  const inDoubt = fail<Failure>({ code: 'outcomeUnknown', cause: 'other', status: 500, message: 'Out of memory' });
  const unknown = activityEntry({ id: 'in doubt', outcome: { kind: 'unknown', cause: 'other' } });

  it('tells which answer leaves it open, and asks nothing any more', async () => {
    const { user } = await renderDetails({ lifeCycle: { perform: answering(inDoubt) } });
    await deactivate(user);
    const dialog = await screen.findByRole('dialog', { name: `What became of it: deactivate ${name}` });
    expect(dialog.textContent).toContain('The Hub answered with status 500 (“Out of memory”), which leaves open');
  });

  it('settles the newest such entry of the log, and says that it was done', async () => {
    const { checked, filters, activity } = logged(
      [activityEntry({ id: 'of another', registrationId: 'REG-229510' }), unknown, activityEntry({ id: 'older' })],
      true,
    );
    const { user } = await renderDetails({
      lifeCycle: { perform: answering(inDoubt) },
      registrations: { read: () => Promise.resolve(ok(stopped)) },
      activity,
    });
    await deactivate(user);
    await user.click(await screen.findByRole('button', { name: 'Look it up' }));
    expect(await screen.findByText(`It was done: ${name} is now Stopped.`)).toBeDefined();
    expect(checked).toEqual(['in doubt']);
    expect(filters).toEqual([{ text: active.id, hubId: 'hub-1', action: 'deactivate', outcome: null }]);
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    await press(user, 'Done');
    expect(await screen.findByText(`${name} is deactivated: the Hub answers what it sends with 403.`)).toBeDefined();
  });

  it('says that it was not done, and lets it be tried again', async () => {
    const { activity } = logged([unknown], false);
    const { user } = await renderDetails({ lifeCycle: { perform: answering(inDoubt, done(stopped)) }, activity });
    await deactivate(user);
    await user.click(await screen.findByRole('button', { name: 'Look it up' }));
    expect(await screen.findByText(`It was not done: ${name} is now Active.`)).toBeDefined();
    await press(user, 'Try again');
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Deactivate' }));
    expect(await screen.findByText(/is deactivated: /)).toBeDefined();
  });

  it('goes on with the rest of a way whose first step was done', async () => {
    const { activity } = logged([unknown], true);
    const { user } = await renderDetails({
      lifeCycle: { perform: answering(inDoubt, done(null)) },
      registrations: { read: () => Promise.resolve(ok(stopped)) },
      activity,
    });
    await user.click(await screen.findByRole('button', { name: 'Delete…' }));
    await user.paste('SalesDesk3');
    await press(user, 'Deactivate and delete');
    await user.click(await screen.findByRole('button', { name: 'Look it up' }));
    await user.click(await screen.findByRole('button', { name: 'Go on' }));
    expect(await screen.findByText('Deactivate: done')).toBeDefined();
    await user.click(screen.getByRole('textbox'));
    await user.paste('SalesDesk3');
    await press(user, 'Delete');
    expect(await screen.findByText(`${name} was deactivated and deleted from the Hub.`)).toBeDefined();
  });
});

describe('the focus', () => {
  it('stays in the dialog while a deletion waits, so that Escape closes it', async () => {
    const answer = deferred<Result<ActionOutcome>>();
    const { user } = await renderDetails({ registration: stopped, lifeCycle: { perform: () => answer.promise } });
    await user.click(await screen.findByRole('button', { name: 'Delete…' }));
    await user.paste('SalesDesk3');
    await user.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog');
    await waitFor(() =>
      expect(document.activeElement).toBe(within(dialog).getAllByRole('button', { name: 'Close' }).at(-1)),
    );
    expect(within(dialog).getByRole<HTMLInputElement>('textbox').readOnly).toBe(true);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    act(() => answer.resolve(done(null)));
    expect(await screen.findByText(`${name} is deleted from the Hub.`)).toBeDefined();
  });

  it('waits on the step that is on its way, then goes to what takes it back, and to the word about that', async () => {
    const answer = deferred<Result<ActionOutcome>>();
    const answers = [answer.promise, Promise.resolve(done(active))];
    const { user } = await renderDetails({
      lifeCycle: { perform: () => answers.shift() ?? Promise.reject(new Error('too many')) },
    });
    const disable = await screen.findByRole('button', { name: 'Disable' });
    await user.click(disable);
    expect(disable).toHaveProperty('disabled', false);
    expect(document.activeElement).toBe(disable);
    act(() => answer.resolve(done(hidden)));
    const undo = await screen.findByRole('button', { name: 'Undo' });
    await waitFor(() => expect(document.activeElement).toBe(undo));
    await user.keyboard('{Enter}');
    await screen.findByText(/is enabled: its work is shown again/);
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Undo'));
  });

  it('goes to the word about a step without a way back, after its dialog has closed', async () => {
    const { user } = await renderDetails({ lifeCycle: { perform: answering(done(stopped)) } });
    await deactivate(user);
    const told = await screen.findByText(/is deactivated: /);
    await waitFor(() => expect(document.activeElement?.contains(told)).toBe(true));
    expect(document.activeElement).not.toBe(document.body);
  });
});
