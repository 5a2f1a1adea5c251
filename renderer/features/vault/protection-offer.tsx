// Where nothing on this computer would store a secret: the way to a passphrase, at the moment at which it matters.
import type { ReactElement } from 'react';
import { useVault } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { offerWords as words } from '../../words/vault-words.ts';

/** Nothing for whoever chose to keep secrets for a session: they know the settings. */
export function ProtectionOffer({ onPress }: { readonly onPress: () => void }): ReactElement | null {
  const { data: vault } = useVault();
  if (vault?.level !== 'osKeystore') return null;
  return (
    <Button size="small" onPress={onPress}>
      {words.offer}
    </Button>
  );
}
