import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail } from '#contract/result.ts';
import type { ListFilter, NamedView } from '#contract/settings.ts';
import { NO_FILTER } from '../../../renderer/app/facets.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { columnOf, findList, renderRegistrations, rowOf } from './render-registrations.tsx';
import { sampleCopy, sampleRegistration, threeRegistrations } from './sample-registrations.ts';

/** Also while a panel in front of the list hides it from screen readers. */
const heads = (list: HTMLElement) =>
  within(list)
    .getAllByRole('columnheader', { hidden: true })
    .map((head) => head.textContent);
const button = (name: RegExp | string) => screen.getByRole('button', { name });

describe('narrowing the list', () => {
  it('leaves what is of the chosen statuses, and says so in chips that take it back', async () => {
    const { user } = renderRegistrations();
    const list = await findList();
    await user.click(button('Status'));
    const menu = within(screen.getByRole('menu', { name: 'Status' }));
    expect(menu.getAllByRole('menuitemcheckbox').map(({ textContent }) => textContent)).toEqual([
      'Active1',
      'Quarantined1',
      'Synchronizing1',
    ]);
    await user.click(menu.getByRole('menuitemcheckbox', { name: /Active/ }));
    await user.click(menu.getByRole('menuitemcheckbox', { name: /Quarantined/ }));
    await user.keyboard('{Escape}');
    expect(columnOf(list, 'Name')).toEqual(['CardDisputes', 'MotorClaims']);
    expect(screen.getByText('2 of 3')).toBeDefined();
    await user.click(button('Remove Active'));
    expect(document.activeElement).toBe(button('Status'));
    expect(columnOf(list, 'Name')).toEqual(['CardDisputes']);
    await user.click(button('Clear'));
    expect(screen.getByText('3 of 3')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Clear' })).toBeNull();
  });

  it('goes by platform, level and synchronization too, together with the search', async () => {
    const many = [
      ...threeRegistrations,
      sampleRegistration({ ID: 'REG-9', applicationName: 'Quiet', syncErrors: '4' }),
    ];
    const { user } = renderRegistrations({ copy: sampleCopy(many) });
    const list = await findList();
    await user.click(button('Synchronization'));
    await user.click(screen.getByRole('menuitemcheckbox', { name: /With sync errors/ }));
    await user.keyboard('{Escape}');
    expect(columnOf(list, 'Name')).toEqual(['Quiet']);
    await user.click(button('Platform'));
    await user.click(screen.getByRole('menuitemcheckbox', { name: /Pega/ }));
    await user.keyboard('{Escape}');
    expect(screen.getByText('0 of 4')).toBeDefined();
    expect(screen.getByText('None of the 4 registrations fits: platform Pega, with sync errors.')).toBeDefined();
    await user.click(button('Clear filter'));
    expect(document.activeElement).toBe(screen.getByRole('searchbox'));
    await user.click(button('Production level'));
    await user.click(screen.getByRole('menuitemcheckbox', { name: /5 Production/ }));
    await user.keyboard('{Escape}');
    expect(columnOf(list, 'Name')).toEqual(['MotorClaims']);
  });

  it('is in order by axe, with a menu open and with chips', async () => {
    const { user } = renderRegistrations();
    await findList();
    await user.click(button('Status'));
    await user.click(screen.getByRole('menuitemcheckbox', { name: /Active/ }));
    expect(await axeProblems()).toEqual([]);
    await user.keyboard('{Escape}');
    expect(await axeProblems()).toEqual([]);
  });
});

describe('the search', () => {
  it('is left downwards into the rows, and by Escape once it is empty', async () => {
    const { user } = renderRegistrations();
    const list = await findList();
    await user.keyboard('/motor{ArrowDown}');
    expect(document.activeElement).toBe(rowOf(list, 'MotorClaims'));
    await user.keyboard('{Enter}');
    expect(screen.getByRole('complementary')).toBeDefined();
    await user.keyboard('/{Escape}');
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
    expect(screen.getByRole('complementary')).toBeDefined();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(rowOf(list, 'MotorClaims'));
  });

  it('keeps the selection of a row that it hides', async () => {
    const { user } = renderRegistrations();
    const list = await findList();
    await user.click(rowOf(list, 'MotorClaims'));
    await user.keyboard('{Escape}/card');
    expect(columnOf(list, 'Name')).toEqual(['CardDisputes']);
    await user.keyboard('{Escape}');
    expect(rowOf(list, 'MotorClaims').getAttribute('aria-selected')).toBe('true');
  });
});

describe('the columns', () => {
  it('are shown, hidden and moved, and kept', async () => {
    const changes: unknown[] = [];
    const { user } = renderRegistrations({
      settings: {
        read: () => Promise.resolve(fail({ code: 'unexpected', reference: 'none' })),
        change: (change) => {
          changes.push(change);
          return Promise.resolve(fail({ code: 'storageFailed', cause: 'full' }));
        },
      },
    });
    const list = await findList();
    await user.click(button('Columns'));
    const panel = within(screen.getByRole('dialog', { name: 'Columns' }));
    await user.click(panel.getByRole('button', { name: 'Show Weighting' }));
    await waitFor(() => expect(heads(list).at(-1)).toBe('Weighting'));
    expect(document.activeElement).toBe(panel.getByRole('button', { name: 'Move Weighting up' }));
    await user.click(panel.getByRole('button', { name: 'Hide Platform' }));
    await waitFor(() => expect(heads(list)).not.toContain('Platform'));
    expect(document.activeElement).toBe(panel.getByRole('button', { name: 'Show Platform' }));
    await user.click(panel.getByRole('button', { name: 'Move Name up' }));
    await waitFor(() => expect(heads(list).slice(0, 2)).toEqual(['Name', 'Label']));
    // The way up has ended: the focus goes on to the way down.
    expect(document.activeElement).toBe(panel.getByRole('button', { name: 'Move Name down' }));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(heads(list).slice(0, 2)).toEqual(['Label', 'Name']));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(heads(list).slice(0, 3)).toEqual(['Label', 'Status', 'Name']));
    expect(document.activeElement).toBe(panel.getByRole('button', { name: 'Move Name down' }));
    expect(await axeProblems()).toEqual([]);
    await user.click(panel.getByRole('button', { name: 'Use the usual columns and widths' }));
    await waitFor(() => expect(heads(list)).toHaveLength(7));
    expect(changes).toHaveLength(6);
    expect(changes.at(-1)).toEqual({ columns: null });
    await user.keyboard('{Escape}');
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
  });

  it('are made wider and narrower by keys and by the pointer', async () => {
    renderRegistrations({ kept: { columns: ['name', 'id', 'status'].map((id) => ({ id, widthPx: null })) } });
    const list = await findList();
    const head = await within(list).findByRole('columnheader', { name: 'ID' });
    head.getBoundingClientRect = () => new DOMRect(0, 0, 112, 32);
    const tracks = () => list.style.getPropertyValue('--columns');
    fireEvent.keyDown(head, { key: 'ArrowRight', shiftKey: true });
    await waitFor(() => expect(tracks()).toBe('minmax(120px, 1.4fr) 128px 160px'));
    const edge = head.lastElementChild!;
    edge.setPointerCapture = () => undefined;
    fireEvent.pointerDown(edge, { button: 0, clientX: 300 });
    fireEvent.pointerMove(edge, { clientX: 340 });
    expect(tracks()).toBe('minmax(120px, 1.4fr) 152px 160px');
    fireEvent.pointerUp(edge, { clientX: 350 });
    await waitFor(() => expect(tracks()).toBe('minmax(120px, 1.4fr) 162px 160px'));
    fireEvent.doubleClick(edge);
    await waitFor(() => expect(tracks()).toBe('minmax(120px, 1.4fr) 112px 160px'));
  });

  it('can be every field, sorted by each', async () => {
    const all = ['id', 'description', 'weighting', 'syncErrors', 'lastTaskSynced', 'clientId', 'created', 'createdBy'];
    const { user } = renderRegistrations({ kept: { columns: all.map((id) => ({ id, widthPx: null })) } });
    const list = await findList();
    await within(list).findByRole('columnheader', { name: 'ID' });
    expect(heads(list)).toEqual([
      'ID',
      'Description',
      'Weighting',
      'Sync errors',
      'Last task synced',
      'Client ID',
      'Created',
      'Created by',
    ]);
    await user.click(within(list).getByRole('columnheader', { name: 'ID' }));
    await user.click(within(list).getByRole('columnheader', { name: 'ID' }));
    expect(columnOf(list, 'ID')).toEqual(['REG-22953', 'REG-22952', 'REG-22951']);
  });

  it('have higher rows when a person wants them comfortable', async () => {
    renderRegistrations({ kept: { rowHeight: 'comfortable' } });
    const list = await findList();
    await waitFor(() => expect(rowOf(list, 'SalesDesk3').style.top).toBe('80px'));
  });
});

describe('views', () => {
  it('are saved under a name, shown again, replaced and removed', async () => {
    const { user } = renderRegistrations();
    const list = await findList();
    await user.click(within(list).getByRole('columnheader', { name: 'Platform' }));
    await user.keyboard('/example');
    await user.click(button('Views'));
    let panel = within(screen.getByRole('dialog', { name: 'Views' }));
    await user.type(panel.getByRole('textbox', { name: 'Name' }), 'Mine{Enter}');
    expect((await panel.findByRole('button', { name: 'Mine' })).getAttribute('aria-current')).toBe('true');
    expect(await axeProblems()).toEqual([]);
    await user.type(panel.getByRole('textbox', { name: 'Name' }), 'mine');
    expect(panel.getByRole('button', { name: 'Replace the view' })).toBeDefined();
    await user.keyboard('{Escape}');

    await user.click(within(list).getByRole('columnheader', { name: 'Name' }));
    await user.click(button('Clear search'));
    await user.click(button('Views'));
    panel = within(screen.getByRole('dialog', { name: 'Views' }));
    expect(panel.getByRole('button', { name: 'Mine' }).getAttribute('aria-current')).toBeNull();
    await user.click(panel.getByRole('button', { name: 'Mine' }));
    expect(columnOf(list, 'Platform')).toEqual(['Pega', 'Salesforce']);
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'example');
    await user.click(button('Views'));
    await user.click(screen.getByRole('button', { name: 'Remove the view Mine' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Mine/ })).toBeNull());
  });

  it('of another version show what is known of them', async () => {
    const view: NamedView = {
      name: 'Old',
      view: {
        columns: [
          { id: 'gone', widthPx: 100 },
          { id: 'name', widthPx: null },
        ],
        sort: { column: 'gone', direction: 'descending' },
        filter: { ...NO_FILTER, text: 'motor' },
      },
    };
    const { user } = renderRegistrations({ kept: { views: [view] } });
    const list = await findList();
    await user.click(button('Views'));
    await user.click(await screen.findByRole('button', { name: 'Old' }));
    await waitFor(() => expect(heads(list)).toEqual(['Name']));
    expect(columnOf(list, 'Name')).toEqual(['MotorClaims']);
  });
});

describe('a place that the frame keeps', () => {
  it('is shown, told at every move, and told as a step when details open or close', async () => {
    const told: { readonly filter: ListFilter; readonly openId?: string; readonly isStep: boolean }[] = [];
    const { user, goTo } = renderRegistrations({
      place: { filter: { statuses: ['active'] }, openId: 'REG-22952' },
      onPlace: (place, isStep) => told.push({ ...place, isStep }),
    });
    const list = await findList();
    expect(columnOf(list, 'Name')).toEqual(['MotorClaims']);
    expect(screen.getByRole('complementary', { name: /Motor Claims/ })).toBeDefined();
    expect(rowOf(list, 'MotorClaims').getAttribute('aria-selected')).toBe('true');

    await user.click(button('Close details'));
    const order = { column: 'label', direction: 'ascending' };
    expect(told.at(-1)).toEqual({ filter: { ...NO_FILTER, statuses: ['active'] }, order, isStep: true });
    await user.click(button('Clear'));
    expect(told.at(-1)).toEqual({ filter: NO_FILTER, order, isStep: false });
    await user.click(within(list).getByRole('columnheader', { name: /Name/ }));
    expect(told.at(-1)).toMatchObject({ order: { column: 'name', direction: 'ascending' }, isStep: false });
    await user.click(rowOf(list, 'CardDisputes'));
    expect(told.at(-1)).toMatchObject({ openId: 'REG-22953', isStep: true });
    await user.keyboard('{ArrowDown}');
    expect(told.at(-1)).toMatchObject({ openId: 'REG-22952', isStep: false });

    act(() => goTo({ filter: { text: 'emea' } }));
    expect(columnOf(list, 'Name')).toEqual(['CardDisputes']);
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(screen.getByRole('searchbox')).toHaveProperty('value', 'emea');
  });
});
