import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { SavedCopy } from '#contract/registration.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { defaultSettings, type ListFilter } from '#contract/settings.ts';
import { BridgeContext } from '../../../renderer/app/bridge-context.tsx';
import { queryClient } from '../../../renderer/app/query-client.ts';
import { OverviewScreen } from '../../../renderer/features/overview/overview-screen.tsx';
import { fakeBridge } from '../../doubles/fake-bridge.ts';
import { sampleHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { sampleCopy, sampleRegistration, threeRegistrations } from '../registrations/sample-registrations.ts';

async function renderOverview(saved: Result<SavedCopy | null> = ok(sampleCopy())) {
  const shown: Partial<ListFilter>[] = [];
  const bridge = fakeBridge({
    registrations: { saved: () => Promise.resolve(saved) },
    settings: { read: () => Promise.resolve(ok({ ...defaultSettings, staleAfterDays: 30 })) },
  });
  render(
    <BridgeContext value={bridge}>
      <QueryClientProvider client={queryClient()}>
        <OverviewScreen hub={sampleHub()} onShow={(filter) => shown.push(filter)}>
          <p>since the last visit</p>
        </OverviewScreen>
      </QueryClientProvider>
    </BridgeContext>,
  );
  await screen.findAllByRole('button', { name: /Show / });
  return { user: userEvent.setup(), shown };
}

describe('the overview of a hub', () => {
  it('counts by status along the life cycle, in words and numbers', async () => {
    const { user, shown } = await renderOverview();
    const chart = within(screen.getByRole('region', { name: 'By status' }));
    expect(chart.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Synchronizing133 %Show 1 synchronizing registration',
      'Active133 %Show 1 active registration',
      'Quarantined133 %Show 1 Quarantined registration',
    ]);
    await user.click(chart.getByRole('button', { name: /Show 1 active registration$/ }));
    await user.click(chart.getByRole('button', { name: /Show 1 Quarantined registration$/ }));
    expect(shown).toEqual([{ statuses: ['active'] }, { statuses: ['unknown Quarantined'] }]);
  });

  it('counts by platform, the rare ones together', async () => {
    const many = Array.from({ length: 40 }, (_, index) =>
      sampleRegistration({ ID: `REG-${index}`, platform: index < 27 ? 'Pega' : `Platform ${index}` }),
    );
    const { user, shown } = await renderOverview(ok(sampleCopy(many)));
    const chart = within(screen.getByRole('region', { name: 'By platform' }));
    expect(chart.getAllByRole('button')).toHaveLength(11);
    await user.click(chart.getByRole('button', { name: /Show 27 registrations on Pega$/ }));
    await user.click(chart.getByRole('button', { name: /Show 4 registrations on 4 other platforms$/ }));
    expect(shown[0]).toEqual({ platforms: ['Pega'] });
    expect(shown[1]?.platforms).toHaveLength(4);
  });

  it('points out sync errors and what has gone quiet', async () => {
    const { user, shown } = await renderOverview(
      ok(
        sampleCopy([
          ...threeRegistrations,
          sampleRegistration({ ID: 'REG-1', syncErrors: '3' }),
          sampleRegistration({ ID: 'REG-2', syncErrors: '12' }),
        ]),
      ),
    );
    await user.click(screen.getByRole('button', { name: /Show 2 registrations with sync errors$/ }));
    await user.click(await screen.findByRole('button', { name: /Show 1 registration not synchronized for 30 days$/ }));
    expect(shown).toEqual([{ hasSyncErrors: true }, { isStale: true }]);
  });

  it('says where there is nothing to look at', async () => {
    await renderOverview(ok(sampleCopy(threeRegistrations.slice(0, 1))));
    const part = within(screen.getByRole('region', { name: 'Worth a look' }));
    expect(part.queryByRole('button')).toBeNull();
    expect(part.getAllByText('None')).toHaveLength(2);
  });

  it('tells how many there are, how old that is, and has room for the last visit', async () => {
    await renderOverview();
    expect(screen.getByRole('heading', { level: 1, name: 'Overview' })).toBeDefined();
    expect(screen.getByText(/^3 registrations, read/).textContent).toBe('3 registrations, read 20 min ago');
    expect(screen.getByText('since the last visit')).toBeDefined();
    expect(await axeProblems()).toEqual([]);
  });

  it.each([
    ['nothing was ever read', ok(null), 'Nothing has been read from this hub yet'],
    ['nothing is registered', ok(sampleCopy([])), 'No application is registered yet'],
    ['the copy cannot be read', fail({ code: 'unexpected', reference: 'a1' } as const), 'Nothing has been read'],
  ])('leads to the list where %s', async (_, saved, words) => {
    const { user, shown } = await renderOverview(saved);
    expect(screen.getByRole('heading', { name: new RegExp(words) })).toBeDefined();
    await user.click(screen.getByRole('button', { name: /Show the registrations$/ }));
    expect(shown).toEqual([{}]);
    expect(await axeProblems()).toEqual([]);
  });
});
