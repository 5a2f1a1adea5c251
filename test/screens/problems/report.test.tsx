import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { ReportSection } from '../../../renderer/features/problems/report-section.tsx';
import { WishedReport } from '../../../renderer/features/problems/wished-report.tsx';
import { axeProblems } from '../app/axe-problems.ts';
import { renderWithBridge } from '../settings/render-with-bridge.tsx';

type Problems = NonNullable<NonNullable<Parameters<typeof renderWithBridge>[1]>['problems']>;

async function open(given: Problems = {}) {
  const asked: boolean[] = [];
  const running = renderWithBridge(<ReportSection />, {
    problems: {
      report: ({ withAddresses }) => {
        asked.push(withAddresses);
        const id = `report-${asked.length}`;
        return Promise.resolve(ok({ id, text: withAddresses ? 'hub 1: Claims' : 'hub 1: hub' }));
      },
      ...given,
    },
  });
  await running.user.click(screen.getByRole('button', { name: 'Report a problem…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Report a problem' });
  await within(dialog).findByText('hub 1: hub');
  return { ...running, asked, dialog };
}

describe('reporting a problem', () => {
  it('shows the whole report before it goes anywhere', async () => {
    const { dialog } = await open();
    expect(within(dialog).getByRole('region', { name: 'The report' }).textContent).toBe('hub 1: hub');
    expect(dialog.textContent).toContain('Nothing is sent');
    expect(await axeProblems()).toEqual([]);
  });

  it('has addresses only when the person wants them, and what is saved is what is shown then', async () => {
    const saved: string[] = [];
    const { user, asked, dialog } = await open({
      save: ({ reportId }) => {
        saved.push(reportId);
        return Promise.resolve(ok({ fileName: 'problem.log' }));
      },
    });
    await user.click(within(dialog).getByRole('checkbox', { name: 'Include names and addresses of my hubs' }));
    await within(dialog).findByText('hub 1: Claims');
    await user.click(within(dialog).getByRole('button', { name: 'Save…' }));
    await within(dialog).findByText('Saved as “problem.log”.');
    expect(asked).toEqual([false, true]);
    expect(saved).toEqual(['report-2']);
  });

  it('is copied', async () => {
    const { user, dialog } = await open({ copy: () => Promise.resolve(ok(null)) });
    await user.click(within(dialog).getByRole('button', { name: 'Copy' }));
    await within(dialog).findByText('Copied.');
  });

  it('says why it could not be saved', async () => {
    const refused = fail({ code: 'fileNotWritten', fileName: 'problem.log', cause: 'full' } as const);
    const { user, dialog } = await open({ save: () => Promise.resolve(refused) });
    await user.click(within(dialog).getByRole('button', { name: 'Save…' }));
    expect((await within(dialog).findByRole('alert')).textContent).toContain('problem.log');
  });
});

it('the menu opens it, wherever the person is, and it closes again', async () => {
  const { bridge, user } = renderWithBridge(<WishedReport />, {
    problems: { report: () => Promise.resolve(ok({ id: 'r', text: 'the text' })) },
  });
  act(() => bridge.emit('reportWished', null));
  const dialog = await screen.findByRole('dialog', { name: 'Report a problem' });
  await within(dialog).findByText('the text');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});
