// In the status bar, where a passphrase protects the secrets: whether they are locked, and the button for the other.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Lock, LockOpen } from 'lucide-react';
import type { ReactElement } from 'react';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useVault } from '../../app/queries.ts';
import { queryKeys } from '../../app/query-keys.ts';
import { useWishUnlock } from '../../app/unlock-wish.ts';
import { Button } from '../../ui/button.tsx';
import { vaultWords as words } from '../../words/vault-words.ts';

/** Nothing where there is nothing to lock. */
export function LockButton(): ReactElement | null {
  const bridge = useBridge();
  const client = useQueryClient();
  const wish = useWishUnlock();
  const { data: vault } = useVault();
  const lock = useMutation({
    mutationFn: () => ask(bridge.vault.lock()),
    onSuccess: (status) => client.setQueryData(queryKeys.vault, status),
  });
  if (vault === undefined || vault.keyFingerprint === null) return null;
  return vault.isLocked ? (
    <Button size="small" look="quiet" icon={Lock} onPress={() => wish(true)}>
      {words.unlock}
    </Button>
  ) : (
    <Button size="small" look="quiet" icon={LockOpen} isPending={lock.isPending} onPress={() => lock.mutate()}>
      {words.lock}
    </Button>
  );
}
