import { screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '#contract/result.ts';
import { defaultSettings, type NamedView, type Settings, type SettingsChange } from '#contract/settings.ts';
import { SettingsScreen } from '../../../renderer/features/settings/settings-screen.tsx';
import { axeProblems } from '../app/axe-problems.ts';
import { renderWithBridge } from './render-with-bridge.tsx';

const view = (name: string): NamedView => ({
  name,
  view: {
    columns: [
      { id: 'label', widthPx: null },
      { id: 'status', widthPx: 140 },
    ],
    sort: { column: 'label', direction: 'ascending' },
    filter: {
      text: 'desk',
      statuses: ['stopped'],
      platforms: [],
      productionLevels: [],
      hasSyncErrors: true,
      isStale: false,
    },
  },
});

type Change = (changed: SettingsChange) => Result<Settings>;

async function open(settings: Partial<Settings> = {}, change?: Change) {
  let now: Settings = { ...defaultSettings, ...settings };
  const changes: SettingsChange[] = [];
  const running = renderWithBridge(<SettingsScreen />, {
    settings: {
      read: () => Promise.resolve(ok(now)),
      change: (changed) => {
        changes.push(changed);
        // SAFETY: the screen names only what it changes, and gives it a value.
        const answer = change?.(changed) ?? ok({ ...now, ...changed } as Settings);
        if (answer.ok) now = answer.value;
        return Promise.resolve(answer);
      },
    },
  });
  await screen.findByRole('textbox', { name: 'Days of history kept in full' });
  return { ...running, changes };
}

const number = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

describe('the settings', () => {
  it('say what each of them does', async () => {
    await open();
    expect(number('Days of history kept in full').value).toBe('400');
    expect(number('Minutes until a synchronization counts as stuck').value).toBe('60');
    expect(number('Days until a registration counts as stale').value).toBe('7');
    const described = number('Days until a registration counts as stale').getAttribute('aria-describedby') ?? '';
    const hint = described.split(' ').map((id) => document.getElementById(id)?.textContent ?? '');
    expect(hint.join(' ')).toContain('were not synchronized for this long');
  });

  it('are saved as soon as they are changed', async () => {
    const { user, changes } = await open();
    await user.click(screen.getByRole('button', { name: /Row height/ }));
    await user.click(screen.getByRole('option', { name: 'Comfortable' }));
    await waitFor(() => expect(changes).toEqual([{ rowHeight: 'comfortable' }]));
    expect(await screen.findByRole('button', { name: /Comfortable/ })).toBeDefined();
  });

  it('let hubs be read only when somebody asks', async () => {
    const { user, changes } = await open();
    const choice = screen.getByRole('radiogroup', { name: 'When a hub is opened' });
    await user.click(within(choice).getByRole('radio', { name: 'Show the saved copy, and read when I ask' }));
    await waitFor(() => expect(changes).toEqual([{ onOpeningHub: 'showCopy' }]));
  });

  it('take a number over when its field is left', async () => {
    const { user, changes } = await open();
    const days = number('Days of history kept in full');
    await user.clear(days);
    await user.type(days, '30');
    expect(changes).toEqual([]);
    await user.tab();
    await waitFor(() => expect(changes).toEqual([{ historyDays: 30 }]));
    expect(days.value).toBe('30');
  });

  it('take only a number that makes sense, and say which do', async () => {
    const { user, changes } = await open();
    const days = number('Days until a registration counts as stale');
    for (const nonsense of ['9999', '0', '-5', 'abc']) {
      await user.clear(days);
      await user.type(days, nonsense);
      expect(screen.getByText(/A whole number from 1 to 3,650/)).toBeDefined();
      await user.tab();
      expect(days.value).toBe(nonsense);
    }
    await user.clear(days);
    await user.tab();
    expect(days.value).toBe('7');
    expect(changes).toEqual([]);
  });

  it('step a number by the arrow keys, as often as one likes', async () => {
    const { user, changes } = await open();
    await user.click(number('Days until a registration counts as stale'));
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(number('Days until a registration counts as stale').value).toBe('8'));
    await user.keyboard('{ArrowUp}');
    await waitFor(() => expect(changes).toEqual([{ staleAfterDays: 8 }, { staleAfterDays: 9 }]));
  });

  it('go back to what they were when the disk refuses, and it is told beside them', async () => {
    const { user } = await open({}, () => fail({ code: 'storageFailed', cause: 'full' }));
    const minutes = number('Minutes until a synchronization counts as stuck');
    await user.clear(minutes);
    await user.type(minutes, '5{Enter}');
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The disk is full');
    expect(minutes.value).toBe('60');
    const place = alert.closest('.setting');
    expect(place?.contains(minutes)).toBe(true);
  });

  it('follow what was changed elsewhere', async () => {
    const { bridge } = await open();
    act(() => bridge.emit('settingsChanged', { ...defaultSettings, historyDays: 90 }));
    await waitFor(() => expect(number('Days of history kept in full').value).toBe('90'));
  });

  it('that cannot be read can be asked for again', async () => {
    let isThere = false;
    const read = () =>
      Promise.resolve(isThere ? ok(defaultSettings) : fail({ code: 'unexpected', reference: 'r1' } as const));
    const { user } = renderWithBridge(<SettingsScreen />, { settings: { read } });
    await screen.findByRole('alert');
    isThere = true;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('textbox', { name: 'Days of history kept in full' })).toBeDefined();
  });
});

describe('saved views', () => {
  it('are told with what they hold', async () => {
    await open({ views: [view('Stopped desks')] });
    const list = screen.getByRole('group', { name: 'Saved views' });
    expect(within(list).getByRole('listitem').textContent).toBe(
      'Stopped desks2 columns · search for “desk” · 2 filters',
    );
  });

  it('are removed one by one, and the focus stays there', async () => {
    const { user, changes } = await open({ views: [view('One'), view('Two')] });
    await user.click(screen.getByRole('button', { name: 'Remove the view One' }));
    await waitFor(() => expect(screen.queryByText('One')).toBeNull());
    expect(changes).toEqual([{ views: [view('Two')] }]);
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Saved views' }));
  });

  it('are invited when there is none', async () => {
    await open();
    expect(screen.getByText('No view is saved yet.')).toBeDefined();
  });
});

it('the settings are accessible', async () => {
  await open({ views: [view('Stopped desks')] });
  expect(await axeProblems()).toEqual([]);
});
