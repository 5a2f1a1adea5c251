import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Hub } from '#contract/credentials.ts';
import type { Draft } from '#contract/drafts.ts';
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { fail, ok } from '#contract/result.ts';
import type { fakeBridge } from '../../doubles/fake-bridge.ts';
import { sampleAuthority } from '../../doubles/sample-reach.ts';
import { sampleHub } from '../../doubles/sample-hubs.ts';
import { renderApp } from '../app/render-app.tsx';
import { registerDraft } from '../registrations/sample-drafts.ts';
import { sampleCopy } from '../registrations/sample-registrations.ts';

type Given = NonNullable<Parameters<typeof fakeBridge>[0]>;

const pair = (id: string): DataSyncPair => ({
  id,
  hubId: 'hub-1',
  registrationId: `REG-${id}`,
  applicationName: 'SalesDesk',
  clientId: id,
  secretMask: '••••••••',
  protection: { level: 'osKeystore', backend: 'gnome_libsecret' },
  secretState: 'ready',
  receivedAtMs: 1,
  replacedSecret: null,
});
const kept = { protection: { level: 'osKeystore', backend: 'keychain' }, state: 'ready' } as const;
const draft = (hubId: string): Draft => ({ ...registerDraft(), id: `draft of ${hubId}`, hubId });

async function manage(hub: Hub, given: Given = {}) {
  const running = await renderApp([hub], given);
  await running.user.click(screen.getByRole('button', { name: 'Hub and credentials' }));
  return running;
}

describe('a hub’s own screen', () => {
  it('renames the hub', async () => {
    const { user } = await manage(sampleHub(), {
      hubs: { rename: ({ name }) => Promise.resolve(ok(sampleHub({ name }))) },
    });
    expect(screen.queryByRole('button', { name: 'Rename' })).toBeNull();
    const name = screen.getByRole('textbox', { name: 'Hub name' });
    await user.clear(name);
    await user.type(name, 'Claims, production{Enter}');
    expect(await screen.findByRole('button', { name: 'Claims, production' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Rename' })).toBeNull();
    expect(document.activeElement).toBe(name);
  });

  it('says under the field why a name is not accepted', async () => {
    const { user } = await manage(sampleHub());
    const name = screen.getByRole('textbox', { name: 'Hub name' });
    await user.clear(name);
    await user.click(screen.getByRole('button', { name: 'Rename' }));
    expect(screen.getByText('Fill this in.')).toBeDefined();
  });

  it('tells a failure to save beside it', async () => {
    const { user } = await manage(sampleHub(), {
      hubs: { rename: () => Promise.resolve(fail({ code: 'storageFailed', cause: 'full' })) },
    });
    await user.type(screen.getByRole('textbox', { name: 'Hub name' }), ' 2{Enter}');
    expect(await screen.findByRole('alert')).toBeDefined();
  });

  it('takes the hub off only after it was said what becomes unusable', async () => {
    let hubs: readonly Hub[] = [sampleHub()];
    const { user } = await manage(sampleHub(), {
      hubs: {
        list: () => Promise.resolve(ok(hubs)),
        remove: () => {
          hubs = [];
          return Promise.resolve(ok(null));
        },
      },
      pairs: { list: () => Promise.resolve(ok([pair('1'), pair('2')])) },
      reach: {
        read: () =>
          Promise.resolve(
            ok({
              proxy: { kind: 'manual', address: 'http://proxy.example:8080', userName: 'clerk', password: kept },
              certificates: [sampleAuthority, { ...sampleAuthority, fingerprint256: 'CD' }],
              clientCertificate: { fileName: 'me.p12', facts: null, ...kept },
              timeouts: null,
            }),
          ),
      },
      lifeCycle: {
        actionPaths: () =>
          Promise.resolve(
            ok([
              { action: 'enable', path: 'actions/enable', origin: 'found', candidates: [] },
              { action: 'reactivate', path: 'actions/reactivate', origin: 'assumed', candidates: [] },
            ]),
          ),
      },
      drafts: { list: () => Promise.resolve(ok([draft('hub-1'), draft('hub-2')])) },
      registrations: {
        saved: () => Promise.resolve(ok(sampleCopy())),
        refresh: () => Promise.resolve(ok(sampleCopy())),
      },
    });
    await user.click(screen.getByRole('button', { name: 'Remove hub…' }));
    const question = screen.getByRole('alertdialog', { name: 'Remove Claims Hub?' });
    expect(question.textContent).toContain('Nothing changes on the Hub.');
    await waitFor(() =>
      expect(
        within(question)
          .getAllByRole('listitem')
          .map(({ textContent }) => textContent),
      ).toEqual([
        '1 credential with the sealed secret',
        'The saved copy of 3 registrations, with all of its history',
        '2 data-synchronization credentials, which the Hub does not show again',
        '1 draft',
        'The client certificate me.p12, with its sealed key',
        'The proxy of its own, with the sealed password',
        '2 trusted authorities',
        '1 path of its steps, found or set',
      ]),
    );
    await user.click(within(question).getByRole('button', { name: 'Cancel' }));
    expect(hubs.length).toBe(1);

    await user.click(screen.getByRole('button', { name: 'Remove hub…' }));
    await user.click(screen.getByRole('button', { name: 'Remove Claims Hub' }));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Connect a hub' })).toBeDefined());
  });
});
