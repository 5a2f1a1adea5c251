// A step of the life cycle whose answer comes while the person is on another screen, or at another hub.
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import type { ActionOutcome, PairOutcome } from '#contract/life-cycle.ts';
import type { Registration } from '#contract/registration.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { deferred } from '../../doubles/deferred.ts';
import { sampleCredential, sampleHub } from '../../doubles/sample-hubs.ts';
import { quietDetails } from '../registrations/quiet-details.ts';
import { findList, rowOf } from '../registrations/render-registrations.tsx';
import { sampleCopy, sampleRegistration } from '../registrations/sample-registrations.ts';
import { axeProblems } from './axe-problems.ts';
import { renderApp } from './render-app.tsx';

const active = sampleRegistration({ status: 'Active' });
const hidden = sampleRegistration({ status: 'Disabled' });
const stopped = sampleRegistration({ status: 'Inactive' });
const synchronizing = sampleRegistration({ updateDateTime: '20990101T000000.000 GMT' });
const staging = sampleHub({ id: 'hub-2', name: 'Staging', credentials: [sampleCredential({ id: 'credential-9' })] });
const name = 'uPlusTelco - Sales Desk 3';

const outcome = (registration: Registration | null, pair: PairOutcome = { kind: 'notExpected' }) =>
  ok<ActionOutcome>({ action: 'disable', registration, pair });

/** Takes a step at the first hub and goes to another screen before the answer comes. */
async function goAway(step: 'Disable' | 'Deactivate' | 'Reactivate' | 'Delete…', to: string) {
  const answer = deferred<Result<ActionOutcome>>();
  const registration = step === 'Reactivate' || step === 'Delete…' ? stopped : active;
  const quiet = quietDetails([registration]);
  const { user } = await renderApp([sampleHub(), staging], {
    ...quiet,
    registrations: {
      ...quiet.registrations,
      saved: ({ hubId }) => Promise.resolve(ok({ ...sampleCopy([registration]), hubId })),
      refresh: ({ hubId }) => Promise.resolve(ok({ ...sampleCopy([registration]), hubId })),
    },
    lifeCycle: { ...quiet.lifeCycle, actionPaths: () => Promise.resolve(ok([])), perform: () => answer.promise },
  });
  await user.click(rowOf(await findList(), 'SalesDesk3'));
  await user.click(await screen.findByRole('button', { name: step }));
  if (step !== 'Disable') {
    const question = await screen.findByRole('alertdialog');
    if (step === 'Delete…') await user.paste('SalesDesk3');
    await user.click(within(question).getByRole('button', { name: step.replace('…', '') }));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  }
  await user.click(screen.getByRole('button', { name: to }));
  await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  return {
    user,
    arrive: async (result: Result<ActionOutcome>) => {
      await act(async () => {
        answer.resolve(result);
        await answer.promise;
      });
    },
    open: () => user.click(screen.getByRole('button', { name: 'Open the registration' })),
  };
}

const timeout: Failure = { code: 'outcomeUnknown', cause: 'timeout' };

describe('an outcome that arrives while the person is elsewhere', () => {
  it('is told above the screen, and in the details with Undo when they open the registration', async () => {
    const { arrive, open } = await goAway('Disable', 'Settings');
    await arrive(outcome(hidden));
    const told = await screen.findByText(`${name} is disabled: its work is hidden, and its data keeps coming in.`);
    expect(told.closest('[role="status"]')?.textContent).toContain('Hub: Claims Hub');
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeDefined();
    expect(await axeProblems()).toEqual([]);
    await open();
    const details = await screen.findByRole('complementary', { name: `Details of ${name}` });
    expect(await within(details).findByRole('button', { name: 'Undo' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Open the registration' })).toBeNull();
  });

  it('is told at another hub too, and put away there', async () => {
    const { user, arrive } = await goAway('Disable', 'Staging');
    await arrive(outcome(hidden));
    expect(await screen.findByText(/is disabled: its work is hidden/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByText(/is disabled/)).toBeNull();
  });

  it('opens its dialog again where it was refused', async () => {
    const { arrive, open } = await goAway('Deactivate', 'Settings');
    await arrive(fail({ code: 'hubRefused', status: 409, message: 'It is busy.', fields: [] }));
    expect(await screen.findByText(`This was not done: deactivate ${name}`)).toBeDefined();
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await open();
    const dialog = await screen.findByRole('alertdialog', { name: `Deactivate ${name}?` });
    expect(within(dialog).getByRole('alert').textContent).toContain('It is busy.');
  });

  it('leads to the look-up where it is not known', async () => {
    const { arrive, open } = await goAway('Deactivate', 'Staging');
    await arrive(fail(timeout));
    expect(await screen.findByText(`It is not known whether this was done: deactivate ${name}`)).toBeDefined();
    await open();
    expect(await screen.findByRole('button', { name: 'Look it up' })).toBeDefined();
  });

  it.each([
    ['absent', 'The Hub’s answer held no client secret'],
    ['kept', 'The Hub gave new credentials for data synchronization'],
  ] as const)('says of a pair that it was %s', async (kind, sentence) => {
    const pair = {
      id: 'pair-1',
      hubId: 'hub-1',
      registrationId: active.id,
      applicationName: 'SalesDesk3',
      clientId: '69747281128570844473',
      secretMask: '••••••••7C1E',
      protection: { level: 'osKeystore', backend: 'gnome_libsecret' },
      secretState: 'ready',
      receivedAtMs: Date.UTC(2026, 10, 20),
      replacedSecret: null,
    } as const;
    const { arrive, open } = await goAway('Reactivate', 'Settings');
    await arrive(outcome(synchronizing, kind === 'kept' ? { kind, pair } : { kind }));
    expect(await screen.findByText(sentence)).toBeDefined();
    await open();
    const dialog = await screen.findByRole('dialog', { name: `Credentials for ${name}` });
    expect(within(dialog).getByText(sentence)).toBeDefined();
  });

  it('says that a registration is deleted without leading anywhere, or leading anybody away', async () => {
    const { arrive } = await goAway('Delete…', 'Settings');
    await arrive(outcome(null));
    expect(await screen.findByText(`${name} is deleted from the Hub.`)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Open the registration' })).toBeNull();
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeDefined();
  });
});
