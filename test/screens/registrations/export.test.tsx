import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ExportRegistrationsInput } from '#contract/review-inputs.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { ExportMenu } from '../../../renderer/features/registrations/export/export-menu.tsx';
import { axeProblems } from '../app/axe-problems.ts';
import { renderPart } from '../review/render-review.tsx';
import { threeRegistrations } from './sample-registrations.ts';

type Answer = Result<{ readonly fileName: string } | null>;

const columns = [
  { id: 'name', heading: 'Name' },
  { id: 'status', heading: 'Status' },
];

function renderExport(answers: readonly Answer[], registrations = threeRegistrations) {
  const asked: ExportRegistrationsInput[] = [];
  const running = renderPart(
    <ExportMenu hubId="hub-1" registrations={registrations} columns={columns} narrowedTo="Status: Active" />,
    {
      exports: {
        registrations: (input) => {
          asked.push(input);
          return Promise.resolve(answers[asked.length - 1] ?? ok(null));
        },
      },
    },
  );
  const choose = async (format: string): Promise<void> => {
    await running.user.click(screen.getByRole('button', { name: 'Export' }));
    await running.user.click(within(screen.getByRole('menu')).getByRole('menuitem', { name: format }));
  };
  return { ...running, asked, choose };
}

describe('exporting what is shown', () => {
  it('names what is shown in its order, the columns and the filter, and tells the file afterwards', async () => {
    const { user, asked, choose } = renderExport([ok({ fileName: 'Claims Hub.csv' })]);
    await choose('CSV');
    expect((await screen.findByRole('status')).textContent).toBe('Saved Claims Hub.csv.');
    expect(asked).toEqual([
      {
        hubId: 'hub-1',
        format: 'csv',
        registrationIds: ['REG-22951', 'REG-22952', 'REG-22953'],
        columns,
        narrowedTo: 'Status: Active',
      },
    ]);
    expect(await axeProblems()).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('offers a list for programs and a report to print', async () => {
    const { asked, choose } = renderExport([]);
    await choose('JSON');
    await choose('Report (PDF)');
    await waitFor(() => expect(asked.map(({ format }) => format)).toEqual(['json', 'pdf']));
  });

  it('says nothing when no file was chosen', async () => {
    const { asked, choose } = renderExport([ok(null)]);
    await choose('CSV');
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says why a file was not written', async () => {
    const { choose } = renderExport([fail({ code: 'fileNotWritten', fileName: 'list.csv', cause: 'full' })]);
    await choose('CSV');
    expect((await screen.findByRole('alert')).textContent).toContain('“list.csv” was not written: the disk is full.');
  });

  it('is off while nothing is shown', () => {
    renderExport([], []);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Export' }).disabled).toBe(true);
  });
});
