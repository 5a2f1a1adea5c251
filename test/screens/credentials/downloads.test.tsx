import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Download } from '#contract/credentials.ts';
import { fail, ok } from '#contract/result.ts';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { sampleHub } from '../../doubles/sample-hubs.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderApp } from '../app/render-app.tsx';

const offered: Download = { id: 'download-1', fileName: 'areks1.txt', state: 'offered', failure: null };

/** The window over a main that keeps these offers. */
async function withDownloads(first: readonly Download[]) {
  let downloads = first;
  let settings: Settings = defaultSettings;
  const asked: string[] = [];
  const answer = (next: readonly Download[], name: string) => {
    asked.push(name);
    downloads = next;
    running.bridge.emit('downloadsChanged', null);
    return Promise.resolve(ok(null));
  };
  const running = await renderApp([sampleHub()], {
    downloads: {
      list: () => Promise.resolve(ok(downloads)),
      bin: () =>
        answer(
          downloads.map((each) => ({ ...each, state: 'binned' })),
          'bin',
        ),
      keep: () => answer([], 'keep'),
    },
    settings: {
      read: () => Promise.resolve(ok(settings)),
      change: (changed) => {
        asked.push(`set ${changed.importedFile ?? ''}`);
        settings = { ...settings, importedFile: changed.importedFile ?? settings.importedFile };
        return Promise.resolve(ok(settings));
      },
    },
  });
  return { ...running, asked };
}

const button = (name: string) => screen.findByRole('button', { name });

describe('an imported file', () => {
  it('can be moved to the bin, with an honest word on what that does', async () => {
    const { user, asked } = await withDownloads([offered]);
    expect(await screen.findByText('“areks1.txt” still holds the secret in clear.')).toBeDefined();
    expect(screen.getByText(/traces can stay on the disk, above all on an SSD/)).toBeDefined();
    expect(await axeProblems()).toEqual([]);
    await user.click(await button('Move to the bin'));
    expect(await screen.findByText('“areks1.txt” was moved to the bin.')).toBeDefined();
    await user.click(await button('Dismiss'));
    await waitFor(() => expect(screen.queryByText(/was moved to the bin/)).toBeNull());
    expect(asked).toEqual(['bin', 'keep']);
  });

  it('can be kept', async () => {
    const { user, asked } = await withDownloads([offered]);
    await user.click(await button('Keep the file'));
    await waitFor(() => expect(screen.queryByText(/still holds/)).toBeNull());
    expect(asked).toEqual(['keep']);
  });

  it.each([
    ['Always move it to the bin', ['set bin', 'bin']],
    ['Always keep it, and do not ask', ['set keep', 'keep']],
  ])('is treated as the person chose from now on: %s', async (choice, calls) => {
    const { user, asked } = await withDownloads([offered]);
    await user.click(await button('From now on…'));
    await user.click(screen.getByRole('menuitem', { name: choice }));
    await waitFor(() => expect(asked).toEqual(calls));
  });

  it('that could not be moved says why, and can be tried again', async () => {
    const { user, asked } = await withDownloads([
      { ...offered, failure: { code: 'fileNotBinned', fileName: 'areks1.txt' } },
    ]);
    expect((await screen.findByRole('alert')).textContent).toContain('could not be moved to the bin');
    await user.click(await button('Move to the bin'));
    expect(await screen.findByText('“areks1.txt” was moved to the bin.')).toBeDefined();
    expect(asked).toEqual(['bin']);
  });

  it('leaves the choice open when it cannot be saved', async () => {
    const { user } = await renderApp([sampleHub()], {
      downloads: { list: () => Promise.resolve(ok([offered])) },
      settings: {
        read: () => Promise.resolve(ok(defaultSettings)),
        change: () => Promise.resolve(fail({ code: 'storageFailed', cause: 'full' })),
      },
    });
    await user.click(await button('From now on…'));
    await user.click(screen.getByRole('menuitem', { name: 'Always move it to the bin' }));
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
  });
});

it('what happens to an imported file can be set', async () => {
  const { user, asked } = await withDownloads([]);
  await user.click(screen.getByRole('button', { name: 'Settings' }));
  await user.click(await screen.findByRole('radio', { name: 'Keep it where it is' }));
  expect(asked).toEqual(['set keep']);
});
