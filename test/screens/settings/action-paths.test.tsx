import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActionPath } from '#contract/life-cycle.ts';
import { fail, ok } from '#contract/result.ts';
import { ActionPathsSection } from '../../../renderer/features/settings/action-paths-section.tsx';
import type { fakeBridge } from '../../doubles/fake-bridge.ts';
import { axeProblems } from '../app/axe-problems.ts';
import { renderWithBridge } from './render-with-bridge.tsx';

type Given = NonNullable<NonNullable<Parameters<typeof fakeBridge>[0]>['lifeCycle']>;

const enable: ActionPath = {
  action: 'enable',
  path: 'actions/enable',
  origin: 'assumed',
  candidates: ['actions/enable', 'actions/enableregistration'],
};
const reactivate: ActionPath = {
  action: 'reactivate',
  path: 'actions/enablesync',
  origin: 'found',
  candidates: ['actions/enablesync', 'actions/reactivate'],
};

async function open(lifeCycle: Given = {}) {
  const running = renderWithBridge(<ActionPathsSection hubId="hub-1" />, {
    lifeCycle: { actionPaths: () => Promise.resolve(ok([enable, reactivate])), ...lifeCycle },
  });
  await screen.findByRole('textbox', { name: 'Path of Enable' });
  return running;
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

/** Types over what stands there; a paste is quicker than thirty keys. */
async function replace(user: Awaited<ReturnType<typeof open>>['user'], input: HTMLInputElement, text: string) {
  await user.clear(input);
  await user.paste(text);
}

describe('the paths that no source gives', () => {
  it('are shown with where they come from', async () => {
    await open();
    expect(field('Path of Enable').value).toBe('actions/enable');
    expect(
      screen.getByText(/Not tried yet. Tried in this order: actions\/enable, actions\/enableregistration/),
    ).toBeDefined();
    expect(screen.getByText('This Hub answered here.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Find it again: path of Enable' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
  });

  it('can be set', async () => {
    const sent: unknown[] = [];
    const { user } = await open({
      setActionPath: (input) => {
        sent.push(input);
        return Promise.resolve(ok([{ ...enable, path: 'actions/show', origin: 'set' }, reactivate]));
      },
    });
    await replace(user, field('Path of Enable'), 'actions/show');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('Set by you. Nothing else is tried.')).toBeDefined();
    expect(sent).toEqual([{ hubId: 'hub-1', action: 'enable', path: 'actions/show' }]);
    expect(field('Path of Enable').value).toBe('actions/show');
  });

  it('can be forgotten, so that they are tried again', async () => {
    const sent: unknown[] = [];
    const { user } = await open({
      setActionPath: (input) => {
        sent.push(input);
        return Promise.resolve(ok([enable, { ...reactivate, origin: 'assumed' }]));
      },
    });
    await user.click(screen.getByRole('button', { name: 'Find it again: path of Reactivate' }));
    await waitFor(() => expect(screen.queryByText('This Hub answered here.')).toBeNull());
    expect(sent).toEqual([{ hubId: 'hub-1', action: 'reactivate', path: null }]);
  });

  it('that lead out of the registration are not accepted', async () => {
    const { user } = await open();
    await replace(user, field('Path of Enable'), '../../users');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('This value cannot be used.')).toBeDefined();
  });

  it('that cannot be saved say so beside them', async () => {
    const { user } = await open({
      setActionPath: () => Promise.resolve(fail({ code: 'storageFailed', cause: 'denied' })),
    });
    await replace(user, field('Path of Reactivate'), 'actions/resume');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(field('Path of Reactivate').value).toBe('actions/resume');
  });

  it('are accessible', async () => {
    await open();
    expect(await axeProblems()).toEqual([]);
  });
});
