// The authorities that are believed besides the system's, and the way to add or drop one.
import { X } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import type { CertificateFacts } from '#contract/reach.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { reachWords } from '../../words/reach-words.ts';
import { CertificateText } from './certificate-text.tsx';
import { useReachChange } from './use-reach-change.ts';

const words = reachWords.certificates;

interface CertificateListProps {
  readonly hubId: string | null;
  readonly certificates: readonly CertificateFacts[];
}

export function CertificateList({ hubId, certificates }: CertificateListProps): ReactElement {
  const bridge = useBridge();
  const placeRef = useRef<HTMLDivElement>(null);
  const add = useReachChange(hubId, (input: Parameters<typeof bridge.reach.addCertificates>[0]) =>
    bridge.reach.addCertificates(input),
  );
  const remove = useReachChange(hubId, (input: Parameters<typeof bridge.reach.removeCertificate>[0]) =>
    bridge.reach.removeCertificate(input),
  );
  const failure = add.failure ?? remove.failure;
  return (
    <div ref={placeRef} className="reach-part" role="group" aria-label={words.label} tabIndex={-1}>
      <h3>{words.label}</h3>
      <p className="muted">{hubId === null ? words.defaultsLead : words.lead}</p>
      {certificates.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <ul className="reach-certificates">
          {certificates.map((certificate) => (
            <li key={certificate.fingerprint256}>
              <CertificateText facts={certificate} />
              <IconButton
                size="small"
                icon={X}
                label={words.remove(certificate.subject)}
                onPress={() => {
                  // The button goes with its certificate; the focus stays where it was.
                  placeRef.current?.focus();
                  remove.change({ hubId, fingerprint256: certificate.fingerprint256 });
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button size="small" isPending={add.isPending} onPress={() => add.change({ hubId })}>
          {words.add}
        </Button>
      </div>
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
