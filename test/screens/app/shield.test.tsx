import { useState, type ReactElement } from 'react';
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok } from '#contract/result.ts';
import { SecretField } from '../../../renderer/app/secret-field.tsx';
import { ClientCertificate } from '../../../renderer/features/reach/client-certificate.tsx';
import { renderWithBridge } from '../settings/render-with-bridge.tsx';

/** Two secret fields, of which the second comes and goes as a dialog over the first would. */
function Nested(): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <SecretField label="Beneath" value="" onChange={() => undefined} />
      <button onClick={() => setOpen(!isOpen)}>Open or close</button>
      {isOpen && <SecretField label="Above" value="" onChange={() => undefined} />}
    </>
  );
}

function render(part: ReactElement) {
  const told: boolean[] = [];
  const { user } = renderWithBridge(part, {
    vault: {
      shield: ({ isOn }) => {
        told.push(isOn);
        return Promise.resolve(ok(null));
      },
    },
  });
  return { user, told };
}

describe('the shield', () => {
  it('stays on beneath a dialog that closes, and main is told only of the first and the last', async () => {
    const { user, told } = render(<Nested />);
    const press = () => user.click(screen.getByRole('button'));
    await press();
    await press();
    expect(told).toEqual([true]);
  });

  it('is wanted on a screen that stands open only while something is typed', async () => {
    const { user, told } = render(<ClientCertificate hubId="hub-1" certificate={null} />);
    expect(told).toEqual([]);
    const field = screen.getByLabelText('Passphrase of the file');
    await user.click(field);
    await user.paste('correct horse');
    expect(told).toEqual([true]);
    await user.clear(field);
    expect(told).toEqual([true, false]);
  });
});
