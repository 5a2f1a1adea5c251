// The cache of what main knows. Main tells when something changed, so nothing is asked twice by itself.
import { QueryClient } from '@tanstack/react-query';

/** A fresh cache; one per window, one per test. */
export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // The bridge is on this machine: whether the network is there is for main to find out, and a failure is an answer.
      queries: {
        networkMode: 'always',
        retry: false,
        staleTime: Infinity,
        gcTime: Infinity,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
