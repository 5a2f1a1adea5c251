import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import { findList, renderRegistrations, rowOf } from './render-registrations.tsx';
import { sampleCopy, sampleRegistration, threeRegistrations } from './sample-registrations.ts';

type Setting = NonNullable<Parameters<typeof renderRegistrations>[0]>;

async function open(text: string, setting: Setting = {}) {
  const running = renderRegistrations(setting);
  await running.user.click(rowOf(await findList(), text));
  return { ...running, details: screen.getByRole('complementary') };
}

/** The value beside a name. */
function valueOf(details: HTMLElement, name: string): string | null | undefined {
  const term = within(details)
    .getAllByRole('term')
    .find(({ textContent }) => textContent === name);
  return term?.nextElementSibling?.textContent;
}

describe('the details of a registration', () => {
  it('show every documented field under its name', async () => {
    const { details } = await open('SalesDesk3');
    expect(within(details).getByRole('heading', { level: 2, name: 'uPlusTelco - Sales Desk 3' })).toBeDefined();
    expect(within(details).getByText('REG-22951')).toBeDefined();
    expect(within(details).getByTitle('The Hub says “Open-SyncProgress”').textContent).toBe('Synchronizing');
    expect(within(details).getByText('Open-SyncProgress')).toBeDefined();
    expect(valueOf(details, 'System URL')).toBe('https://ap15.uplustelco.com');
    expect(valueOf(details, 'Application name')).toBe('SalesDesk3');
    expect(valueOf(details, 'Description')).toContain('captures sales information');
    expect(valueOf(details, 'Platform')).toBe('uPlusTelco');
    expect(valueOf(details, 'Production level')).toBe('2 Development');
    expect(valueOf(details, 'Weighting')).toBe('1');
    expect(valueOf(details, 'Sync errors')).toBe('0');
    expect(valueOf(details, 'Client ID')).toBe('69747281128570844473');
    expect(valueOf(details, 'Last task synced')).toBe('Never');
    expect(valueOf(details, 'Created')).toContain('21 Apr 2021 by user1');
    expect(valueOf(details, 'Created')).toMatch(/21 Apr 2021, \d\d:47:37 /);
    expect(valueOf(details, 'Updated')).toContain('by user2');
  });

  it('show whatever else the Hub sent, and name what is withheld without its value', async () => {
    const { details } = await open('CardDisputes');
    expect(within(details).getByRole('heading', { name: 'Other fields the Hub sent' })).toBeDefined();
    expect(valueOf(details, 'region')).toBe('EMEA');
    expect(valueOf(details, 'pair')).toContain('"keyed": true');
    expect(valueOf(details, 'pair.clientSecret')).toMatch(/^Withheld/);
    expect(document.body.textContent).not.toContain('never-shown');
    expect(valueOf(details, 'Updated')).toBe('None');
  });

  it('copy an ID or an address as it is', async () => {
    const copied: string[] = [];
    const { user, details } = await open('SalesDesk3', {
      app: {
        copyText: ({ text }) => {
          copied.push(text);
          return Promise.resolve(ok(null));
        },
      },
    });
    await user.click(within(details).getByRole('button', { name: 'Copy ID' }));
    expect(await within(details).findByRole('button', { name: 'Copied' })).toBeDefined();
    await user.click(within(details).getByRole('button', { name: 'Copy System URL' }));
    await user.click(within(details).getByRole('button', { name: 'Copy Client ID' }));
    expect(copied).toEqual(['REG-22951', 'https://ap15.uplustelco.com', '69747281128570844473']);
  });

  it('read one registration again and show what changed, in the list too', async () => {
    const now: JsonObject = { status: 'Active', weighting: '4' };
    const { user, details } = await open('SalesDesk3', {
      registrations: { read: () => Promise.resolve(ok(sampleRegistration(now))) },
    });
    await user.click(within(details).getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(valueOf(details, 'Weighting')).toBe('4'));
    expect(within(rowOf(await findList(), 'SalesDesk3')).getByText('Active')).toBeDefined();
  });

  it('say what became of one that the Hub no longer has', async () => {
    const { user, details } = await open('SalesDesk3', {
      registrations: { read: () => Promise.resolve(fail({ code: 'registrationGone' })) },
    });
    await user.click(within(details).getByRole('button', { name: 'Read again' }));
    const notice = await within(details).findByRole('alert');
    expect(notice.textContent).toContain('The Hub no longer has this registration.');
    await user.click(within(notice).getByRole('button', { name: 'Dismiss' }));
    expect(within(details).queryByRole('alert')).toBeNull();
  });

  it('go when the registration leaves the list', async () => {
    let registrations = threeRegistrations;
    const { user } = await open('SalesDesk3', {
      registrations: { refresh: () => Promise.resolve(ok(sampleCopy(registrations))) },
    });
    registrations = threeRegistrations.slice(1);
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
  });
});

describe('Escape', () => {
  it('closes the details at the first press, also where a tooltip stands', async () => {
    const { user } = renderRegistrations();
    await user.click(rowOf(await findList(), 'SalesDesk3'));
    const close = screen.getByRole('button', { name: 'Close details' });
    for (let presses = 0; document.activeElement !== close && presses < 40; presses += 1) await user.tab();
    expect(await screen.findByRole('tooltip')).toBeDefined();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('complementary')).toBeNull());
    expect(screen.queryByRole('tooltip')).toBeNull();
  });
});
