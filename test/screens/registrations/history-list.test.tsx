import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { HistoryEntry } from '#contract/review.ts';
import { fail, ok } from '#contract/result.ts';
import { HistoryList } from '../../../renderer/features/registrations/details/history-list.tsx';
import { axeProblems } from '../app/axe-problems.ts';
import { renderPart, sampleEntry } from '../review/render-review.tsx';

function renderHistory(entries: () => readonly HistoryEntry[]) {
  return renderPart(<HistoryList hubId="hub-1" registrationId="REG-22951" />, {
    review: { history: () => Promise.resolve(ok(entries())) },
  });
}

async function items(): Promise<readonly HTMLElement[]> {
  return within(await screen.findByRole('list', { name: 'History' })).getAllByRole('listitem');
}

describe('the history of a registration', () => {
  it('tells newest first when, who, and which field from what to what', async () => {
    const atMs = Date.UTC(2026, 10, 20, 9, 30);
    renderHistory(() => [sampleEntry(), sampleEntry({ atMs, kind: 'appeared', operator: null, changes: [] })]);
    const [newest, oldest] = await items();
    expect(newest?.textContent).toMatch(/^Status changed2 h agoby areks1Status/);
    expect(within(newest!).getByRole('definition').textContent).toBe('Synchronizing (Open-SyncProgress) → Active');
    expect(within(newest!).getByRole('img', { name: 'becomes' })).toBeDefined();
    expect(oldest?.textContent).toContain('Appeared');
    expect(within(oldest!).getByRole('time').getAttribute('title')).toMatch(/^20 Nov 2026, \d\d:30:00 /);
    expect(await axeProblems()).toEqual([]);
  });

  it('names fields as the list does, levels with their word, and what was not there', async () => {
    renderHistory(() => [
      sampleEntry({
        changes: [
          { field: 'systemURL', before: 'https://a.example', after: 'https://b.example' },
          { field: 'productionLevel', before: '4', after: 5 },
          { field: 'region', before: null, after: { country: 'PT' } },
        ],
      }),
    ]);
    const [entry] = await items();
    expect(within(entry!).getByText('3 fields changed')).toBeDefined();
    expect(
      within(entry!)
        .getAllByRole('term')
        .map(({ textContent }) => textContent),
    ).toEqual(['System URL', 'Production level', 'region']);
    const [, level, region] = within(entry!).getAllByRole('definition');
    expect(level?.textContent).toBe('4 Staging → 5 Production');
    expect(region?.textContent).toBe('nothing → {\n  "country": "PT"\n}');
  });

  it('keeps what the Hub notes by itself at hand and out of the way', async () => {
    const { user } = renderHistory(() => [
      sampleEntry({
        changes: [
          { field: 'updateOperator', before: 'user1', after: 'areks1' },
          { field: 'status', before: 'Active', after: 'Hidden' },
          { field: 'updateDateTime', before: 'then', after: 'now' },
        ],
      }),
    ]);
    const [entry] = await items();
    expect(within(entry!).getByText('Status changed')).toBeDefined();
    await user.click(within(entry!).getByRole('button', { name: 'Also changed: Updated by, Updated' }));
    expect(within(entry!).getByText('user1')).toBeDefined();
  });

  it('shortens a long value until it is asked for', async () => {
    const long = 'a tale '.repeat(60).trim();
    const { user } = renderHistory(() => [
      sampleEntry({ changes: [{ field: 'applicationDescription', before: '', after: long }] }),
    ]);
    const [entry] = await items();
    expect(entry?.textContent).not.toContain(long);
    await user.click(within(entry!).getByRole('button', { name: 'Show all' }));
    expect(entry?.textContent).toContain(long);
    expect(within(entry!).getByRole('button', { name: 'Show less' })).toBeDefined();
  });

  it('says which entries were folded together, and that one disappeared', async () => {
    renderHistory(() => [sampleEntry({ kind: 'disappeared', changes: [] }), sampleEntry({ folded: 3 })]);
    const [gone, folded] = await items();
    expect(gone?.textContent).toContain('Disappeared from the Hub');
    expect(folded?.textContent).toContain('3 changes, folded');
  });

  it('shows the first fifty of many, then more', async () => {
    const { user } = renderHistory(() => Array.from({ length: 70 }, () => sampleEntry()));
    expect(await items()).toHaveLength(50);
    expect(screen.getByText('50 of 70 shown')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show 20 more' }));
    expect(await items()).toHaveLength(70);
    expect(screen.queryByRole('button', { name: /^Show \d/ })).toBeNull();
  });

  it('says in one sentence that nothing happened, and renews when the hub was read', async () => {
    let entries: readonly HistoryEntry[] = [];
    const { bridge } = renderHistory(() => entries);
    expect(await screen.findByText(/^Nothing was seen to change/)).toBeDefined();
    entries = [sampleEntry()];
    act(() => bridge.emit('registrationsChanged', { hubId: 'hub-1' }));
    expect(await items()).toHaveLength(1);
  });

  it('says why it cannot be told', async () => {
    renderPart(<HistoryList hubId="hub-1" registrationId="REG-22951" />, {
      review: { history: () => Promise.resolve(fail({ code: 'hubMissing' })) },
    });
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});
