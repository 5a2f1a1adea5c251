import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DataSyncPair } from '#contract/life-cycle.ts';
import { fail, ok } from '#contract/result.ts';
import { sampleItem, sampleOpened, samplePlan } from '../../doubles/sample-hand-off.ts';
import { sampleCredential, sampleDraft, sampleHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { drop, renderApp } from '../app/render-app.tsx';

const sealed = (opensWith: 'passphrase' | 'key') =>
  fail({ code: 'fileIsHandOff', fileName: 'for-ada.age', handOffId: 'hand-off-1', opensWith } as const);

const ageFile = (): File => new File(['age-encryption.org/v1'], 'for-ada.age');

const pair: DataSyncPair = {
  id: 'pair-1',
  hubId: 'hub-1',
  registrationId: 'REG-1',
  applicationName: 'SalesDesk',
  clientId: '1',
  secretMask: '••••••••',
  protection: { level: 'osKeystore', backend: 'gnome_libsecret' },
  secretState: 'ready',
  receivedAtMs: 0,
  replacedSecret: null,
};

describe('a dropped hand-off file', () => {
  it('asks for its passphrase, and leads through the reviews one after the other', async () => {
    const asked: unknown[] = [];
    const { user } = await renderApp([], {
      credentials: {
        readFile: () => Promise.resolve(sealed('passphrase')),
        saveDraft: () =>
          Promise.resolve(ok({ hub: sampleHub(), credentialId: 'credential-1', kind: 'added' as const })),
      },
      handOff: {
        open: ({ passphrase }) =>
          Promise.resolve(
            passphrase === 'right' ? ok(sampleOpened()) : fail({ code: 'handOffLocked', fileName: 'for-ada.age' }),
          ),
        readCredential: (input) => {
          asked.push(input);
          return Promise.resolve(ok(sampleDraft({ suggestedAuthentication: 'basic' })));
        },
        checkPair: () =>
          Promise.resolve(fail({ code: 'tokenRefused', status: 401, error: 'invalid_client', description: null })),
        savePair: (input) => {
          asked.push(input);
          return Promise.resolve(ok(pair));
        },
        discard: (input) => {
          asked.push(['discard', input]);
          return Promise.resolve(ok(null));
        },
      },
      pairs: { list: () => Promise.resolve(ok([])) },
      vault: {
        keystore: () =>
          Promise.resolve(ok({ level: 'osKeystore', backend: 'dpapi', keyFingerprint: '9c1d 04aa' } as const)),
      },
    });
    drop([ageFile()]);
    const unlock = await screen.findByRole('dialog', { name: 'Open the hand-off file' });
    const passphrase = within(unlock).getByLabelText('Passphrase of the file');
    expect(passphrase.getAttribute('type')).toBe('password');
    await user.click(passphrase);
    await user.paste('wrong');
    await user.click(within(unlock).getByRole('button', { name: 'Open' }));
    expect((await within(unlock).findByText(/does not open with/)).textContent).toContain('Nothing was stored');
    expect(await axeProblems()).toEqual([]);
    await user.clear(passphrase);
    await user.paste('right');
    await user.click(within(unlock).getByRole('button', { name: 'Open' }));

    const opened = await screen.findByRole('dialog', { name: 'Hand-off file' });
    expect(opened.textContent).toContain('Until the audit');
    expect(opened.textContent).toContain('replaces yours');
    expect(await axeProblems()).toEqual([]);
    await user.click(within(opened).getByRole('button', { name: 'Review all 2' }));

    const review = await screen.findByRole('dialog', { name: 'Review credentials' });
    expect(review.textContent).toContain('1 of 2');
    await user.click(within(review).getByRole('button', { name: 'Save' }));
    const second = await screen.findByRole('dialog', { name: 'Review data-sync credentials' });
    expect(second.textContent).toContain('SalesDesk');
    expect(second.textContent).toContain('the old one is kept until a check of the new one succeeds');
    expect(second.textContent).toContain('The file is older than what is saved here');
    expect(second.textContent).toContain('key 9c1d 04aa');
    expect(second.textContent).toContain('not against other programs that you run');
    expect(await axeProblems()).toEqual([]);
    await user.click(within(second).getByRole('button', { name: 'Check and replace' }));
    expect((await within(second).findByRole('alert')).textContent).toContain('gave no token');
    await user.click(within(second).getByRole('button', { name: 'Replace without a check' }));
    await screen.findByRole('main');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(asked).toEqual([
      { handOffId: 'hand-off-1', index: 0 },
      { handOffId: 'hand-off-1', index: 1 },
      ['discard', { handOffId: 'hand-off-1' }],
    ]);
  });

  it('that was made for the own key opens by itself, and one for another key says what to do', async () => {
    let isOurs = true;
    const { user } = await renderApp([sampleHub()], {
      credentials: { readFile: () => Promise.resolve(sealed('key')) },
      handOff: {
        open: ({ passphrase }) => {
          expect(passphrase).toBeNull();
          const refused = fail({ code: 'handOffNotForKey', fileName: 'for-ada.age', hasOwnKey: false } as const);
          return Promise.resolve(isOurs ? ok(sampleOpened({ items: [sampleItem()] })) : refused);
        },
        discard: () => Promise.resolve(ok(null)),
      },
    });
    drop([ageFile()]);
    const opened = await screen.findByRole('dialog', { name: 'Hand-off file' });
    await user.click(within(opened).getByRole('button', { name: 'Cancel' }));
    isOurs = false;
    drop([ageFile()]);
    expect((await screen.findByText(/there is no key on this computer/)).textContent).toContain('Nothing was stored');
  });

  it('with a whole backup says what would be taken over before it is', async () => {
    const applied: unknown[] = [];
    const { user } = await renderApp([sampleHub({ credentials: [sampleCredential()] })], {
      credentials: { readFile: () => Promise.resolve(sealed('key')) },
      handOff: {
        open: () => Promise.resolve(ok(sampleOpened({ items: [], backup: samplePlan }))),
        discard: () => Promise.resolve(ok(null)),
      },
      backup: {
        apply: (input) => {
          applied.push(input);
          return Promise.resolve(ok({ hubs: 1, credentials: 2, views: 1, settings: 1, ways: 0 }));
        },
      },
    });
    drop([ageFile()]);
    const opened = await screen.findByRole('dialog', { name: 'Hand-off file' });
    const part = within(opened).getByRole('region', { name: 'Hubs and settings in it' });
    expect(part.textContent).toContain('Policy Hub, with 2 credentials');
    expect(part.textContent).toContain('Nothing that is here is overwritten');
    expect(await axeProblems()).toEqual([]);
    const takeOver = within(opened).getByRole('button', { name: 'Take over' });
    expect(document.activeElement).toBe(takeOver);
    await user.click(within(part).getByRole('checkbox', { name: 'Use the settings of the backup' }));
    expect(within(opened).queryByRole('button', { name: 'Done' })).toBeNull();
    const trust = within(part).getByRole('list', { name: 'Proxies and authorities that are not set here' });
    expect(trust.textContent).toContain('All hubs · Proxy http://proxy.example.com:8080, as ada');
    expect(trust.textContent).toContain('Believes Example Root CA');
    expect(trust.textContent).toContain('SHA-256 AB:AB:');
    await user.click(within(part).getByRole('checkbox', { name: /^Use these proxies/, checked: false }));
    await user.click(takeOver);
    expect((await within(part).findByRole('status')).textContent).toBe(
      'Added: 1 hub, 2 credentials, 1 saved view. Changed: 1 setting.',
    );
    expect(applied).toEqual([{ planId: 'plan-1', takesSettings: true, takesTrust: true }]);
    expect(within(opened).getByRole('button', { name: 'Done' })).toBeTruthy();
  });

  it('with a whole backup and credentials asks before the backup is left out', async () => {
    const { user } = await renderApp([], {
      credentials: {
        readFile: () => Promise.resolve(sealed('key')),
        discardDraft: () => Promise.resolve(ok(null)),
      },
      handOff: {
        open: () => Promise.resolve(ok(sampleOpened({ items: [sampleItem({ note: 'of Ada' })], backup: samplePlan }))),
        readCredential: () => Promise.resolve(ok(sampleDraft())),
        discard: () => Promise.resolve(ok(null)),
      },
      backup: { apply: () => Promise.resolve(ok({ hubs: 1, credentials: 2, views: 1, settings: 0, ways: 2 })) },
    });
    drop([ageFile()]);
    const opened = await screen.findByRole('dialog', { name: 'Hand-off file' });
    expect(opened.textContent).toContain('of Ada');
    const review = () => within(opened).getByRole('button', { name: 'Review it' });
    await user.click(review());
    const question = await screen.findByRole('alertdialog', { name: 'Leave hubs and settings out?' });
    expect(await axeProblems()).toEqual([]);
    await user.click(within(question).getByRole('button', { name: 'Cancel' }));
    await user.click(within(opened).getByRole('button', { name: 'Take over' }));
    expect(await within(opened).findByText(/^Added: 1 hub/)).toBeTruthy();
    await user.click(review());
    expect(await screen.findByRole('dialog', { name: 'Review credentials' })).toBeTruthy();
  });
});
