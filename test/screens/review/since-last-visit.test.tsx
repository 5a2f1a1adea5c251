import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { VisitSummary } from '#contract/review.ts';
import { fail, ok } from '#contract/result.ts';
import { SinceLastVisit } from '../../../renderer/features/review/since-last-visit.tsx';
import { sampleHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderPart, sampleEntry } from './render-review.tsx';

const none: VisitSummary = { sinceMs: null, entries: [], appearedCount: 0, changedCount: 0, disappearedCount: 0 };
const TWO_DAYS_MS = 2 * 24 * 60 * 60_000;

const some: VisitSummary = {
  sinceMs: Date.now() - TWO_DAYS_MS,
  entries: [
    sampleEntry({ registrationId: 'REG-3', applicationName: 'Gone', kind: 'disappeared', changes: [] }),
    sampleEntry(),
    sampleEntry({ registrationId: 'REG-2', applicationName: '', kind: 'appeared', changes: [], operator: null }),
    sampleEntry({ registrationId: 'REG-3', applicationName: 'Gone' }),
  ],
  appearedCount: 1,
  changedCount: 2,
  disappearedCount: 1,
};

function renderSummary(summary: () => VisitSummary) {
  const opened: string[] = [];
  let marked = 0;
  const running = renderPart(<SinceLastVisit hub={sampleHub()} onOpen={(id) => void opened.push(id)} />, {
    review: {
      sinceLastVisit: () => Promise.resolve(ok(summary())),
      markVisited: () => {
        marked += 1;
        return Promise.resolve(ok(null));
      },
    },
  });
  return { ...running, opened, marked: () => marked };
}

describe('what happened since the last visit', () => {
  it('counts it in one sentence with the day it is counted from', async () => {
    renderSummary(() => some);
    expect(
      await screen.findByText(/^1 appeared, 2 changed, 1 disappeared since [A-Z][a-z]+day \d\d:\d\d\./),
    ).toBeDefined();
    expect(await axeProblems()).toEqual([]);
  });

  it('lists what happened, each leading to its registration while there is one', async () => {
    const { user, opened } = renderSummary(() => some);
    const list = await screen.findByRole('list', { name: 'Since your last visit' });
    const lines = within(list).getAllByRole('listitem');
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      'GoneDisappeared from the Hub by areks12 h ago',
      'SalesDesk3Status: Synchronizing (Open-SyncProgress) → Active by areks12 h ago',
      'REG-2Appeared2 h ago',
      'GoneStatus: Synchronizing (Open-SyncProgress) → Active by areks12 h ago',
    ]);
    expect(
      within(list)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['SalesDesk3', 'REG-2']);
    await user.click(within(list).getByRole('button', { name: 'SalesDesk3' }));
    expect(opened).toEqual(['REG-22951']);
  });

  it('is taken as seen by the person, not by itself', async () => {
    let summary = some;
    const { user, marked } = renderSummary(() => summary);
    const button = await screen.findByRole('button', { name: 'Mark as seen' });
    expect(marked()).toBe(0);
    summary = { ...none, sinceMs: Date.now() };
    await user.click(button);
    await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^Nothing changed since \d\d:\d\d\./));
    expect(marked()).toBe(1);
    expect(screen.queryByRole('button', { name: 'Mark as seen' })).toBeNull();
  });

  it('says at the first visit what will be here', async () => {
    renderSummary(() => none);
    expect(await screen.findByText(/^This is your first visit/)).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that only the newest of very many are listed', async () => {
    renderSummary(() => ({ ...some, changedCount: 1200 }));
    expect(await screen.findByText('The newest 4 are listed.')).toBeDefined();
  });

  it('says why it cannot be told', async () => {
    renderPart(<SinceLastVisit hub={sampleHub()} onOpen={() => undefined} />, {
      review: { sinceLastVisit: () => Promise.resolve(fail({ code: 'hubMissing' })) },
    });
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});
