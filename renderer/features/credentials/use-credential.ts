// What can be done with one saved credential, and what came of it.
import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ConnectionReport, Hub } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useKeepHub } from '../../app/queries.ts';

interface CredentialActions {
  readonly test: UseMutationResult<ConnectionReport, Error, void>;
  readonly use: UseMutationResult<Hub, Error, void>;
  readonly failure: Failure | null;
}

export function useCredential(credentialId: string): CredentialActions {
  const bridge = useBridge();
  const keepHub = useKeepHub();
  const test = useMutation({ mutationFn: () => ask(bridge.credentials.test({ credentialId })) });
  const use = useMutation({ mutationFn: () => ask(bridge.credentials.use({ credentialId })), onSuccess: keepHub });
  return { test, use, failure: failureOf(use.error ?? test.error) };
}
