// The password that is saved for a proxy: what protects it, and the way to be rid of it while the proxy stays.
import type { ReactElement } from 'react';
import type { KeptSecretView, ProxyView } from '#contract/reach.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { reachWords } from '../../words/reach-words.ts';
import { KeptSecret } from './kept-secret.tsx';
import { useReachChange } from './use-reach-change.ts';

const words = reachWords.proxy;

interface SavedPasswordProps {
  readonly hubId: string | null;
  /** As it is saved: what is being typed in the form is not saved along. */
  readonly proxy: Extract<ProxyView, { kind: 'manual' }>;
  readonly password: KeptSecretView;
}

export function SavedPassword({ hubId, proxy, password }: SavedPasswordProps): ReactElement {
  const bridge = useBridge();
  const { change, isPending, failure } = useReachChange(hubId, (input: Parameters<typeof bridge.reach.setProxy>[0]) =>
    bridge.reach.setProxy(input),
  );
  const { kind, address, userName } = proxy;
  return (
    <>
      <KeptSecret kind="proxyPassword" label={words.passwordProtection} kept={password} />
      <div>
        <Button
          size="small"
          look="quiet"
          isPending={isPending}
          onPress={() => change({ hubId, proxy: { kind, address, userName, password: '' } })}
        >
          {words.removePassword}
        </Button>
      </div>
      {failure !== null && <FailureNotice failure={failure} />}
    </>
  );
}
