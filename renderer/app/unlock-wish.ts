// The wish to unlock the secrets: said anywhere in the window, fulfilled by the one dialog in its frame.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys.ts';

/** Whether somebody pressed *Unlock*. */
export function useUnlockWish(): boolean {
  const { data = false } = useQuery({ queryKey: queryKeys.unlockWish, queryFn: () => false });
  return data;
}

/** Opens the dialog, or lets it go. */
export function useWishUnlock(): (isWished: boolean) => void {
  const client = useQueryClient();
  return (isWished) => void client.setQueryData(queryKeys.unlockWish, isWished);
}
