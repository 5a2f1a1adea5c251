// The wish to see what a hub shows over TLS: said where a certificate is not believed, fulfilled on the hub's own screen.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { queryKeys } from './query-keys.ts';

/** The hub whose certificates somebody wants to look at; '' for none. */
export function useCertificateWish(): string {
  const { data = '' } = useQuery({ queryKey: queryKeys.certificateWish, queryFn: () => '' });
  return data;
}

/** Says it, or takes it back with ''. */
export function useWishCertificates(): (hubId: string) => void {
  const client = useQueryClient();
  return (hubId) => void client.setQueryData(queryKeys.certificateWish, hubId);
}
