import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import type { ActionOutcome, DataSyncPair } from '#contract/life-cycle.ts';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { Registration } from '#contract/registration.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { deferred } from '../../doubles/deferred.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { active, renderDetails } from './render-details.tsx';
import { sampleRegistration } from './sample-registrations.ts';

const pending = sampleRegistration({ status: 'Pending-Activation' });
const stopped = sampleRegistration({ status: 'Inactive' });
const hidden = sampleRegistration({ status: 'Disabled' });
const synchronizing = sampleRegistration({ updateDateTime: '20990101T000000.000 GMT' });
const timeout: Failure = { code: 'outcomeUnknown', cause: 'timeout' };

const pair: DataSyncPair = {
  id: 'pair-1',
  hubId: 'hub-1',
  registrationId: 'REG-22951',
  applicationName: 'SalesDesk3',
  clientId: '69747281128570844473',
  secretMask: '••••••••7C1E',
  protection: { level: 'osKeystore', backend: 'gnome_libsecret' },
  secretState: 'ready',
  receivedAtMs: Date.UTC(2026, 10, 20),
  replacedSecret: null,
};

function outcome(action: LifeCycleAction, registration: Registration | null, more: Partial<ActionOutcome> = {}) {
  return ok<ActionOutcome>({ action, registration, pair: { kind: 'notExpected' }, ...more });
}

/** The Hub's answers to one step after the other, and what it was asked. */
function answering(...answers: readonly Result<ActionOutcome>[]) {
  const asked: LifeCycleAction[] = [];
  const perform = ({ action }: { readonly action: LifeCycleAction }): Promise<Result<ActionOutcome>> => {
    asked.push(action);
    return Promise.resolve(answers[asked.length - 1] ?? fail({ code: 'unexpected', reference: 'too many' }));
  };
  return { asked, perform };
}

const press = (user: UserEvent, name: string) => user.click(screen.getByRole('button', { name }));
const stepsIn = (name: string) =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
const isDisabled = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;

describe('the picture of the life cycle', () => {
  it('tells a screen reader where the registration is, where it was, and what was not seen', async () => {
    await renderDetails({
      review: {
        history: () =>
          Promise.resolve(
            ok([
              {
                atMs: Date.UTC(2026, 10, 2, 9, 30),
                registrationId: active.id,
                applicationName: 'SalesDesk3',
                kind: 'changed' as const,
                operator: null,
                folded: 1,
                changes: [{ field: 'status', before: 'Pending-Activation', after: 'Active' }],
              },
            ]),
          ),
      },
    });
    const states = screen.getByRole('list', { name: 'States of the life cycle' });
    await waitFor(() =>
      expect(
        within(states)
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent),
      ).toEqual([
        'Pending: it was here before',
        'Synchronizing: it was here before',
        'Active: it is here now',
        'Hidden: not seen by this app',
        'Stopped: not seen by this app',
        'Failed: not seen by this app',
      ]),
    );
    expect(
      within(states)
        .getByText(/Active/)
        .getAttribute('aria-current'),
    ).toBe('step');
    expect(screen.getByText(/^Seen on its way: Pending activation, then Active \(/)).toBeDefined();
    expect(await axeProblems()).toEqual([]);
  });

  it('says of a status that no source names that it has no place there', async () => {
    await renderDetails({ registration: sampleRegistration({ status: 'Quarantined' }) });
    expect(screen.getByText(/“Quarantined” is no state of the documented life cycle/)).toBeDefined();
    expect(await screen.findByRole('list', { name: 'Perhaps open' })).toBeDefined();
    expect(screen.queryByRole('list', { name: 'Open steps' })).toBeNull();
  });
});

describe('the open steps', () => {
  it('are buttons with what each does; the rest says why not, and what comes first', async () => {
    const { user } = await renderDetails();
    await screen.findByRole('list', { name: 'Open steps' });
    expect(stepsIn('Open steps')).toEqual(['Disable', 'Deactivate', 'Edit…', 'Delete…']);
    expect(screen.getByText('Hides its work; its data keeps coming in.')).toBeDefined();
    await press(user, 'Perhaps open: 1 step');
    expect(stepsIn('Perhaps open')).toEqual(['Enable synchronization']);
    expect(screen.getByText(/^No source says whether these work in this status/)).toBeDefined();
    await press(user, 'Why not the others?');
    expect(screen.getByText('The Hub allows this only for a hidden registration.')).toBeDefined();
    expect(screen.getByText(/only after it was deactivated\. First: deactivate\./)).toBeDefined();
  });

  it('are off without the Hub, with the reason beside them; only the edit can be begun', async () => {
    await renderDetails({ canAsk: false });
    expect(await screen.findByText(/^These steps need the Hub/)).toBeDefined();
    expect(isDisabled('Disable')).toBe(true);
    expect(isDisabled('Delete…')).toBe(true);
    expect(isDisabled('Edit…')).toBe(false);
  });
});

describe('a step that takes itself back', () => {
  it('is done at once, told, and undone with one press', async () => {
    const { asked, perform } = answering(outcome('disable', hidden), outcome('enable', active));
    const { user } = await renderDetails({
      lifeCycle: { perform },
      wire: {
        last: ({ call }) =>
          Promise.resolve(
            ok(
              call === 'disable' && asked.length > 0
                ? {
                    atMs: Date.now(),
                    request: { method: 'POST', url: 'https://x', headers: [], body: null, curl: 'curl' },
                    status: 200,
                    durationMs: 412,
                    body: '{"status":"Disabled"}',
                  }
                : null,
            ),
          ),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Disable' }));
    const told = await screen.findByText(/Sales Desk 3 is disabled: its work is hidden/);
    expect(told.closest('[role="status"]')).not.toBeNull();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(screen.getByText('Disabled')).toBeDefined();
    await user.click(await screen.findByRole('button', { name: 'The answer' }));
    expect(screen.getByText('200 in 412 ms')).toBeDefined();
    await press(user, 'Undo');
    expect(await screen.findByText(/Sales Desk 3 is enabled/)).toBeDefined();
    expect(asked).toEqual(['disable', 'enable']);
  });

  it('waits for the answer before another one can begin', async () => {
    const answer = deferred<Result<ActionOutcome>>();
    const { user } = await renderDetails({ lifeCycle: { perform: () => answer.promise } });
    await user.click(await screen.findByRole('button', { name: 'Disable' }));
    expect(screen.getByText(/^Waiting for the Hub’s answer about/)).toBeDefined();
    expect(isDisabled('Deactivate')).toBe(true);
    act(() => answer.resolve(outcome('disable', hidden)));
    await screen.findByText(/is disabled/);
  });

  it('shows the failure where it was refused, and can be tried again', async () => {
    const { asked, perform } = answering(
      fail({ code: 'statusForbids', action: 'disable', status: 'Open-SyncProgress' }),
      outcome('disable', hidden),
    );
    const { user } = await renderDetails({ lifeCycle: { perform } });
    await user.click(await screen.findByRole('button', { name: 'Disable' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(within(dialog).getByRole('alert').textContent).toContain('“Open-SyncProgress”');
    await user.click(within(dialog).getByRole('button', { name: 'Disable' }));
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(await screen.findByText(/is disabled/)).toBeDefined();
  });
});

describe('a step with consequences', () => {
  it('says them before the click, and the safe way out has the focus', async () => {
    const { asked, perform } = answering(outcome('deactivate', stopped));
    const { user } = await renderDetails({ lifeCycle: { perform } });
    await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
    const dialog = screen.getByRole('alertdialog', { name: 'Deactivate uPlusTelco - Sales Desk 3?' });
    expect(dialog.textContent).toContain('answered with 403, and its work disappears from worklists');
    expect(document.activeElement?.textContent).toBe('Cancel');
    expect(await axeProblems()).toEqual([]);
    expect(asked).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Deactivate' }));
    expect(await screen.findByText(/is deactivated: /)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    expect(stepsIn('Open steps')).toEqual(['Reactivate', 'Edit…', 'Delete…']);
  });

  it('comes with a word of caution where nobody knows whether the Hub allows it', async () => {
    const { user } = await renderDetails();
    await user.click(await screen.findByRole('button', { name: 'Perhaps open: 1 step' }));
    await press(user, 'Enable synchronization');
    expect(screen.getByText(/^No source says whether the Hub allows this in its present status/)).toBeDefined();
    await press(user, 'Cancel');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('shows the request that it would send', async () => {
    const { user } = await renderDetails({
      wire: {
        preview: (subject) =>
          Promise.resolve(
            ok({
              method: 'POST',
              url: `https://hub/registrations/REG-22951/actions/${subject.kind === 'action' ? subject.action : ''}`,
              headers: [{ name: 'authorization', value: 'Bearer …' }],
              body: null,
              curl: "curl -X POST 'https://hub'",
            }),
          ),
      },
      app: { copyText: () => Promise.resolve(ok(null)) },
    });
    await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
    await press(user, 'Show request');
    const request = await screen.findByLabelText('Request');
    expect(request.textContent).toBe(
      'POST https://hub/registrations/REG-22951/actions/deactivate\nauthorization: Bearer …',
    );
    await press(user, 'Copy as cURL');
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined();
  });
});

describe('deleting', () => {
  const field = () => screen.getByRole('textbox', { name: 'Type SalesDesk3 to confirm' });

  it('asks for the name letter by letter, and tells when it is gone', async () => {
    const { asked, perform } = answering(outcome('delete', null));
    const { user } = await renderDetails({ registration: stopped, lifeCycle: { perform } });
    await user.click(await screen.findByRole('button', { name: 'Delete…' }));
    expect(document.activeElement).toBe(field());
    await user.paste('salesdesk3');
    expect(isDisabled('Delete')).toBe(true);
    await user.keyboard('{Enter}');
    expect(asked).toEqual([]);
    await user.clear(field());
    await user.paste('SalesDesk3');
    await press(user, 'Delete');
    expect(await screen.findByText('uPlusTelco - Sales Desk 3 is deleted from the Hub.')).toBeDefined();
    expect(asked).toEqual(['delete']);
    expect(screen.queryByRole('complementary')).toBeNull();
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  });

  it('goes the whole way from an active one, step by step', async () => {
    const { asked, perform } = answering(outcome('deactivate', stopped), outcome('delete', null));
    const { user } = await renderDetails({ lifeCycle: { perform } });
    await user.click(await screen.findByRole('button', { name: 'Delete…' }));
    expect(screen.getByText(/it is deactivated first, then deleted/)).toBeDefined();
    expect(await axeProblems()).toEqual([]);
    field().focus();
    await user.paste('SalesDesk3');
    await press(user, 'Deactivate and delete');
    expect(await screen.findByText(/was deactivated and deleted from the Hub/)).toBeDefined();
    expect(asked).toEqual(['deactivate', 'delete']);
  });

  it('stops when the first step fails, and shows what was done', async () => {
    const { asked, perform } = answering(fail({ code: 'hubRefused', status: 409, message: 'Busy', fields: [] }));
    const { user } = await renderDetails({ lifeCycle: { perform } });
    await user.click(await screen.findByRole('button', { name: 'Delete…' }));
    field().focus();
    await user.paste('SalesDesk3');
    await press(user, 'Deactivate and delete');
    expect((await screen.findByRole('alert')).textContent).toContain('Busy');
    expect(asked).toEqual(['deactivate']);
    expect(screen.getByText('Deactivate: not done')).toBeDefined();
    expect(screen.getByText('Delete: not begun')).toBeDefined();
  });

  it('goes on from the second step after the first one is done', async () => {
    const { asked, perform } = answering(
      outcome('deactivate', stopped),
      fail({ code: 'hubBusy', status: 503, retryAfterSeconds: null }),
      outcome('delete', null),
    );
    const { user } = await renderDetails({ lifeCycle: { perform } });
    await user.click(await screen.findByRole('button', { name: 'Delete…' }));
    field().focus();
    await user.paste('SalesDesk3');
    await press(user, 'Deactivate and delete');
    await screen.findByRole('alert');
    expect(screen.getByText('Deactivate: done')).toBeDefined();
    expect(screen.getByText('Delete: not done')).toBeDefined();
    await press(user, 'Delete');
    expect(await screen.findByText(/was deactivated and deleted/)).toBeDefined();
    expect(asked).toEqual(['deactivate', 'delete', 'delete']);
  });
});

describe('a step whose outcome is unknown', () => {
  it('is looked up, never repeated by itself', async () => {
    const { asked, perform } = answering(fail(timeout));
    const { user } = await renderDetails({
      lifeCycle: { perform },
      registrations: { read: () => Promise.resolve(ok(stopped)) },
    });
    await user.click(await screen.findByRole('button', { name: 'Deactivate' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Deactivate' }));
    expect(await screen.findByText(/^It is not known whether this was done: deactivate/)).toBeDefined();
    expect(await axeProblems()).toEqual([]);
    await press(user, 'Look it up');
    expect(await screen.findByText('The Hub says that uPlusTelco - Sales Desk 3 is now: Stopped.')).toBeDefined();
    await press(user, 'Done');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toEqual(['deactivate']);
    expect(stepsIn('Open steps')).toContain('Reactivate');
  });

  it('says of a deletion that the Hub does not have it any more', async () => {
    const { perform } = answering(fail(timeout));
    const { user } = await renderDetails({
      registration: stopped,
      lifeCycle: { perform },
      registrations: { read: () => Promise.resolve(fail({ code: 'registrationGone' })) },
    });
    await user.click(await screen.findByRole('button', { name: 'Delete…' }));
    await user.paste('SalesDesk3');
    await press(user, 'Delete');
    await user.click(await screen.findByRole('button', { name: 'Look it up' }));
    expect(await screen.findByText('The Hub does not have uPlusTelco - Sales Desk 3 any more.')).toBeDefined();
  });

  it('warns that a pair may have been lost with the answer', async () => {
    const { perform } = answering(fail(timeout));
    const { user } = await renderDetails({ registration: pending, lifeCycle: { perform } });
    await user.click(await screen.findByRole('button', { name: 'Enable synchronization' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Enable synchronization' }));
    await user.click(await screen.findByRole('button', { name: 'Look it up' }));
    expect(await screen.findByText(/the credentials that the Hub answered with did not arrive here/)).toBeDefined();
  });
});

describe('a step that gives a pair', () => {
  async function enableSync(given: ActionOutcome['pair'], pairs = {}) {
    const { perform } = answering(outcome('enableSync', synchronizing, { pair: given }));
    const running = await renderDetails({ registration: pending, lifeCycle: { perform }, pairs });
    await running.user.click(await screen.findByRole('button', { name: 'Enable synchronization' }));
    const question = screen.getByRole('alertdialog');
    expect(question.textContent).toContain('It may never show that secret again');
    await running.user.click(within(question).getByRole('button', { name: 'Enable synchronization' }));
    return running;
  }

  it('shows it masked, to be copied and checked at once', async () => {
    const { user } = await enableSync(
      { kind: 'kept', pair },
      {
        list: () => Promise.resolve(ok([pair])),
        copySecret: () => Promise.resolve(ok({ clearsAfterMs: 30_000 })),
        check: () =>
          Promise.resolve(ok({ operator: 'areks1', accessGroup: null, tokenLifetimeSeconds: 3600, durationMs: 84 })),
      },
    );
    expect(await screen.findByText('The Hub gave new credentials for data synchronization')).toBeDefined();
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText('••••••••7C1E')).toBeDefined();
    expect(await axeProblems()).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Copy secret' }));
    expect(await within(dialog).findByText(/It is cleared after 30 seconds/)).toBeDefined();
    await user.click(within(dialog).getByRole('button', { name: 'Check it' }));
    expect(await within(dialog).findByText('The Hub accepts this pair (84 ms).')).toBeDefined();
    expect(within(dialog).getByText('60 minutes')).toBeDefined();
    await press(user, 'Done');
    expect(await screen.findByText(/Synchronization of .* is enabled/)).toBeDefined();
    expect(await screen.findByRole('group', { name: 'Pair 69747281128570844473' })).toBeDefined();
  });

  it('says plainly when the answer held none', async () => {
    await enableSync({ kind: 'absent' });
    expect(await screen.findByText('The Hub’s answer held no client secret')).toBeDefined();
    expect(screen.getByText(/deactivate and reactivate it to be given a new pair/)).toBeDefined();
  });

  it('shows it even where the dialog was closed meanwhile', async () => {
    const answer = deferred<Result<ActionOutcome>>();
    const { user } = await renderDetails({
      registration: pending,
      lifeCycle: { perform: () => answer.promise },
    });
    await user.click(await screen.findByRole('button', { name: 'Enable synchronization' }));
    await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Enable synchronization' }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    act(() => answer.resolve(outcome('enableSync', synchronizing, { pair: { kind: 'kept', pair } })));
    expect(await screen.findByText('The Hub gave new credentials for data synchronization')).toBeDefined();
  });
});

describe('the pairs in the details', () => {
  it.each([
    [pending, 'Enabling synchronization gives them.'],
    [active, 'Deactivating and reactivating it may give new ones.'],
    [hidden, 'Deactivating and reactivating it may give new ones.'],
    [stopped, 'Reactivating it may give new ones.'],
  ])('say how to get one where there is none', async (registration, how) => {
    await renderDetails({ registration });
    expect(await screen.findByText(`None are kept on this computer. ${how}`)).toBeDefined();
  });

  it('say what can be done with one that is lost, and are removed after a question', async () => {
    const kept: DataSyncPair[] = [
      { ...pair, secretState: 'forgotten', protection: { level: 'sessionOnly', backend: 'none' } },
    ];
    const { user } = await renderDetails({
      pairs: {
        list: () => Promise.resolve(ok([...kept])),
        remove: () => {
          kept.pop();
          return Promise.resolve(ok(null));
        },
      },
    });
    const card = await screen.findByRole('group', { name: /^Pair/ });
    expect(within(card).getByText(/No secret is stored for this pair on this computer/)).toBeDefined();
    expect(isDisabled('Copy secret')).toBe(true);
    await user.click(within(card).getByRole('button', { name: 'Remove…' }));
    await press(user, 'Remove credentials');
    expect(await screen.findByText(/^None are kept on this computer/)).toBeDefined();
  });

  it('say what protects them, and lead back to the secret that a handed-on one took the place of', async () => {
    const protection = { level: 'osKeystore', backend: 'dpapi', keyFingerprint: '9c1d 04aa' } as const;
    const replacedSecret = { secretMask: '••••••••A1B2', secretState: 'ready', protection, receivedAtMs: 0 } as const;
    let now: DataSyncPair = { ...pair, protection, replacedSecret };
    const { user } = await renderDetails({
      pairs: {
        list: () => Promise.resolve(ok([now])),
        goBack: () => {
          now = { ...pair, secretMask: '••••••••A1B2' };
          return Promise.resolve(ok(now));
        },
      },
    });
    const card = await screen.findByRole('group', { name: /^Pair/ });
    expect(card.textContent).toContain('key 9c1d 04aa');
    expect(card.textContent).toContain('not against other programs that you run');
    expect(card.textContent).toContain('(••••••••A1B2, received 1 Jan 1970');
    await user.click(within(card).getByRole('button', { name: 'Go back to the earlier secret' }));
    expect(await screen.findByText('••••••••A1B2')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Go back to the earlier secret' })).toBeNull();
  });

  it('tell why the Hub did not take one', async () => {
    const { user } = await renderDetails({
      pairs: {
        list: () => Promise.resolve(ok([pair, { ...pair, id: 'other', registrationId: 'REG-1' }])),
        check: () =>
          Promise.resolve(fail({ code: 'tokenRefused', status: 401, error: 'invalid_client', description: null })),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Check it' }));
    expect((await screen.findByRole('alert')).textContent).toContain('gave no token');
  });
});

describe('waiting for the synchronization', () => {
  function counting(registration: Registration) {
    const hub = { asked: 0, now: registration };
    return {
      hub,
      read: () => {
        hub.asked += 1;
        return Promise.resolve(ok(hub.now));
      },
    };
  }

  it('reads the status again, more rarely each time, only while the window is seen, and stops by itself', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { hub, read } = counting(synchronizing);
    await renderDetails({ registration: synchronizing, registrations: { read } });
    expect(screen.getByText('It synchronizes. Its status is read again by itself.')).toBeDefined();
    expect(hub.asked).toBe(0);
    await act(() => vi.advanceTimersByTimeAsync(2_100));
    expect(hub.asked).toBe(1);
    await act(() => vi.advanceTimersByTimeAsync(2_500));
    expect(hub.asked).toBe(1);
    await act(() => vi.advanceTimersByTimeAsync(1_000));
    expect(hub.asked).toBe(2);
    const seen = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    fireEvent(document, new Event('visibilitychange', { bubbles: true }));
    await act(() => vi.advanceTimersByTimeAsync(300_000));
    expect(hub.asked).toBe(2);
    seen.mockReturnValue('visible');
    fireEvent(document, new Event('visibilitychange', { bubbles: true }));
    hub.now = active;
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(hub.asked).toBe(3);
    await act(() => vi.advanceTimersByTimeAsync(300_000));
    expect(hub.asked).toBe(3);
    seen.mockRestore();
  });

  it('points out one that is stuck, with the vendor’s manual way', async () => {
    const { user } = await renderDetails({
      registration: sampleRegistration({ updateDateTime: '20210421T165527.911 GMT' }),
    });
    expect(screen.getByText(/^It has been synchronizing for \d+ days$/)).toBeDefined();
    await press(user, 'The manual way');
    expect(
      screen.getByText(/activity DeleteRecord of the class PPF-Work-Registration with the ID REG-22951/),
    ).toBeDefined();
  });
});

describe('the requests of a registration', () => {
  it('are those of this run, the last one first', async () => {
    const request = { method: 'GET', url: 'https://hub/registrations/REG-22951', headers: [], body: null, curl: '' };
    const { user } = await renderDetails({
      wire: {
        last: ({ call }) =>
          Promise.resolve(
            ok(
              call === 'read' || call === 'disable'
                ? {
                    atMs: Date.now() - (call === 'read' ? 1_000 : 60_000),
                    request,
                    status: call === 'read' ? 200 : null,
                    durationMs: 12,
                    body: '{"ID":"REG-22951"}',
                  }
                : null,
            ),
          ),
      },
    });
    await user.click(screen.getByRole('tab', { name: 'Requests' }));
    const made = await screen.findByRole('region', { name: 'Last requests' });
    await waitFor(() =>
      expect(
        within(made)
          .getAllByRole('button')
          .map(({ textContent }) => textContent),
      ).toEqual(['Read: 200 in 12 ms', 'Disable: No answer came within 12 ms']),
    );
    await user.click(within(made).getByRole('button', { name: 'Read: 200 in 12 ms' }));
    expect(within(made).getAllByLabelText('The answer')[0]?.textContent).toBe('{"ID":"REG-22951"}');
    expect(await axeProblems()).toEqual([]);
  });

  it('are empty at first, and show what each call would send', async () => {
    const { user } = await renderDetails();
    await user.click(screen.getByRole('tab', { name: 'Requests' }));
    expect(await screen.findByText(/^No request about this registration was sent/)).toBeDefined();
    const makeable = screen.getByRole('region', { name: 'What would be sent' });
    expect(within(makeable).getAllByRole('button')).toHaveLength(7);
    expect(within(makeable).getByRole('button', { name: 'Show request: disable' })).toBeDefined();
    expect(screen.getAllByRole('button', { name: 'Disable' })).toHaveLength(1);
  });
});
