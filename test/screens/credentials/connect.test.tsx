import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { CredentialsDraft } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { samplePlan } from '../../doubles/sample-hand-off.ts';
import { runningPracticeHub, sampleDraft } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { credentialsFile, drop, renderApp } from '../app/render-app.tsx';

const notCredentials: Failure = { code: 'notCredentials', fileName: 'notes.txt', found: 'text' };
const button = (name: string) => screen.getByRole('button', { name });

describe('the start screen', () => {
  it('offers the drop zone and every other way to begin', async () => {
    await renderApp([]);
    expect(screen.getByRole('heading', { name: 'Connect a hub', level: 1 })).toBeDefined();
    expect(screen.getByRole('region', { name: 'Drop the credentials file here' })).toBeDefined();
    for (const name of [
      'Choose file…',
      'Paste instead',
      'Try the practice hub',
      'How do I get this file?',
      'Take over a backup…',
    ]) {
      expect(button(name)).toBeDefined();
    }
    expect(await axeProblems()).toEqual([]);
  });

  it('opens the review of a chosen file', async () => {
    const { user } = await renderApp([], {
      credentials: { chooseFile: () => Promise.resolve(ok(sampleDraft())) },
    });
    await user.click(button('Choose file…'));
    expect(await screen.findByRole('dialog', { name: 'Review credentials' })).toBeDefined();
  });

  it('takes over a backup that was chosen or dropped, where there is no hub yet', async () => {
    const discarded: unknown[] = [];
    const { user } = await renderApp([], {
      credentials: {
        readFile: () => Promise.resolve(fail({ code: 'fileIsBackup', fileName: 'backup.json', planId: 'plan-1' })),
      },
      backup: {
        choose: () => Promise.resolve(ok(samplePlan)),
        plan: ({ planId }) => Promise.resolve(planId === 'plan-1' ? ok(samplePlan) : fail({ code: 'backupGone' })),
        discard: (input) => {
          discarded.push(input);
          return Promise.resolve(ok(null));
        },
      },
    });
    for (const bring of [() => user.click(button('Take over a backup…')), () => drop([credentialsFile('b.json')])]) {
      await bring();
      const dialog = await screen.findByRole('dialog', { name: 'Take over a backup' });
      expect(dialog.textContent).toContain('Policy Hub');
      await user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    }
    expect(discarded).toEqual([{ planId: 'plan-1' }, { planId: 'plan-1' }]);
  });

  it('stays as it is when no file was chosen', async () => {
    const { user } = await renderApp([], { credentials: { chooseFile: () => Promise.resolve(ok(null)) } });
    await user.click(button('Choose file…'));
    expect(screen.getByRole('heading', { name: 'Connect a hub' })).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells in place why a file could not be read, and takes it back on request', async () => {
    const { user } = await renderApp([], { credentials: { chooseFile: () => Promise.resolve(fail(notCredentials)) } });
    await user.click(button('Choose file…'));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('Nothing was stored.');
    expect(within(alert).getByRole('button', { name: 'Choose another file…' })).toBeDefined();
    expect(await axeProblems()).toEqual([]);

    await user.click(within(alert).getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('tells a defect of the bridge as an unexpected failure instead of waiting for ever', async () => {
    const { user } = await renderApp([], {
      credentials: { chooseFile: () => Promise.reject(new Error('no handler')) },
    });
    await user.click(button('Choose file…'));
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});

describe('several files dropped at once', () => {
  it('are offered one by one, and a bad one does not end the row', async () => {
    const answers: Result<CredentialsDraft>[] = [
      ok(sampleDraft({ draftId: 'first', fileName: 'one.txt' })),
      fail(notCredentials),
      ok(sampleDraft({ draftId: 'third', fileName: 'three.txt' })),
    ];
    const discarded: string[] = [];
    const { user } = await renderApp([], {
      credentials: {
        readFile: () => Promise.resolve(answers.shift() ?? fail({ code: 'draftGone' })),
        discardDraft: ({ draftId }) => {
          discarded.push(draftId);
          return Promise.resolve(ok(null));
        },
      },
    });
    drop([credentialsFile('one.txt'), credentialsFile('notes.txt'), credentialsFile('three.txt')]);

    expect((await screen.findByRole('dialog')).textContent).toContain('File 1 of 3');
    await user.click(button('Cancel'));

    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('File 2 of 3');
    await user.click(within(alert).getByRole('button', { name: 'Next file' }));

    expect((await screen.findByRole('dialog')).textContent).toContain('File 3 of 3');
    await user.click(button('Cancel'));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(discarded).toEqual(['first', 'third']);
  });

  it('wait for their turn when they are dropped during a review', async () => {
    let read = 0;
    const { user } = await renderApp([], {
      credentials: {
        readFile: () => Promise.resolve(ok(sampleDraft({ draftId: `draft-${++read}`, fileName: `${read}.txt` }))),
        discardDraft: () => Promise.resolve(ok(null)),
      },
    });
    drop([credentialsFile()]);
    await screen.findByRole('dialog');
    drop([credentialsFile()]);
    expect(read).toBe(1);
    expect(screen.getByRole('dialog').textContent).toContain('File 1 of 2');
    await user.click(button('Cancel'));
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('File 2 of 2'));
  });
});

describe('pasting instead', () => {
  it('hands the text over once and keeps nothing of it in the window', async () => {
    const texts: string[] = [];
    const { user } = await renderApp([], {
      credentials: {
        readText: ({ text }) => {
          texts.push(text);
          return Promise.resolve(ok(sampleDraft({ fileName: '' })));
        },
      },
    });
    await user.click(button('Paste instead'));
    const area = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Text of the credentials file' });
    expect(document.activeElement).toBe(area);
    await user.click(area);
    await user.paste('Client Secret\nOBVIOUSLY-FAKE-SECRET');
    await user.click(button('Read'));

    expect(await screen.findByRole('dialog', { name: 'Review credentials' })).toBeDefined();
    expect(texts).toEqual(['Client Secret\nOBVIOUSLY-FAKE-SECRET']);
    expect(area.value).toBe('');
    expect(new XMLSerializer().serializeToString(document)).not.toContain('OBVIOUSLY-FAKE-SECRET');
  });

  it('asks for the text first when there is none, and refuses what is longer than any credentials file', async () => {
    const { user } = await renderApp([]);
    await user.click(button('Paste instead'));
    await user.click(button('Read'));
    expect(screen.getByText('Paste the text first.')).toBeDefined();
    expect(await axeProblems()).toEqual([]);

    await user.click(screen.getByRole('textbox'));
    await user.paste('x'.repeat(64 * 1024 + 1));
    await user.click(button('Read'));
    expect(screen.getByText(/longer than a credentials file/)).toBeDefined();
  });
});

describe('the administrator’s checklist', () => {
  it('can be copied to be sent, and leads to the documentation', async () => {
    const copied: string[] = [];
    const opened: string[] = [];
    const { user } = await renderApp([], {
      app: {
        copyText: ({ text }) => {
          copied.push(text);
          return Promise.resolve(ok(null));
        },
        openLink: ({ link }) => {
          opened.push(link);
          return Promise.resolve(ok(null));
        },
      },
    });
    await user.click(button('How do I get this file?'));
    const dialog = screen.getByRole('dialog', { name: 'How to get the credentials file' });
    expect(within(dialog).getAllByRole('listitem').length).toBe(4);
    expect(await axeProblems()).toEqual([]);
    await user.click(button('Copy for an administrator'));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined();
    expect(copied[0]).toMatch(/View & download/);
    expect(copied[0]).toMatch(/Client credentials/);
    await user.click(button('Open Pega’s documentation'));
    expect(opened).toEqual(['registrationApis']);
  });
});

describe('the practice hub', () => {
  it('is started, and hands over its file to drag, to show and to import', async () => {
    const asked: string[] = [];
    const note = <Value,>(name: string, value: Value) => {
      asked.push(name);
      return Promise.resolve(ok(value));
    };
    const { user } = await renderApp([], {
      practiceHub: {
        start: () => note('start', runningPracticeHub),
        showFile: () => note('show', null),
        dragFile: () => note('drag', null),
        readCredentials: () => note('read', sampleDraft({ isPracticeHub: true })),
      },
    });
    await user.click(button('Try the practice hub'));
    const card = await screen.findByRole('region', { name: 'Practice hub' });
    const file = await within(card).findByText('practice-hub-credentials.txt');

    const dragStart = new Event('dragstart', { bubbles: true, cancelable: true });
    act(() => void file.dispatchEvent(dragStart));
    expect(dragStart.defaultPrevented).toBe(true);
    await user.click(button('Show in folder'));
    expect(await axeProblems()).toEqual([]);
    await user.click(button('Import it'));
    expect(await screen.findByRole('dialog', { name: 'Review credentials' })).toBeDefined();
    expect(asked).toEqual(['start', 'drag', 'show', 'read']);
  });

  it('says why it could not start, and can be started again', async () => {
    let starts = 0;
    const { user } = await renderApp([], {
      practiceHub: {
        start: () =>
          Promise.resolve(
            ++starts === 1 ? fail({ code: 'practiceHubFailed', reason: 'no port' }) : ok(runningPracticeHub),
          ),
      },
    });
    await user.click(button('Try the practice hub'));
    await user.click(within(await screen.findByRole('alert')).getByRole('button', { name: 'Start it' }));
    expect(await screen.findByText('The practice hub is running')).toBeDefined();
  });
});
