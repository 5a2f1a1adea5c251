import { screen, waitFor, within } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Hub } from '#contract/credentials.ts';
import type { CompareInput } from '#contract/review-inputs.ts';
import type { Comparison } from '#contract/review.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { CompareScreen } from '../../../renderer/features/compare/compare-screen.tsx';
import { sampleHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { sampleRegistration } from '../registrations/sample-registrations.ts';
import { renderPart } from '../review/render-review.tsx';

const production = sampleHub({ id: 'hub-1', name: 'Production' });
const staging = sampleHub({ id: 'hub-2', name: 'Staging' });

const same: Comparison = {
  leftTakenAtMs: Date.now(),
  rightTakenAtMs: Date.now(),
  onlyLeft: [],
  onlyRight: [],
  different: [],
  sameCount: 120,
  ambiguous: [],
  ignoredFields: [],
};

const different: Comparison = {
  ...same,
  sameCount: 116,
  onlyRight: [
    sampleRegistration({ ID: 'REG-7', applicationName: 'MotorClaims', applicationLabel: 'Motor claims' }),
    sampleRegistration({ ID: 'REG-8', applicationName: 'CardDisputes', applicationLabel: 'Card disputes' }),
  ],
  different: [
    {
      key: 'SalesDesk3',
      left: sampleRegistration(),
      right: sampleRegistration({ ID: 'REG-9' }),
      fields: [
        { field: 'status', left: 'Active', right: 'Stopped' },
        { field: 'productionLevel', left: '5', right: '4' },
      ],
    },
  ],
};

function renderCompare(
  answer: (input: CompareInput) => Result<Comparison>,
  { hubs = [production, staging], moments = [] }: { hubs?: readonly Hub[]; moments?: readonly number[] } = {},
) {
  const asked: CompareInput[] = [];
  const opened: string[] = [];
  const running = renderPart(
    <CompareScreen hubs={hubs} hubId="hub-1" onOpen={(hubId, id) => void opened.push(`${hubId} ${id}`)} />,
    {
      review: {
        moments: () => Promise.resolve(ok(moments)),
        compare: (input) => {
          asked.push(input);
          return Promise.resolve(answer(input));
        },
      },
    },
  );
  return { ...running, asked, opened };
}

const sideOf = (name: string) => within(screen.getByRole('group', { name }));

async function choose(user: UserEvent, button: HTMLElement, option: string | RegExp): Promise<void> {
  await user.click(button);
  await user.click(screen.getByRole('option', { name: option }));
}

/** The rows of a table, each as the texts of its cells. */
function rowsOf(table: HTMLElement): readonly (readonly (string | null)[])[] {
  return within(table)
    .getAllByRole('row')
    .map((row) => [...row.children].map(({ textContent }) => textContent));
}

describe('comparing two hubs', () => {
  it('answers in one sentence that production is what staging is', async () => {
    const { asked } = renderCompare(() => ok(same));
    expect(await screen.findByText('Everything is the same: 120 registrations.')).toBeDefined();
    expect(asked).toEqual([
      { left: { hubId: 'hub-1', atMs: null }, right: { hubId: 'hub-2', atMs: null }, matchBy: 'applicationName' },
    ]);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('counts what is not, and shows every field with both values side by side', async () => {
    renderCompare(() => ok(different));
    expect(await screen.findByText('1 differs, 2 only in Staging; 116 the same.')).toBeDefined();
    expect(rowsOf(screen.getByRole('table', { name: 'Different' }))).toEqual([
      ['Field', 'Production', 'Staging'],
      ['SalesDesk3 uPlusTelco - Sales Desk 3', 'Open', 'Open'],
      ['Status', 'Active', 'Stopped'],
      ['Production level', '5 Production', '4 Staging'],
    ]);
    const only = screen.getByRole('table', { name: 'Only in Staging' });
    expect(
      rowsOf(only)
        .slice(1)
        .map(([name]) => name),
    ).toEqual(['MotorClaims', 'CardDisputes']);
    expect(screen.queryByRole('table', { name: 'Only in Production' })).toBeNull();
    expect(await axeProblems()).toEqual([]);
  });

  it('leads to a registration on its own side', async () => {
    const { user, opened } = renderCompare(() => ok(different));
    await user.click(await screen.findByRole('button', { name: 'Open SalesDesk3, Production' }));
    await user.click(screen.getByRole('button', { name: 'Open SalesDesk3, Staging' }));
    await user.click(screen.getByRole('button', { name: 'MotorClaims' }));
    expect(opened).toEqual(['hub-1 REG-22951', 'hub-2 REG-9', 'hub-2 REG-7']);
  });

  it('swaps its sides', async () => {
    const { user, asked } = renderCompare(() => ok(different));
    await screen.findByRole('table', { name: 'Different' });
    await user.click(screen.getByRole('button', { name: 'Swap sides' }));
    await waitFor(() => expect(asked.at(-1)?.left.hubId).toBe('hub-2'));
    expect(sideOf('Left side').getByRole('button', { name: /Hub$/ }).textContent).toContain('Staging');
  });

  it('matches by what the person chooses, and not by an ID that means nothing on another hub', async () => {
    const { user, asked } = renderCompare(() => ok(different));
    await user.click(screen.getByRole('button', { name: /Match by/ }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      'Application name',
      'Application label',
      'System URL',
    ]);
    await user.click(screen.getByRole('option', { name: 'System URL' }));
    await waitFor(() => expect(asked.at(-1)?.matchBy).toBe('systemUrl'));
  });

  it('narrows the lists to what contains every word', async () => {
    const { user } = renderCompare(() => ok(different));
    const filter = await screen.findByRole('searchbox', { name: 'Filter' });
    await user.type(filter, 'stopped');
    await waitFor(() => expect(screen.queryByRole('table', { name: 'Only in Staging' })).toBeNull());
    expect(screen.getByRole('table', { name: 'Different' })).toBeDefined();
    await user.type(filter, 'x');
    expect(await screen.findByText('None of what differs contains “stoppedx”.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(await screen.findByRole('table', { name: 'Only in Staging' })).toBeDefined();
  });

  it('says what could not be matched and what was left out', async () => {
    const { user } = renderCompare(() =>
      ok({
        ...same,
        ambiguous: [
          { key: 'SalesDesk3', leftCount: 2, rightCount: 1 },
          { key: '', leftCount: 0, rightCount: 3 },
        ],
        ignoredFields: ['ID', 'updateDateTime'],
      }),
    );
    expect(await screen.findByText('What could be matched is the same: 120 registrations.')).toBeDefined();
    const title = '2 application names are there more than once and cannot be matched.';
    expect(screen.getByText(title)).toBeDefined();
    expect(screen.getByText('SalesDesk3 (Production 2, Staging 1)')).toBeDefined();
    expect(screen.getByText('Without one (Production 0, Staging 3)')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '2 fields left out' }));
    expect(screen.getByText(/ID, Updated\.$/)).toBeDefined();
  });

  it('shows the first two hundred of very many, then more', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      sampleRegistration({ ID: `REG-${index}`, applicationName: `App${index}` }),
    );
    const { user } = renderCompare(() => ok({ ...same, onlyLeft: many }));
    const table = await screen.findByRole('table', { name: 'Only in Production' });
    expect(table.querySelectorAll('tbody tr')).toHaveLength(200);
    expect(screen.getByText('200 of 10,000 shown')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show 200 more' }));
    expect(table.querySelectorAll('tbody tr')).toHaveLength(400);
  });
});

describe('comparing one hub with its past', () => {
  const before = new Date(2025, 3, 21, 9, 30).getTime();

  it('asks for another moment first', async () => {
    const { asked } = renderCompare(() => ok(same), { hubs: [production], moments: [before] });
    expect(screen.getByRole('heading', { name: 'Both sides are the same' })).toBeDefined();
    await waitFor(() => expect(asked).toEqual([]));
  });

  it('tells the sides by their moments, and may match by ID', async () => {
    const past = { ...different, onlyRight: [], onlyLeft: different.onlyRight };
    const { user, asked, opened } = renderCompare(() => ok(past), { hubs: [production], moments: [before] });
    await choose(user, sideOf('Left side').getByRole('button', { name: /As of/ }), /^21 Apr 2025, 09:30:00/);
    expect(await screen.findByText('1 differs, 2 only at 21 Apr 2025, 09:30; 116 the same.')).toBeDefined();
    expect(
      within(screen.getByRole('table', { name: 'Different' })).getByRole('columnheader', { name: 'Now' }),
    ).toBeDefined();
    // The past has nothing to open.
    expect(screen.queryByRole('button', { name: 'MotorClaims' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Open SalesDesk3, Now' }));
    expect(opened).toEqual(['hub-1 REG-9']);
    await choose(user, screen.getByRole('button', { name: /Match by/ }), 'ID');
    await waitFor(() =>
      expect(asked.at(-1)).toEqual({
        left: { hubId: 'hub-1', atMs: before },
        right: { hubId: 'hub-1', atMs: null },
        matchBy: 'id',
      }),
    );
  });
});

it('says when a side was never read', async () => {
  renderCompare(() => fail({ code: 'momentUnknown' }));
  expect((await screen.findByRole('alert')).textContent).toMatch(/^Nothing of this hub was read by that time/);
});

it('compares again when a hub was read anew', async () => {
  const { bridge, asked } = renderCompare(() => ok(same));
  await screen.findByText(/^Everything is the same/);
  bridge.emit('registrationsChanged', { hubId: 'hub-2' });
  await waitFor(() => expect(asked).toHaveLength(2));
});
