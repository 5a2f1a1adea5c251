// A rotation that is not settled: which secret is kept beside the new one, and the way back when the Hub refused that.
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CredentialSummary } from '#contract/credentials.ts';
import { ask } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useKeepHub, useTokenStatus } from '../../app/queries.ts';
import { ReplacedSecret } from '../../app/replaced-secret.tsx';
import { replacedSentence, replacedWords as words } from '../../words/credential-words.ts';

interface ReplacedSecretProps {
  readonly credential: CredentialSummary;
}

/** In the credential's own row: also as long as nothing is refused. */
export function ReplacedSecretNotice({ credential }: ReplacedSecretProps): ReactElement | null {
  const { replacedSecret } = credential;
  const goBack = useGoBack(credential.id);
  const { data: token } = useTokenStatus(credential.id);
  if (replacedSecret === null) return null;
  if (token?.state === 'refused') return <RefusedSecretNotice credential={credential} />;
  return (
    <ReplacedSecret replaced={replacedSecret} sentence={replacedSentence(credential, replacedSecret)} goBack={goBack} />
  );
}

/** Above the screens: only when the Hub refused the new secret before it ever worked. */
export function RefusedSecretNotice({ credential }: ReplacedSecretProps): ReactElement | null {
  const { replacedSecret } = credential;
  const goBack = useGoBack(credential.id);
  const { data: token } = useTokenStatus(credential.id);
  if (replacedSecret === null || token?.state !== 'refused') return null;
  return (
    <ReplacedSecret
      replaced={replacedSecret}
      refused={words.refused(credential.label)}
      sentence={words.refusedDetail(replacedSecret)}
      goBack={goBack}
    />
  );
}

function useGoBack(credentialId: string): Parameters<typeof ReplacedSecret>[0]['goBack'] {
  const bridge = useBridge();
  const keepHub = useKeepHub();
  return useMutation({
    mutationFn: () => ask(bridge.credentials.goBack({ credentialId })),
    onSuccess: keepHub,
  });
}
