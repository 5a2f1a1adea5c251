import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState, type ReactElement } from 'react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { ErrorBoundary } from '../../../renderer/app/error-boundary.tsx';
import { sampleCredential, sampleHub } from '../../doubles/sample-hubs.ts';
import { renderApp } from './render-app.tsx';

/** React reports what a boundary catches to the console as well. */
function silenceReact(): void {
  const console = vi.spyOn(globalThis.console, 'error').mockImplementation(() => undefined);
  onTestFinished(() => console.mockRestore());
}

it('says in place that a part broke, and shows it again on request', async () => {
  silenceReact();
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

it('keeps a defect in a notice above the screens from taking the screens with it', async () => {
  // Nothing main sends may be such a date; whatever else breaks a notice must not break the window.
  silenceReact();
  const expiresAtMs = -1e300;
  await renderApp([sampleHub({ credentials: [sampleCredential({ expiresAtMs })] })]);
  expect(screen.getByRole('alert').textContent).toContain('Nothing saved was lost.');
  expect(screen.getByRole('heading', { name: 'Registrations' })).toBeDefined();
});
