// A rotation that is not settled: which secret is kept beside the new one, and the way back when the Hub refused that.
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CredentialSummary } from '#contract/credentials.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useKeepHub, useTokenStatus } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Notice } from '../../ui/notice.tsx';
import { replacedWords as words } from '../../words/credential-words.ts';

interface ReplacedSecretProps {
  readonly credential: CredentialSummary;
}

/** In the credential's own row: also as long as nothing is refused. */
export function ReplacedSecretNotice({ credential }: ReplacedSecretProps): ReactElement | null {
  const { replacedSecret } = credential;
  const { data: token } = useTokenStatus(credential.id);
  if (replacedSecret === null) return null;
  if (token?.state === 'refused') return <RefusedSecretNotice credential={credential} />;
  const sentence = replacedSecret.secretState === 'forgotten' ? words.lost : words.kept(replacedSecret);
  return (
    <Notice kind="info" actions={<GoBack credential={credential} />}>
      {sentence}
    </Notice>
  );
}

/** Above the screens: only when the Hub refused the new secret before it ever worked. */
export function RefusedSecretNotice({ credential }: ReplacedSecretProps): ReactElement | null {
  const { replacedSecret } = credential;
  const { data: token } = useTokenStatus(credential.id);
  if (replacedSecret === null || token?.state !== 'refused') return null;
  return (
    <Notice kind="caution" isLive title={words.refused(credential.label)} actions={<GoBack credential={credential} />}>
      {replacedSecret.secretState === 'forgotten' ? words.lost : words.refusedDetail(replacedSecret)}
    </Notice>
  );
}

function GoBack({ credential }: ReplacedSecretProps): ReactElement | null {
  const bridge = useBridge();
  const keepHub = useKeepHub();
  const goBack = useMutation({
    mutationFn: () => ask(bridge.credentials.goBack({ credentialId: credential.id })),
    onSuccess: keepHub,
  });
  if (credential.replacedSecret?.secretState === 'forgotten') return null;
  const failure = failureOf(goBack.error);
  return (
    <>
      <Button size="small" isPending={goBack.isPending} onPress={() => goBack.mutate()}>
        {words.goBack}
      </Button>
      {failure !== null && <FailureNotice failure={failure} />}
    </>
  );
}
