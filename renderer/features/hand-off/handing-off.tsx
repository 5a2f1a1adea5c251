// Around a list of credentials: whichever of them is to be handed off opens the dialog with it chosen.
import { useState, type ReactElement, type ReactNode } from 'react';
import { HandOffDialog } from './hand-off-dialog.tsx';

interface HandingOffProps {
  readonly children: (handOff: (credentialId: string) => void) => ReactNode;
}

export function HandingOff({ children }: HandingOffProps): ReactElement {
  const [credentialId, setCredentialId] = useState<string | null>(null);
  return (
    <>
      {children(setCredentialId)}
      {credentialId !== null && <HandOffDialog chosen={{ credentialId }} onClose={() => setCredentialId(null)} />}
    </>
  );
}
