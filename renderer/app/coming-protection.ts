// What will hold a secret that is about to be kept, as things are now.
import { useQuery } from '@tanstack/react-query';
import type { Protection } from '#contract/credentials.ts';
import { ask } from './ask.ts';
import { useBridge } from './bridge-context.tsx';
import { useVault } from './queries.ts';
import { queryKeys } from './query-keys.ts';

/** Null until it is known. Asks the keystore what it is, if that is to hold it: for a dialog, not for a screen. */
export function useComingProtection(): Protection | null {
  const bridge = useBridge();
  const { data: vault } = useVault();
  const isInKeystore = vault?.level === 'osKeystore';
  const { data: keystore } = useQuery({
    queryKey: queryKeys.keystore,
    queryFn: () => ask(bridge.vault.keystore()),
    enabled: isInKeystore,
  });
  if (vault === undefined) return null;
  if (isInKeystore) return keystore ?? null;
  if (vault.level === 'sessionOnly') return { level: 'sessionOnly', backend: 'none' };
  return { level: 'passphrase', backend: 'age', keyFingerprint: vault.keyFingerprint ?? '' };
}
