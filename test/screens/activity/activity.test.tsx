import { QueryClientProvider } from '@tanstack/react-query';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { ActivityEntry, ActivityOutcome } from '#contract/activity.ts';
import type { ActivityFilter } from '#contract/activity-inputs.ts';
import { fail, ok } from '#contract/result.ts';
import { matchingEntries } from '../../../main/core/activity/activity-filter.ts';
import { BridgeContext } from '../../../renderer/app/bridge-context.tsx';
import { useBridgeEvents } from '../../../renderer/app/bridge-events.ts';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { ActivityScreen } from '../../../renderer/features/activity/activity-screen.tsx';
import { activityEntry } from '../../doubles/activity-entry.ts';
import { fakeBridge, type FakeBridge } from '../../doubles/fake-bridge.ts';
import { sampleHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';

type Given = NonNullable<Parameters<typeof fakeBridge>[0]>;

const hubs = [sampleHub(), sampleHub({ id: 'hub-2', name: 'Staging' })];

/** Oldest first, as main keeps them. */
const THREE: readonly ActivityEntry[] = [
  activityEntry({
    id: 'a',
    action: 'token',
    applicationName: '',
    registrationId: '',
    sent: 'POST /token\ngrant_type=x',
  }),
  activityEntry({
    id: 'b',
    action: 'register',
    applicationName: 'MotorClaims',
    registrationId: '',
    sent: 'POST /registrations\n{"applicationName":"MotorClaims"}',
    outcome: { kind: 'unknown', cause: 'timeout' },
    durationMs: 12_340,
  }),
  activityEntry({
    id: 'c',
    action: 'delete',
    hubId: 'hub-2',
    hubName: 'Staging',
    outcome: { kind: 'refused', status: 409, failure: 'hubRefused' },
  }),
];

function Screen(): ReactElement {
  useBridgeEvents();
  return <ActivityScreen hubs={hubs} />;
}

interface Running {
  readonly bridge: FakeBridge;
  readonly user: UserEvent;
  /** What main has; a test may change it, and then emit `activityChanged`. */
  readonly log: { entries: readonly ActivityEntry[] };
}

/** The screen over a log that filters as main does. */
async function show(entries: readonly ActivityEntry[] = THREE, given: Given = {}): Promise<Running> {
  const log = { entries };
  const bridge = fakeBridge({
    ...given,
    activity: {
      list: ({ filter, offset, limit }) => {
        const matching = matchingEntries(log.entries, filter);
        const unknown = log.entries.filter(({ outcome }) => outcome.kind === 'unknown').length;
        const part = matching.slice(offset, offset + limit);
        return Promise.resolve(ok({ entries: part, matching: matching.length, total: log.entries.length, unknown }));
      },
      ...given.activity,
    },
  });
  render(
    <BridgeContext value={bridge}>
      <QueryClientProvider client={queryClient()}>
        <Screen />
      </QueryClientProvider>
    </BridgeContext>,
  );
  await screen.findByText(/calls?$/);
  return { bridge, user: userEvent.setup(), log };
}

const rows = () =>
  within(screen.getByRole('grid', { name: 'Activity' }))
    .getAllByRole('row')
    .slice(1);
const rowTexts = () =>
  rows().map((row) =>
    within(row)
      .getAllByRole('gridcell')
      .map((cell) => cell.textContent),
  );
const rowOf = (action: string): HTMLElement => {
  const row = rows().find((each) => within(each).queryByText(action) !== null);
  if (row === undefined) throw new Error(`no row tells ${action}`);
  return row;
};
const details = (action: string) => screen.getByRole('complementary', { name: `Details of ${action}` });

describe('the activity log', () => {
  it('tells every call, newest first', async () => {
    await show();
    expect(rowTexts().map((cells) => cells.slice(1))).toEqual([
      ['Delete', 'SalesDesk3', 'Refused', 'Staging', 'areks1', '412 ms'],
      ['Register', 'MotorClaims', 'Not known', 'Claims Hub', 'areks1', '12.3 s'],
      ['Ask for a token', '', 'Done', 'Claims Hub', 'areks1', '412 ms'],
    ]);
    expect(screen.getByText('3 calls')).toBeDefined();
  });

  it('invites before the first call', async () => {
    await show([]);
    expect(screen.getByRole('heading', { name: 'Nothing has been sent yet' })).toBeDefined();
    expect(screen.getByRole('button', { name: 'Export' })).toHaveProperty('disabled', true);
  });

  it('follows what main writes down', async () => {
    const { bridge, log } = await show(THREE.slice(0, 1));
    log.entries = THREE;
    act(() => bridge.emit('activityChanged', null));
    await waitFor(() => expect(rows()).toHaveLength(3));
  });

  it('tells why it cannot be read', async () => {
    const bridge = fakeBridge({
      activity: { list: () => Promise.resolve(fail({ code: 'unexpected', reference: 'r1' })) },
    });
    render(
      <BridgeContext value={bridge}>
        <QueryClientProvider client={queryClient()}>
          <Screen />
        </QueryClientProvider>
      </BridgeContext>,
    );
    expect(await screen.findByRole('alert')).toBeDefined();
  });

  it('comes in pages', async () => {
    const { user } = await show(Array.from({ length: 120 }, (_, index) => activityEntry({ id: String(index) })));
    const pages = screen.getByRole('navigation', { name: 'Pages of the log' });
    expect(pages.textContent).toContain('1 to 50 of 120');
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('2');
    await user.click(within(pages).getByRole('button', { name: 'Older' }));
    await waitFor(() => expect(pages.textContent).toContain('51 to 100 of 120'));
    expect(rows()[0]?.getAttribute('aria-rowindex')).toBe('52');
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('121');
    await user.click(within(pages).getByRole('button', { name: 'Older' }));
    await waitFor(() => expect(rows()).toHaveLength(20));
    expect(within(pages).getByRole('button', { name: 'Older' })).toHaveProperty('disabled', true);
  });

  it('has no accessibility problems axe can see', async () => {
    const { user } = await show();
    const [, register] = rows();
    await user.click(register ?? document.body);
    expect(await axeProblems()).toEqual([]);
  });
});

describe('narrowing the log', () => {
  it('by words, in any field', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('searchbox', { name: 'Filter' }));
    await user.paste('motor');
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(screen.getByText('1 of 3 calls')).toBeDefined();
  });

  it.each([
    ['Hub', 'Staging', 'Delete'],
    ['Action', 'Ask for a token', 'Ask for a token'],
    ['Outcome', 'Not known', 'Register'],
  ])('by %s', async (field, choice, action) => {
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: new RegExp(`${field}$`) }));
    await user.click(screen.getByRole('option', { name: choice }));
    await waitFor(() => expect(rowTexts().map((cells) => cells[1])).toEqual([action]));
  });

  it('offers the way back when nothing matches', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('searchbox', { name: 'Filter' }));
    await user.paste('no such thing');
    await user.click(await screen.findByRole('button', { name: 'Clear filter' }));
    await waitFor(() => expect(rows()).toHaveLength(3));
  });

  it('leads to the calls whose outcome is not known', async () => {
    const { user } = await show();
    expect(screen.getByText('The outcome of one call is not known.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() => expect(rows()).toHaveLength(1));
    expect(screen.queryByText('The outcome of one call is not known.')).toBeNull();
  });
});

describe('the details of a call', () => {
  it('tell what was sent and how it ended', async () => {
    const { user } = await show();
    await user.click(rowOf('Delete'));
    const pane = details('Delete');
    expect(pane.textContent).toContain('The Hub refused it and answered 409.');
    expect(pane.textContent).toContain('hubRefused');
    expect(pane.textContent).toContain('REG-22951');
    expect(within(pane).getByRole('region', { name: 'What was sent' }).textContent).toContain('actions/disablesync');
    expect(rows()[0]?.getAttribute('aria-selected')).toBe('true');
  });

  it('are opened and left by the keys', async () => {
    const { user } = await show();
    await user.tab();
    rows()[0]?.focus();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{Enter}');
    expect(details('Register')).toBeDefined();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(rows()[1]);
    await user.keyboard('{End}{Enter}');
    await user.click(within(details('Ask for a token')).getByRole('button', { name: 'Close details' }));
    expect(document.activeElement).toBe(rows()[2]);
    expect(rows().map((row) => row.tabIndex)).toEqual([-1, -1, 0]);
  });

  it('show a JSON body so that it can be read, and anything else as it is', async () => {
    const { user } = await show();
    await user.click(rowOf('Register'));
    const sent = () => screen.getByRole('region', { name: 'What was sent' }).querySelector('pre')?.textContent;
    expect(sent()).toBe('POST /registrations\n{\n  "applicationName": "MotorClaims"\n}');
    await user.click(rowOf('Ask for a token'));
    expect(sent()).toBe('POST /token\ngrant_type=x');
  });

  it.each<readonly [ActivityOutcome, RegExp]>([
    [{ kind: 'done', status: 201 }, /^The Hub did it and answered 201\.$/],
    [{ kind: 'pending' }, /^It is on its way\.$/],
    [{ kind: 'notSent', failure: 'secretLocked' }, /^It did not reach the Hub\. Nothing changed there\.$/],
    [{ kind: 'unknown', cause: null }, /^The app ended before the outcome could be written down\./],
    [{ kind: 'refused', status: null, failure: 'hubRefused' }, /^The Hub refused it\.$/],
    [{ kind: 'found', happened: true, checkedAtMs: Date.now() }, /showed that it was done\.$/],
    [
      { kind: 'found', happened: false, checkedAtMs: Date.now() },
      /did not show it\. If the Hub is slow, look again\.$/,
    ],
  ])('say of %j what that means', async (outcome, sentence) => {
    const { user } = await show([activityEntry({ outcome })]);
    await user.click(rowOf('Deactivate'));
    expect(within(details('Deactivate')).getByText(sentence)).toBeDefined();
  });
});

describe('a call whose outcome is not known', () => {
  const found: ActivityOutcome = { kind: 'found', happened: true, checkedAtMs: Date.now() };

  it('is looked up with one press, and stays open while the filter hides it', async () => {
    const running = await show(THREE, {
      activity: {
        check: ({ entryId }) => {
          const { log } = running;
          log.entries = log.entries.map((entry) => (entry.id === entryId ? { ...entry, outcome: found } : entry));
          const [, checked] = log.entries;
          return Promise.resolve(checked === undefined ? fail({ code: 'activityMissing' }) : ok(checked));
        },
      },
    });
    const { user } = running;
    await user.click(screen.getByRole('button', { name: 'Show' }));
    await user.click(await waitFor(() => rowOf('Register')));
    await user.click(screen.getByRole('button', { name: 'Check what became of it' }));
    expect(await screen.findByText(/showed that it was done/)).toBeDefined();
    expect(await screen.findByRole('heading', { name: 'Nothing matches' })).toBeDefined();
    expect(details('Register')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Check what became of it' })).toBeNull();
  });

  it('can be looked up again when it was not found done', async () => {
    await show([activityEntry({ outcome: { kind: 'found', happened: false, checkedAtMs: 0 } })]);
    await userEvent.click(rowOf('Deactivate'));
    expect(screen.getByRole('button', { name: 'Look again' })).toBeDefined();
  });

  it('tells beside the button why it could not be looked up', async () => {
    const { user } = await show(THREE, {
      activity: { check: () => Promise.resolve(fail({ code: 'hubUnreachable', cause: 'dns', host: 'x.example' })) },
    });
    await user.click(rowOf('Register'));
    await user.click(screen.getByRole('button', { name: 'Check what became of it' }));
    expect(within(details('Register')).getByRole('alert')).toBeDefined();
  });

  it('of a hand-off was never up to the Hub', async () => {
    const { user } = await show([activityEntry({ action: 'handOff', outcome: { kind: 'unknown', cause: null } })]);
    await user.click(rowOf('Hand off credentials'));
    const told = details('Hand off credentials').textContent;
    expect(told).toContain('The file may have been written');
    expect(told).not.toContain('The Hub may have done it');
  });

  it('needs no look when it was a token request', async () => {
    const { user } = await show([activityEntry({ action: 'token', outcome: { kind: 'unknown', cause: null } })]);
    await user.click(rowOf('Ask for a token'));
    expect(details('Ask for a token').textContent).toContain('there is nothing to look up');
    expect(screen.queryByRole('button', { name: 'Check what became of it' })).toBeNull();
  });
});

describe('exporting the log', () => {
  async function choose(user: UserEvent, format: RegExp): Promise<void> {
    await user.click(screen.getByRole('button', { name: 'Export' }));
    await user.click(screen.getByRole('menuitem', { name: format }));
  }

  it('takes what the filter lets through, and tells the file', async () => {
    const asked: { filter: ActivityFilter; format: string }[] = [];
    const { user } = await show(THREE, {
      exports: {
        activity: (input) => {
          asked.push(input);
          return Promise.resolve(ok({ fileName: 'log.csv' }));
        },
      },
    });
    await user.click(screen.getByRole('searchbox', { name: 'Filter' }));
    await user.paste('motor');
    await waitFor(() => expect(rows()).toHaveLength(1));
    await choose(user, /^CSV/);
    expect(await screen.findByText('Saved log.csv.')).toBeDefined();
    expect(asked).toEqual([{ filter: { text: 'motor', hubId: null, action: null, outcome: null }, format: 'csv' }]);
  });

  it('says nothing when no file was chosen, and why when it was not written', async () => {
    let answer:
      | ReturnType<typeof ok<null>>
      | ReturnType<typeof fail<{ code: 'fileNotWritten'; fileName: string; cause: 'full' }>> = ok(null);
    const { user } = await show(THREE, { exports: { activity: () => Promise.resolve(answer) } });
    await choose(user, /^JSON/);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Export' }).dataset['pending']).toBeUndefined());
    expect(screen.queryByText(/^Saved/)).toBeNull();
    answer = fail({ code: 'fileNotWritten', fileName: 'log.json', cause: 'full' });
    await choose(user, /^JSON/);
    expect((await screen.findByRole('alert')).textContent).toContain('log.json');
  });
});
