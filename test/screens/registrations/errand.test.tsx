// What somebody came to the list to do, from *Try it* in the API reference.
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Wish } from '../../../renderer/features/registrations/use-whereabouts.ts';
import { findList, renderRegistrations, rowOf } from './render-registrations.tsx';
import { sampleCopy, sampleRegistration } from './sample-registrations.ts';

const active = sampleRegistration({ status: 'Active' });
const name = 'uPlusTelco - Sales Desk 3';

async function comeFor(wish: Wish) {
  const running = renderRegistrations({ copy: sampleCopy([active]), place: { wish } });
  return { ...running, row: rowOf(await findList(), 'SalesDesk3') };
}

describe('an errand', () => {
  it('begins with the question of the wished step once a registration is chosen, also where the step needs none', async () => {
    const { user, row } = await comeFor('disable');
    expect(screen.getByText(/^Choose a registration: its life cycle has Disable/)).toBeDefined();
    await user.click(row);
    const question = await screen.findByRole('alertdialog', { name: `Disable ${name}?` });
    await user.click(within(question).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(screen.getByRole('complementary', { name: `Details of ${name}` })).toBeDefined();
    await user.click(row);
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('opens the form where the wish was to edit', async () => {
    const { user, row } = await comeFor('edit');
    await user.click(row);
    expect(await screen.findByRole('dialog', { name: `Edit ${name}` })).toBeDefined();
  });

  it('goes the whole way to a deletion', async () => {
    const { user, row } = await comeFor('delete');
    await user.click(row);
    const question = await screen.findByRole('alertdialog', { name: `Delete ${name}?` });
    expect(within(question).getByRole('button', { name: 'Deactivate and delete' })).toBeDefined();
  });

  it('says why the status of the chosen one does not allow it', async () => {
    const { user, row } = await comeFor('enable');
    await user.click(row);
    expect(
      await screen.findByText('Enable is not possible now. The Hub allows this only for a hidden registration.'),
    ).toBeDefined();
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('is forgotten with the sentence about it', async () => {
    const { user, row } = await comeFor('deactivate');
    await user.click(screen.getByRole('button', { name: 'Dismiss' }));
    await user.click(row);
    await screen.findByRole('list', { name: 'Open steps' });
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });
});
