import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Checkup, CheckStep } from '#contract/checkup.ts';
import { fail, ok } from '#contract/result.ts';
import type { fakeBridge } from '../../doubles/fake-bridge.ts';
import { deferred } from '../../doubles/deferred.ts';
import { sampleHub, validToken } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderApp } from '../app/render-app.tsx';

type Given = NonNullable<Parameters<typeof fakeBridge>[0]>;

const host = 'hub.example.com';
const hub = sampleHub();
const certificate = {
  subject: 'CN=hub.example.com',
  issuer: 'CN=Example Corporate CA',
  validFromMs: Date.UTC(2026, 0, 1),
  validToMs: Date.UTC(2027, 0, 1),
  fingerprint256: 'AB:CD:EF',
};

const step = (name: CheckStep['name'], more: Partial<CheckStep> = {}): CheckStep => ({
  name,
  host,
  outcome: 'passed',
  durationMs: 12,
  finding: null,
  failure: null,
  ...more,
});
const checkup = (steps: readonly CheckStep[], more: Partial<Checkup> = {}): Checkup => ({
  hubId: hub.id,
  startedAtMs: Date.UTC(2026, 10, 23, 9),
  isRunning: false,
  steps,
  ...more,
});

const good = checkup([
  step('proxy', { finding: { kind: 'byProxy', proxy: 'proxy.example.com:8080' } }),
  step('name', { finding: { kind: 'addresses', of: 'proxy.example.com', addresses: ['10.0.0.1', '10.0.0.2'] } }),
  step('connection', { finding: { kind: 'connected', to: 'proxy.example.com:8080' } }),
  step('certificate', { finding: { kind: 'certificates', chain: [certificate] } }),
  step('token', { finding: { kind: 'token', lifetimeSeconds: 3600 }, durationMs: 1204 }),
  step('clock', { finding: { kind: 'clock', aheadMs: 0 } }),
  step('role', { finding: { kind: 'role', operator: 'areks1', accessGroup: 'PPF:Configurators' } }),
  step('answer', { finding: { kind: 'registrations', count: 1204 } }),
]);
const bad = checkup([
  step('proxy', { finding: { kind: 'direct' } }),
  step('name', { outcome: 'failed', failure: { code: 'hubUnreachable', cause: 'dns', host } }),
  step('connection', { outcome: 'skipped', durationMs: null }),
]);

async function manage(given: Given = {}) {
  const running = await renderApp([hub], given);
  await running.user.click(screen.getByRole('button', { name: 'Hub and credentials' }));
  return { ...running, section: screen.getByRole('region', { name: 'Check connection' }) };
}

const answering = (made: Checkup): Given => ({ checkup: { run: () => Promise.resolve(ok(made)) } });

describe('checking a connection', () => {
  it('shows what each step found, in which time', async () => {
    const { user, section } = await manage(answering(good));
    await user.click(within(section).getByRole('button', { name: 'Check connection' }));
    expect((await within(section).findByRole('status')).textContent).toBe('The Hub answers as it should.');
    const steps = within(within(section).getByRole('list', { name: 'Steps of the check' })).getAllByRole('listitem');
    expect(steps.map(({ textContent }) => textContent)).toEqual([
      'Way to the networkpassed12 msBy the proxy proxy.example.com:8080.',
      'Namepassed12 msproxy.example.com is 10.0.0.1, 10.0.0.2.',
      'Connectionpassed12 msproxy.example.com:8080 takes connections.',
      expect.stringContaining('“CN=hub.example.com”, issued by “CN=Example Corporate CA”'),
      'Tokenpassed1,204 msThe Hub gave one for 60 minutes.',
      'Clockpassed12 msThis computer and the Hub agree on the time.',
      'Rolepassed12 msThe operator areks1 has the access group PPF:Configurators.',
      'Answer of the APIpassed12 msThe Hub listed 1,204 registrations.',
    ]);
    await user.click(within(section).getByRole('button', { name: 'Certificates' }));
    expect(within(section).getByText('SHA-256 AB:CD:EF')).toBeDefined();
    expect(await axeProblems()).toEqual([]);
  });

  it('says where it fails, what that means and who can mend it', async () => {
    const { user, section } = await manage(answering(bad));
    await user.click(within(section).getByRole('button', { name: 'Check connection' }));
    expect((await within(section).findByRole('status')).textContent).toBe('It fails at: Name.');
    const [, name, connection] = within(section).getAllByRole('listitem');
    expect(name?.textContent).toContain('The address hub.example.com was not found.');
    expect(name?.textContent).toContain('Check the network or VPN, and how the hub’s address is spelled.');
    expect(name?.textContent).toContain('Who can mend it: you or your network team.');
    expect(connection?.textContent).toContain('not checked');
    expect(within(section).getByRole('button', { name: 'Check again' })).toBeDefined();
    expect(await axeProblems()).toEqual([]);
  });

  it('follows the steps as main takes them', async () => {
    const answer = deferred<ReturnType<typeof ok<Checkup>>>();
    const { bridge, user, section } = await manage({ checkup: { run: () => answer.promise } });
    await user.click(within(section).getByRole('button', { name: 'Check connection' }));
    const waiting = { outcome: 'waiting', durationMs: null } as const;
    const steps = [step('proxy'), step('name', { outcome: 'running', durationMs: null }), step('connection', waiting)];
    act(() => bridge.emit('checkupChanged', checkup(steps, { isRunning: true })));
    expect((await within(section).findByRole('status')).textContent).toBe('Checking: Name.');
    expect(within(section).queryByRole('button', { name: 'Copy report' })).toBeNull();
    expect(within(section).getByRole('button', { name: 'Check again' }).getAttribute('aria-disabled')).toBe('true');
    await act(async () => {
      answer.resolve(ok(bad));
      await answer.promise;
    });
    expect(await within(section).findByText('It fails at: Name.')).toBeDefined();
  });

  it('names each host where there are several', async () => {
    const steps = [step('name', { host: 'login.example.com' }), step('name')];
    const { user, section } = await manage(answering(checkup(steps)));
    await user.click(within(section).getByRole('button', { name: 'Check connection' }));
    expect(await within(section).findByText('login.example.com')).toBeDefined();
    expect(within(section).getByText(host)).toBeDefined();
  });

  it('says what works and should be known', async () => {
    const steps = [
      step('clock', { outcome: 'warned', finding: { kind: 'clock', aheadMs: 7 * 60_000 } }),
      step('role', {
        outcome: 'warned',
        finding: { kind: 'role', operator: 'areks1', accessGroup: 'PPF:Administrators' },
      }),
    ];
    const { user, section } = await manage(answering(checkup(steps)));
    await user.click(within(section).getByRole('button', { name: 'Check connection' }));
    expect((await within(section).findByRole('status')).textContent).toBe('The Hub answers, with 2 remarks.');
    const [clock, role] = within(section).getAllByRole('listitem');
    expect(clock?.textContent).toContain('This computer’s clock is 7 minutes behind the Hub’s.');
    expect(role?.textContent).toContain('Registrations usually need PPF:Configurators');
  });

  it('copies a report that says as much as the screen', async () => {
    const copied: string[] = [];
    const { user, section } = await manage({
      ...answering(checkup([...good.steps.slice(2, 5), ...bad.steps.slice(0, 2)])),
      app: {
        copyText: ({ text }) => {
          copied.push(text);
          return Promise.resolve(ok(null));
        },
      },
    });
    await user.click(within(section).getByRole('button', { name: 'Check connection' }));
    await user.click(await within(section).findByRole('button', { name: 'Copy report' }));
    expect(await within(section).findByRole('button', { name: 'Copied' })).toBeDefined();
    const [report = ''] = copied;
    expect(report.split('\n').slice(0, 4)).toEqual([
      'Check connection: Claims Hub',
      hub.baseUrl,
      expect.stringContaining('Fabric Registrar 0.1.0'),
      'It fails at: Name.',
    ]);
    expect(report).toContain('Certificate (hub.example.com): passed, 12 ms');
    expect(report).toContain('    SHA-256 AB:CD:EF');
    expect(report).toContain('  Who can mend it: you or your network team.\n  code: hubUnreachable');
  });

  it('tells when no check could be made', async () => {
    const { user, section } = await manage({ checkup: { run: () => Promise.resolve(fail({ code: 'hubMissing' })) } });
    await user.click(within(section).getByRole('button', { name: 'Check connection' }));
    expect((await within(section).findByRole('alert')).textContent).toContain('not saved on this computer any more');
  });
});

describe('a clock that is off', () => {
  it.each([
    [7 * 60_000, /7 minutes behind the Hub’s/],
    [-3 * 3_600_000, /3 hours ahead of the Hub’s/],
  ])('is named in the title area: %s ms', async (clockAheadMs, words) => {
    await renderApp([hub], {
      tokens: { status: ({ credentialId }) => Promise.resolve(ok(validToken(credentialId, { clockAheadMs }))) },
    });
    expect(await screen.findByRole('note', { name: words })).toBeDefined();
    expect(await axeProblems()).toEqual([]);
  });

  it.each([119_000, null])('is not, when it is off by %s ms', async (clockAheadMs) => {
    await renderApp([hub], {
      tokens: { status: ({ credentialId }) => Promise.resolve(ok(validToken(credentialId, { clockAheadMs }))) },
    });
    expect(await screen.findByText(/^token \d+ min$/)).toBeDefined();
    expect(screen.queryByText('clock is off')).toBeNull();
  });
});

describe('a hub that is left alone', () => {
  it('is asked at once when a person chooses Try now', async () => {
    const asked: string[] = [];
    let isResting = true;
    const { user } = await renderApp([hub], {
      registrations: {
        refresh: ({ hubId }) => {
          asked.push('refresh');
          return Promise.resolve(
            isResting
              ? fail({ code: 'hubRests', host, waitSeconds: 240 })
              : ok({ hubId, takenAtMs: Date.now(), registrations: [] }),
          );
        },
      },
      checkup: {
        tryNow: () => {
          asked.push('tryNow');
          isResting = false;
          return Promise.resolve(ok(null));
        },
      },
    });
    expect(await screen.findByText(/leaves it alone for 4 minutes/)).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Try now' }));
    expect(asked).toEqual(['refresh', 'tryNow', 'refresh']);
    expect(screen.queryByText(/leaves it alone/)).toBeNull();
  });
});
