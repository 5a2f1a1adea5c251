// What the operating system's keystore would be, asked for only when somebody wants to know: it may want a password for that.
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { ResealOutcome, VaultStatus } from '#contract/vault.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { keystoreSentence } from '../../words/protection-words.ts';
import { vaultWords as words } from '../../words/vault-words.ts';
import { useProtect } from './use-protect.ts';

interface KeystoreCheckProps {
  readonly level: VaultStatus['level'];
  readonly onMoved: (outcome: ResealOutcome) => void;
}

export function KeystoreCheck({ level, onMoved }: KeystoreCheckProps): ReactElement {
  const bridge = useBridge();
  const check = useMutation({ mutationFn: () => ask(bridge.vault.keystore()) });
  const protect = useProtect(onMoved);
  const failure = failureOf(check.error) ?? failureOf(protect.error);
  // What a machine without a keystore kept for the session only can be sealed as soon as there is one.
  const canSealRest = level === 'osKeystore' && check.data?.level === 'osKeystore';
  return (
    <>
      <p className="vault-key" role="status">
        <Button size="small" isPending={check.isPending} onPress={() => check.mutate()}>
          {words.checkKeystore}
        </Button>
        {check.data !== undefined && <span>{keystoreSentence(check.data)}</span>}
        {canSealRest && (
          <Button
            size="small"
            look="quiet"
            isPending={protect.isPending}
            onPress={() => protect.mutate({ level: 'osKeystore' })}
          >
            {words.sealRest}
          </Button>
        )}
      </p>
      {failure !== null && <FailureNotice failure={failure} />}
    </>
  );
}
