import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import {
  runningPracticeHub,
  sampleApp,
  sampleCredential,
  sampleDraft,
  sampleHub,
  session,
  validToken,
} from '../../doubles/sample-hubs.ts';
import { axeProblems } from './axe-problems.ts';
import { credentialsFile, drag, drop, renderApp } from './render-app.tsx';

const button = (name: string) => screen.getByRole('button', { name });
const staging = sampleHub({ id: 'hub-2', name: 'Staging', credentials: [sampleCredential({ id: 'credential-9' })] });
const practice = sampleHub({ id: 'hub-3', name: 'Practice Hub', isPracticeHub: true });
const minutes = (count: number) => Date.now() + count * 60_000 + 30_000;

describe('the frame', () => {
  it('shows the first hub’s registrations at once, without the network', async () => {
    await renderApp([sampleHub(), staging], {
      registrations: {
        refresh: () => Promise.resolve(fail({ code: 'hubUnreachable', cause: 'dns', host: 'claims.example.com' })),
      },
    });
    expect(screen.getByRole('heading', { name: 'Registrations' })).toBeDefined();
    expect(await within(screen.getByRole('contentinfo')).findByText(/Saved copy as of .* offline/)).toBeDefined();
    expect(await axeProblems()).toEqual([]);
  });

  it('goes from hub to hub and to a hub’s own screen by keyboard', async () => {
    const { user } = await renderApp([sampleHub(), staging]);
    button('Staging').focus();
    await user.keyboard('{Enter}');
    expect(button('Staging').getAttribute('aria-current')).toBe('true');
    button('Hub and credentials').focus();
    await user.keyboard('{Enter}');
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Hub name' }).value).toBe('Staging');
    await user.click(button('Add hub'));
    expect(screen.getByRole('heading', { name: 'Connect a hub' })).toBeDefined();
  });

  it('walks back the way one came and forward again, by button and by key', async () => {
    const { user } = await renderApp([sampleHub(), staging]);
    expect(button('Back')).toHaveProperty('disabled', true);
    await user.click(button('Settings'));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeDefined();
    await user.click(button('Hub and credentials'));
    await user.click(button('Back'));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeDefined();
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}');
    expect(await screen.findByRole('heading', { name: 'Registrations' })).toBeDefined();
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}');
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeDefined();
    await user.click(button('Forward'));
    expect(button('Hub and credentials').getAttribute('aria-current')).toBe('true');
    expect(button('Forward')).toHaveProperty('disabled', true);
  });

  it('stays where it is while a dialog is open', async () => {
    const { user } = await renderApp([sampleHub()]);
    await user.click(button('Settings'));
    await screen.findByRole('heading', { name: 'Settings' });
    await user.keyboard('?');
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}{Escape}');
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeDefined();
  });

  it('lists its shortcuts under the question mark, but not while one types', async () => {
    const { user } = await renderApp([sampleHub()]);
    await user.keyboard('?');
    const dialog = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    expect(within(dialog).getByText('Search')).toBeDefined();
    expect(await axeProblems()).toEqual([]);
    await user.keyboard('{Escape}');
    await user.click(button('Hub and credentials'));
    await user.click(screen.getByRole('textbox', { name: 'Hub name' }));
    await user.keyboard('?');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says beside Activity when the outcome of a call is not known', async () => {
    await renderApp([sampleHub()], {
      activity: { list: () => Promise.resolve(ok({ entries: [], matching: 2, total: 2, unknown: 2 })) },
    });
    expect(await screen.findByRole('button', { name: /Activity.*the outcome of 2 calls is not known/ })).toBeDefined();
  });

  it('shows what is of this computer before the first hub is there, and leads back to the start', async () => {
    const { user } = await renderApp([]);
    await user.click(button('Settings'));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeDefined();
    for (const name of ['Your key', 'Backup']) expect(await screen.findByRole('region', { name })).toBeDefined();
    expect(await screen.findByRole('radio', { name: /^No proxy/ })).toBeDefined();
    expect(await axeProblems()).toEqual([]);
    await user.click(button('Activity'));
    expect(await screen.findByRole('heading', { name: 'Activity' })).toBeDefined();
    await user.click(button('Back'));
    expect(await screen.findByRole('heading', { name: 'Settings' })).toBeDefined();
    await user.click(button('Add hub'));
    expect(await screen.findByRole('heading', { name: 'Connect a hub' })).toBeDefined();
  });

  it('stays in the settings when the hub one came from is removed', async () => {
    let hubs = [sampleHub(), staging];
    const { bridge, user } = await renderApp(hubs, { hubs: { list: () => Promise.resolve(ok(hubs)) } });
    await user.click(button('Settings'));
    hubs = [staging];
    act(() => bridge.emit('hubsChanged', null));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Claims Hub' })).toBeNull());
    expect(screen.getByRole('heading', { name: 'Settings' })).toBeDefined();
  });

  it('follows main when the hubs change', async () => {
    let hubs = [sampleHub(), staging];
    const { bridge } = await renderApp(hubs, { hubs: { list: () => Promise.resolve(ok(hubs)) } });
    hubs = [staging];
    act(() => bridge.emit('hubsChanged', null));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Claims Hub' })).toBeNull());
    expect(button('Staging').getAttribute('aria-current')).toBe('true');
  });

  it('tells when the hubs could not be read', async () => {
    await renderApp([], { hubs: { list: () => Promise.resolve(fail({ code: 'storageFailed', cause: 'denied' })) } });
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});

describe('dropping', () => {
  it('works on every screen and opens the review', async () => {
    await renderApp([sampleHub()], { credentials: { readFile: () => Promise.resolve(ok(sampleDraft())) } });
    expect(drag('dragover', [], ['Files']).defaultPrevented).toBe(true);
    expect(screen.getByText('Let go to read the file')).toBeDefined();
    expect(drop([credentialsFile()]).defaultPrevented).toBe(true);
    expect(screen.queryByText('Let go to read the file')).toBeNull();
    expect(await screen.findByRole('dialog', { name: 'Review credentials' })).toBeDefined();
  });

  it('takes its sign back when the file leaves the window', async () => {
    await renderApp([]);
    drag('dragover', [], ['Files']);
    drag('dragleave', [], ['Files']);
    expect(screen.queryByText('Let go to read the file')).toBeNull();
  });

  it('does nothing with text or a link, and never navigates', async () => {
    await renderApp([]);
    expect(drag('dragover', [], ['text/uri-list']).defaultPrevented).toBe(true);
    expect(screen.queryByText('Let go to read the file')).toBeNull();
    expect(drop([], ['text/uri-list']).defaultPrevented).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('tells a failure above the screen it happened on', async () => {
    await renderApp([sampleHub()], {
      credentials: { readFile: () => Promise.resolve(fail({ code: 'fileEmpty', fileName: 'areks1.txt' })) },
    });
    drop([credentialsFile()]);
    expect((await screen.findByRole('alert')).textContent).toContain('“areks1.txt” is empty');
  });
});

describe('the title area', () => {
  it('names hub, operator, access group and the time the token is still good for', async () => {
    await renderApp([sampleHub()], {
      tokens: {
        status: ({ credentialId }) => Promise.resolve(ok(validToken(credentialId, { expiresAtMs: minutes(52) }))),
      },
    });
    const title = screen.getByRole('banner');
    await waitFor(() => expect(title.textContent).toContain('token 52 min'));
    for (const words of ['Claims Hub', 'areks1', 'PPF:Configurators']) expect(title.textContent).toContain(words);
  });

  it('follows main, and forgets the token on request', async () => {
    const forgotten: string[] = [];
    const { bridge, user } = await renderApp([sampleHub()], {
      tokens: {
        forget: ({ credentialId }) => {
          forgotten.push(credentialId);
          return Promise.resolve(ok(validToken(credentialId, { state: 'none', expiresAtMs: null })));
        },
      },
    });
    const title = screen.getByRole('banner');
    await waitFor(() => expect(title.textContent).toContain('no token'));
    act(() => bridge.emit('tokenChanged', validToken('credential-1', { expiresAtMs: minutes(9) })));
    await waitFor(() => expect(title.textContent).toContain('token 9 min'));

    await user.click(button('Forget token'));
    await waitFor(() => expect(title.textContent).toContain('no token'));
    expect(forgotten).toEqual(['credential-1']);
  });

  it('hints at an access group that is not the usual one', async () => {
    await renderApp([sampleHub()], {
      tokens: {
        status: ({ credentialId }) =>
          Promise.resolve(ok(validToken(credentialId, { accessGroup: 'PPF:Administrators' }))),
      },
    });
    const hint = await screen.findByRole('note', { name: /PPF:Administrators/ });
    expect(hint.getAttribute('aria-label')).toContain('usually need PPF:Configurators');
    expect(hint.tabIndex).toBe(0);
    expect(await axeProblems()).toEqual([]);
  });
});

describe('the status bar', () => {
  it('names the keystore that holds the secret', async () => {
    await renderApp([sampleHub()]);
    expect(screen.getByRole('contentinfo').textContent).toContain('Sealed by GNOME Keyring');
  });

  it('says for good that secrets last for this session only', async () => {
    await renderApp([sampleHub({ credentials: [sampleCredential({ protection: session })] })]);
    expect(screen.getByRole('contentinfo').textContent).toContain('Secrets last for this session only');
  });

  it('names a runtime that is for development only', async () => {
    await renderApp([], {
      app: {
        describe: () => Promise.resolve(ok({ ...sampleApp, electronVersion: '33.2.1', isDevelopmentRuntime: true })),
      },
    });
    expect(await screen.findByText('Electron 33.2.1, for development only')).toBeDefined();
  });
});

describe('notices', () => {
  it('stay until they are dismissed, and say what was kept', async () => {
    const notice = {
      id: 'n1',
      kind: 'storeRestored',
      movedAsideAs: 'hubs.unreadable.json',
      restoredFromMs: null,
    } as const;
    let notices: readonly (typeof notice)[] = [notice];
    const { user } = await renderApp([sampleHub()], {
      app: {
        notices: () => Promise.resolve(ok(notices)),
        dismissNotice: () => {
          notices = [];
          return Promise.resolve(ok(null));
        },
      },
    });
    expect(await screen.findByText('The saved hubs could not be read.')).toBeDefined();
    expect(screen.getByText(/kept as “hubs.unreadable.json”/)).toBeDefined();
    await user.click(button('Dismiss'));
    await waitFor(() => expect(screen.queryByText('The saved hubs could not be read.')).toBeNull());
  });

  it('say that nothing can be saved', async () => {
    await renderApp([], { app: { describe: () => Promise.resolve(ok({ ...sampleApp, canSave: false })) } });
    expect(await screen.findByText(/Nothing can be saved/)).toBeDefined();
  });

  it('offer to start a practice hub that does not run', async () => {
    const { user } = await renderApp([practice], {
      practiceHub: { start: () => Promise.resolve(ok(runningPracticeHub)) },
    });
    expect(await screen.findByText('The practice hub is not running.')).toBeDefined();
    await user.click(button('Start it'));
    await waitFor(() => expect(screen.queryByText('The practice hub is not running.')).toBeNull());
  });
});
