import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#contract/result.ts';
import { deferred } from '../../doubles/deferred.ts';
import { sampleHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { columnOf, findList, renderRegistrations, rowOf } from './render-registrations.tsx';
import { sampleCopy, sampleRegistration, threeRegistrations } from './sample-registrations.ts';

describe('the list of registrations', () => {
  it('shows the saved copy at once, and what the Hub says as soon as it comes', async () => {
    const answer = deferred<ReturnType<typeof ok<ReturnType<typeof sampleCopy>>>>();
    renderRegistrations({ registrations: { refresh: () => answer.promise } });
    const list = await findList();
    expect(columnOf(list, 'Name')).toEqual(['CardDisputes', 'MotorClaims', 'SalesDesk3']);
    answer.resolve(ok({ ...sampleCopy(threeRegistrations.slice(0, 2)), takenAtMs: Date.now() }));
    await waitFor(() => expect(columnOf(list, 'Name')).toEqual(['MotorClaims', 'SalesDesk3']));
    expect(screen.getByRole('heading', { level: 1, name: 'Registrations' })).toBeDefined();
    expect(screen.getByText('2 of 2')).toBeDefined();
  });

  it('has the seven columns, and says how many rows there are', async () => {
    renderRegistrations();
    const list = await findList();
    expect(
      within(list)
        .getAllByRole('columnheader')
        .map((head) => head.textContent),
    ).toEqual(['Label', 'Name', 'Platform', 'Status', 'Production level', 'System URL', 'Updated']);
    expect(list.getAttribute('aria-rowcount')).toBe('4');
    expect(rowOf(list, 'SalesDesk3').getAttribute('aria-rowindex')).toBe('4');
    expect(columnOf(list, 'Production level')).toEqual(['10', '5 Production', '2 Development']);
  });

  it('tells each status by a word, with the Hub’s own at hand, and an unknown one as it came', async () => {
    renderRegistrations();
    const list = await findList();
    expect(columnOf(list, 'Status')).toEqual(['Quarantined', 'Active', 'Synchronizing']);
    expect(within(rowOf(list, 'SalesDesk3')).getByTitle('The Hub says “Open-SyncProgress”')).toBeDefined();
  });

  it('sorts by any column, by pointer and by key', async () => {
    const { user } = renderRegistrations();
    const list = await findList();
    await user.click(within(list).getByRole('columnheader', { name: 'Platform' }));
    expect(columnOf(list, 'Platform')).toEqual(['Pega', 'Salesforce', 'uPlusTelco']);
    const head = within(list).getByRole('columnheader', { name: 'Platform' });
    expect(head.getAttribute('aria-sort')).toBe('ascending');
    head.focus();
    await user.keyboard('{Enter}');
    expect(columnOf(list, 'Platform')).toEqual(['uPlusTelco', 'Salesforce', 'Pega']);
    await user.keyboard('{ArrowRight} ');
    expect(within(list).getByRole('columnheader', { name: 'Status' }).getAttribute('aria-sort')).toBe('ascending');
    expect(columnOf(list, 'Status')).toEqual(['Quarantined', 'Synchronizing', 'Active']);
  });

  it('filters over every field while one types, and says how many are left', async () => {
    const { user } = renderRegistrations();
    const list = await findList();
    await user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search' }));
    await user.keyboard('emea');
    expect(columnOf(list, 'Name')).toEqual(['CardDisputes']);
    expect(screen.getByText('1 of 3')).toBeDefined();
    await user.keyboard('/x');
    expect(screen.getByText('None of the 3 registrations contains “emea/x” in any field.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(screen.getByText('3 of 3')).toBeDefined();
  });

  it('keeps selection, order and filter when the copy is renewed', async () => {
    let registrations = threeRegistrations;
    const { user, bridge } = renderRegistrations({
      registrations: { saved: () => Promise.resolve(ok(sampleCopy(registrations))) },
    });
    const list = await findList();
    await user.click(within(list).getByRole('columnheader', { name: 'Label' }));
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'user1');
    await user.click(rowOf(list, 'MotorClaims'));
    registrations = [...threeRegistrations, sampleRegistration({ ID: 'REG-1', applicationLabel: 'Zebra' })];
    act(() => bridge.emit('registrationsChanged', { hubId: 'hub-1' }));
    await waitFor(() => expect(columnOf(list, 'Label')[0]).toBe('Zebra'));
    expect(rowOf(list, 'MotorClaims').getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('complementary', { name: 'Details of Harbourlight - Motor Claims' })).toBeDefined();
  });

  it('asks the Hub once more on Refresh, and never hides what is there meanwhile', async () => {
    const second = deferred<never>();
    let asked = 0;
    const { user } = renderRegistrations({
      registrations: {
        refresh: () => {
          asked += 1;
          return asked === 1 ? Promise.resolve(ok(sampleCopy())) : second.promise;
        },
      },
    });
    const list = await findList();
    await waitFor(() => expect(asked).toBe(1));
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(asked).toBe(2);
    expect(columnOf(list, 'Name')).toHaveLength(3);
    expect(screen.getByRole('progressbar', { name: 'Reading the registrations from the Hub' })).toBeDefined();
  });

  it('draws only the rows near the eye of a long list', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      sampleRegistration({ ID: `REG-${index}`, applicationLabel: `Desk ${index}`, applicationName: `Desk${index}` }),
    );
    const { user } = renderRegistrations({ copy: sampleCopy(many) });
    const list = await findList();
    expect(list.getAttribute('aria-rowcount')).toBe('10001');
    expect(screen.getByText('10,000 of 10,000')).toBeDefined();
    expect(within(list).getAllByRole('row').length).toBeLessThan(100);
    await user.click(rowOf(list, /^Desk 0 /));
    await user.keyboard('{End}');
    expect(rowOf(list, /^Desk 9999 /).getAttribute('aria-rowindex')).toBe('10001');
    expect(document.activeElement).toBe(rowOf(list, /^Desk 9999 /));
  });

  it('invites to register where nothing is registered yet', async () => {
    const { user } = renderRegistrations({ copy: sampleCopy([]) });
    expect(await screen.findByRole('heading', { name: 'No application is registered yet' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Register the first application' }));
    expect(screen.getByRole('dialog', { name: 'Register application' })).toBeDefined();
  });

  it('starts afresh for another hub', async () => {
    const { user, show } = renderRegistrations();
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'emea');
    show(sampleHub({ id: 'hub-2', name: 'Staging' }));
    await findList();
    expect(screen.getByRole('searchbox', { name: 'Search' })).toHaveProperty('value', '');
  });

  it('is found in order by axe, empty, filled and filtered to nothing', async () => {
    const { user } = renderRegistrations();
    await user.click(rowOf(await findList(), 'CardDisputes'));
    expect(await axeProblems()).toEqual([]);
    await user.type(screen.getByRole('searchbox', { name: 'Search' }), 'zebra');
    expect(await axeProblems()).toEqual([]);
  });
});

describe('the keys of the list', () => {
  it('walk, open and close without a pointer', async () => {
    const { user } = renderRegistrations();
    const list = await findList();
    within(list).getByRole('columnheader', { name: 'Label' }).focus();
    await user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(rowOf(list, 'CardDisputes'));
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(rowOf(list, 'SalesDesk3'));
    expect(screen.queryByRole('complementary')).toBeNull();
    await user.keyboard('{Enter}');
    expect(screen.getByRole('complementary', { name: 'Details of uPlusTelco - Sales Desk 3' })).toBeDefined();
    await user.keyboard('{ArrowUp}');
    expect(screen.getByRole('complementary', { name: 'Details of Harbourlight - Motor Claims' })).toBeDefined();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(rowOf(list, 'MotorClaims'));
    await user.keyboard('{Home}{ArrowUp}');
    expect(document.activeElement).toBe(within(list).getByRole('columnheader', { name: 'Label' }));
  });

  it('lead back to the row when the details are closed from within', async () => {
    const { user } = renderRegistrations();
    const list = await findList();
    await user.click(rowOf(list, 'MotorClaims'));
    await user.click(screen.getByRole('button', { name: 'Close details' }));
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(rowOf(list, 'MotorClaims'));
  });
});
