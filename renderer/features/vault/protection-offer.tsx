// Where nothing on this computer would store a secret: the way to a passphrase, at the moment at which it matters.
import { useState, type ReactElement } from 'react';
import { useVault } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { offerWords as words } from '../../words/vault-words.ts';
import { MoveDialog } from './move-dialog.tsx';

export function ProtectionOffer(): ReactElement | null {
  const { data: vault } = useVault();
  const [isAsked, setAsked] = useState(false);
  // Whoever chose this session knows the settings.
  if (vault?.level !== 'osKeystore') return null;
  const close = (): void => setAsked(false);
  return (
    <>
      <Button size="small" onPress={() => setAsked(true)}>
        {words.offer}
      </Button>
      <MoveDialog level={isAsked ? 'passphrase' : null} onClose={close} onMoved={close} />
    </>
  );
}
