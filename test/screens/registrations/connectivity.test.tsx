import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { SecretState } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { SavedCopy } from '#contract/registration.ts';
import { deferred } from '../../doubles/deferred.ts';
import { sampleCredential, sampleHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { columnOf, findList, renderRegistrations, rowOf } from './render-registrations.tsx';
import { sampleCopy } from './sample-registrations.ts';

const unreachable: Failure = { code: 'hubUnreachable', cause: 'dns', host: 'claims.example.com' };
const isDisabled = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled;

/** A Hub that can be switched off and on, and counts how often it was asked. */
function switchedHub(failure: Failure | null) {
  const hub = { failure, asked: 0 };
  const refresh = (): Promise<Result<SavedCopy>> => {
    hub.asked += 1;
    return Promise.resolve(hub.failure === null ? ok({ ...sampleCopy(), takenAtMs: Date.now() }) : fail(hub.failure));
  };
  return { hub, refresh };
}

describe('without the Hub', () => {
  it('the saved copy is there with its age, and what needs the Hub is off with the reason beside it', async () => {
    const { refresh } = switchedHub(unreachable);
    const { user } = renderRegistrations({ registrations: { refresh } });
    const list = await findList();
    expect(await screen.findByText(/^Saved copy as of .*\d\d:\d\d\.$/)).toBeDefined();
    const reason = screen.getByText(/was not found\. Nothing was lost\./);
    expect(reason.closest('[role="status"]')?.textContent).toContain(
      'Refresh is off, and a new registration can be kept as a draft.',
    );
    expect(reason.closest('[role="status"]')?.textContent).toContain('The app tries again by itself.');
    await waitFor(() => expect(isDisabled('Refresh')).toBe(true));
    expect(isDisabled('Register application')).toBe(false);
    expect(columnOf(list, 'Name')).toHaveLength(3);
    await user.click(rowOf(list, 'SalesDesk3'));
    expect(isDisabled('Read again')).toBe(true);
    expect(await axeProblems()).toEqual([]);
  });

  it('trying now brings it back, and the reason goes', async () => {
    const { hub, refresh } = switchedHub(unreachable);
    const { user } = renderRegistrations({ registrations: { refresh } });
    await screen.findByText(/was not found/);
    hub.failure = null;
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    await waitFor(() => expect(screen.queryByText(/was not found/)).toBeNull());
    await waitFor(() => expect(isDisabled('Refresh')).toBe(false));
  });

  it.each([
    ['the network comes back', () => fireEvent(window, new Event('online'))],
    ['the window is shown again', () => fireEvent(document, new Event('visibilitychange', { bubbles: true }))],
    ['the window gets the focus', () => fireEvent.focus(window)],
  ])('it is tried again when %s', async (_, happen) => {
    const { hub, refresh } = switchedHub(unreachable);
    renderRegistrations({ registrations: { refresh } });
    await screen.findByText(/was not found/);
    fireEvent(window, new Event('offline'));
    hub.failure = null;
    happen();
    await waitFor(() => expect(screen.queryByText(/was not found/)).toBeNull());
  });

  it('it is tried again by itself, more rarely each time', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { hub, refresh } = switchedHub(unreachable);
    renderRegistrations({ registrations: { refresh } });
    await screen.findByText(/was not found/);
    expect(hub.asked).toBe(1);
    await act(() => vi.advanceTimersByTimeAsync(5_000));
    await waitFor(() => expect(hub.asked).toBe(2));
    await act(() => vi.advanceTimersByTimeAsync(8_000));
    expect(hub.asked).toBe(2);
    hub.failure = null;
    await act(() => vi.advanceTimersByTimeAsync(3_000));
    await waitFor(() => expect(screen.queryByText(/was not found/)).toBeNull());
    await act(() => vi.advanceTimersByTimeAsync(300_000));
    expect(hub.asked).toBe(3);
  });

  it('what a person must mend is not tried again unasked', async () => {
    const { refresh } = switchedHub({ code: 'tokenRefused', status: 401, error: 'invalid_client', description: null });
    renderRegistrations({ registrations: { refresh } });
    const reason = await screen.findByText(/gave no token/);
    expect(reason.closest('[role="status"]')?.textContent).not.toContain('tries again by itself');
    await waitFor(() => expect(isDisabled('Refresh')).toBe(true));
    expect(isDisabled('Try now')).toBe(false);
  });

  it('a copy that could not be saved keeps nobody from working', async () => {
    const { refresh } = switchedHub({ code: 'storageFailed', cause: 'full' });
    renderRegistrations({ registrations: { refresh } });
    expect(await screen.findByText(/The disk is full/)).toBeDefined();
    await waitFor(() => expect(isDisabled('Refresh')).toBe(false));
  });
});

describe('before anything was read', () => {
  it('shows the shape of a list while the first one is read', async () => {
    const answer = deferred<Result<SavedCopy>>();
    renderRegistrations({ copy: null, registrations: { refresh: () => answer.promise } });
    expect(await screen.findByRole('status', { name: 'Reading the registrations from the Hub' })).toBeDefined();
    act(() => answer.resolve(ok(sampleCopy())));
    expect(columnOf(await findList(), 'Name')).toHaveLength(3);
  });

  it('says why nothing is there, and tries again when asked', async () => {
    const { hub, refresh } = switchedHub(unreachable);
    const { user } = renderRegistrations({ copy: null, registrations: { refresh } });
    expect(await screen.findByRole('heading', { name: 'Nothing has been read from this hub yet' })).toBeDefined();
    expect(screen.getByText(/claims\.example\.com was not found/)).toBeDefined();
    expect(await axeProblems()).toEqual([]);
    hub.failure = null;
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    expect(await findList()).toBeDefined();
  });

  it('tells a copy that cannot be read', async () => {
    renderRegistrations({
      copy: null,
      registrations: {
        saved: () => Promise.resolve(fail({ code: 'unexpected', reference: 'a1b2' })),
        refresh: () => Promise.resolve(fail(unreachable)),
      },
    });
    expect((await screen.findByRole('alert')).textContent).toContain('“a1b2”');
  });
});

describe('without a usable credential', () => {
  it.each<[SecretState, RegExp]>([
    ['forgotten', /No secret is stored for this on this computer/],
    ['unreadable', /can no longer open the saved secret/],
  ])('nothing is asked while its secret is %s, and the way out is said', async (secretState, words) => {
    const { hub, refresh } = switchedHub(null);
    renderRegistrations({
      hub: sampleHub({ credentials: [sampleCredential({ secretState })] }),
      registrations: { refresh },
    });
    expect(await screen.findByText(words)).toBeDefined();
    expect(screen.getByText(/Import the credentials file/)).toBeDefined();
    await waitFor(() => expect(isDisabled('Refresh')).toBe(true));
    expect(screen.queryByRole('button', { name: 'Try now' })).toBeNull();
    expect(hub.asked).toBe(0);
  });

  it('nothing is asked while none is in use, and everything as soon as there is one', async () => {
    const { hub, refresh } = switchedHub(null);
    const { show } = renderRegistrations({ hub: sampleHub({ credentials: [] }), registrations: { refresh } });
    expect(await screen.findByText(/No credential is in use for this hub/)).toBeDefined();
    expect(hub.asked).toBe(0);
    show(sampleHub());
    await waitFor(() => expect(hub.asked).toBe(1));
    await waitFor(() => expect(isDisabled('Refresh')).toBe(false));
  });
});

describe('for somebody who wants to be the one who asks', () => {
  const kept = { onOpeningHub: 'showCopy' } as const;

  it('the saved copy is there, nothing is asked unasked, and what needs the Hub can be done', async () => {
    const { hub, refresh } = switchedHub(null);
    renderRegistrations({ kept, registrations: { refresh } });
    expect(columnOf(await findList(), 'Name')).toHaveLength(3);
    expect(await screen.findByText(/The Hub is not asked before you say so\./)).toBeDefined();
    fireEvent.focus(window);
    fireEvent(document, new Event('visibilitychange', { bubbles: true }));
    fireEvent(window, new Event('online'));
    expect(isDisabled('Refresh')).toBe(false);
    expect(await axeProblems()).toEqual([]);
    expect(hub.asked).toBe(0);
  });

  it('it is read when asked for, once', async () => {
    const { hub, refresh } = switchedHub(null);
    const { user } = renderRegistrations({ kept, registrations: { refresh } });
    await user.click(await screen.findByRole('button', { name: 'Read now' }));
    await waitFor(() => expect(screen.queryByText(/not asked before you say so/)).toBeNull());
    fireEvent.focus(window);
    expect(hub.asked).toBe(1);
  });

  it('what failed is told, and not tried again by itself', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    const { hub, refresh } = switchedHub(unreachable);
    const { user } = renderRegistrations({ kept, registrations: { refresh } });
    await user.click(await screen.findByRole('button', { name: 'Read now' }));
    const reason = await screen.findByText(/was not found/);
    expect(reason.closest('[role="status"]')?.textContent).not.toContain('tries again by itself');
    fireEvent.focus(window);
    await act(() => vi.advanceTimersByTimeAsync(300_000));
    expect(hub.asked).toBe(1);
  });

  it('before anything was read, the way to read it is there', async () => {
    const { hub, refresh } = switchedHub(null);
    const { user } = renderRegistrations({ kept, copy: null, registrations: { refresh } });
    expect(await screen.findByRole('heading', { name: 'Nothing has been read from this hub yet' })).toBeDefined();
    expect(hub.asked).toBe(0);
    await user.click(screen.getByRole('button', { name: 'Read now' }));
    expect(await findList()).toBeDefined();
  });
});
