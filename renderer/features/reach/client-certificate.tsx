// Who we are over TLS at one hub: main opens the file dialog; neither path nor key ever come to the window.
import { useState, type ReactElement } from 'react';
import type { ClientCertificateView } from '#contract/reach.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { SecretField } from '../../app/secret-field.tsx';
import { Button } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { reachWords } from '../../words/reach-words.ts';
import { CertificateText } from './certificate-text.tsx';
import { KeptSecret } from './kept-secret.tsx';
import { useReachChange } from './use-reach-change.ts';

const words = reachWords.clientCertificate;

interface ClientCertificateProps {
  readonly hubId: string;
  readonly certificate: ClientCertificateView | null;
}

export function ClientCertificate({ hubId, certificate }: ClientCertificateProps): ReactElement {
  const bridge = useBridge();
  const [passphrase, setPassphrase] = useState('');
  const choose = useReachChange(hubId, (input: Parameters<typeof bridge.reach.chooseClientCertificate>[0]) =>
    bridge.reach.chooseClientCertificate(input),
  );
  const remove = useReachChange(hubId, (input: Parameters<typeof bridge.reach.removeClientCertificate>[0]) =>
    bridge.reach.removeClientCertificate(input),
  );
  const failure = choose.failure ?? remove.failure;
  return (
    <div className="reach-part" role="group" aria-label={words.label}>
      <h3>{words.label}</h3>
      <p className="muted">{words.lead}</p>
      {certificate === null ? (
        <p className="muted">{words.none}</p>
      ) : (
        <div>
          <p>{certificate.fileName}</p>
          {certificate.facts !== null && <CertificateText facts={certificate.facts} />}
          <KeptSecret kind="clientCertificate" label={words.protection} kept={certificate} />
        </div>
      )}
      <SecretField
        label={words.passphrase}
        hint={words.passphraseHint}
        standsOpen
        value={passphrase}
        onChange={setPassphrase}
      />
      <div className="reach-buttons">
        <Button
          size="small"
          isPending={choose.isPending}
          onPress={() => choose.change({ hubId, passphrase }, () => setPassphrase(''))}
        >
          {words.choose}
        </Button>
        {certificate !== null && (
          <Button size="small" look="quiet" isPending={remove.isPending} onPress={() => remove.change({ hubId })}>
            {words.remove}
          </Button>
        )}
      </div>
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
