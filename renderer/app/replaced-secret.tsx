// The secret that another one took the place of: that it is kept, how, and the way back as long as there is one.
import type { ReactElement } from 'react';
import type { Protection, SecretState } from '#contract/credentials.ts';
import { Button } from '../ui/button.tsx';
import { FailureNotice } from '../ui/failure-notice.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProtectionFact } from '../ui/protection-fact.tsx';
import { replacedWords as words } from '../words/credential-words.ts';
import { isLost, secretStateWords } from '../words/secret-state-words.ts';
import { failureOf } from './ask.ts';
import { UnlockWay } from './secret-state-notice.tsx';

interface ReplacedSecretProps {
  readonly replaced: { readonly secretState: SecretState; readonly protection: Protection };
  /** Said while it can be gone back to. */
  readonly sentence: string;
  /** Said before, where the Hub has refused the new one. */
  readonly refused?: string;
  readonly goBack: { readonly isPending: boolean; readonly error: Error | null; readonly mutate: () => void };
}

export function ReplacedSecret({ replaced, sentence, refused, goBack }: ReplacedSecretProps): ReactElement {
  const { secretState, protection } = replaced;
  const state = secretStateWords('replacedSecret', secretState, protection);
  const told = refused === undefined ? ({ kind: 'info' } as const) : REFUSED;
  if (isLost(secretState)) {
    return (
      <Notice {...told} title={refused}>
        {state?.sentence}
      </Notice>
    );
  }
  const failure = failureOf(goBack.error);
  const actions = (
    <>
      {state?.ways[0] === 'unlock' && <UnlockWay />}
      <Button size="small" isPending={goBack.isPending} onPress={() => goBack.mutate()}>
        {words.goBack}
      </Button>
    </>
  );
  return (
    <>
      <Notice {...told} title={refused} actions={actions}>
        <p>{sentence}</p>
        {state !== null && <p>{state.sentence}</p>}
        <ProtectionFact protection={protection} />
      </Notice>
      {failure !== null && <FailureNotice failure={failure} />}
    </>
  );
}

const REFUSED = { kind: 'caution', isLive: true } as const;
