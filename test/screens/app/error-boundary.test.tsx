import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ErrorBoundary } from '../../../renderer/app/error-boundary.tsx';

it('says in place that a part broke, and shows it again on request', async () => {
  // React reports what a boundary catches to the console as well.
  const console = vi.spyOn(globalThis.console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => console.mockRestore());
  let isBroken = true;
  function Fragile(): ReactElement {
    useState(null);
    if (isBroken) throw new Error('a defect');
    return <p>whole again</p>;
  }
  render(
    <ErrorBoundary>
      <Fragile />
    </ErrorBoundary>,
  );
  expect(screen.getByRole('alert').textContent).toContain('Nothing saved was lost.');
  isBroken = false;
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByText('whole again')).toBeDefined();
});
