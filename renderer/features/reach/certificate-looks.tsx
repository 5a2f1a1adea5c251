// What the hub's hosts show over TLS, and, after the fingerprint was compared, the way to trust their issuer for this hub.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react';
import type { CertificateFacts, CertificateLook } from '#contract/reach.ts';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { useCertificateWish, useWishCertificates } from '../../app/certificate-wish.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Badge } from '../../ui/parts.tsx';
import { lookTroubles, noIssuerSentence, reachWords, trustQuestion } from '../../words/reach-words.ts';
import { CertificateText } from './certificate-text.tsx';
import { useReachChange } from './use-reach-change.ts';

const words = reachWords.look;

interface LookedAtHub {
  readonly id: string;
  readonly name: string;
}

export function CertificateLooks({ hub }: { readonly hub: LookedAtHub }): ReactElement {
  const bridge = useBridge();
  const look = useMutation({ mutationFn: () => ask(bridge.reach.lookAtCertificates({ hubId: hub.id })) });
  const failure = failureOf(look.error);
  const placeRef = useRef<HTMLDivElement>(null);
  useWishedLook(hub.id, () => {
    placeRef.current?.focus();
    look.mutate();
  });
  return (
    <div ref={placeRef} className="reach-part" role="group" aria-label={words.label} tabIndex={-1}>
      <h3>{words.label}</h3>
      <p className="muted">{words.lead}</p>
      <div>
        <Button size="small" isPending={look.isPending} onPress={() => look.mutate()}>
          {words.start}
        </Button>
      </div>
      {failure !== null && <FailureNotice failure={failure} />}
      <div role="status">
        {look.data?.length === 0 && <p className="muted">{words.nothing}</p>}
        {look.data?.map((seen) => (
          <Look key={seen.host} look={seen} hub={hub} onTrusted={() => look.mutate()} />
        ))}
      </div>
    </div>
  );
}

/** Looks at once where the person came for it; the focus leads there. */
function useWishedLook(hubId: string, start: () => void): void {
  const isWished = useCertificateWish() === hubId;
  const wish = useWishCertificates();
  const fulfil = useEffectEvent(() => {
    wish('');
    start();
  });
  useEffect(() => {
    if (isWished) fulfil();
  }, [isWished]);
}

interface LookProps {
  readonly look: CertificateLook;
  readonly hub: LookedAtHub;
  readonly onTrusted: () => void;
}

function Look({ look, hub, onTrusted }: LookProps): ReactElement {
  const [isAsking, setIsAsking] = useState(false);
  const { host, chain, trouble, issuerToTrust, failure } = look;
  const reason = noIssuerSentence(look);
  return (
    <div className="reach-look">
      <p>
        <span className="code">{host}</span> {failure === null && <Outcome trouble={trouble} />}
      </p>
      {failure !== null && <FailureNotice failure={failure} />}
      <ol className="reach-chain">
        {chain.map((certificate) => (
          <li key={certificate.fingerprint256}>
            <CertificateText facts={certificate} />
          </li>
        ))}
      </ol>
      {reason !== null && <p>{reason}</p>}
      {issuerToTrust !== null && (
        <div>
          <Button size="small" onPress={() => setIsAsking(true)}>
            {words.trust}
          </Button>
          {isAsking && (
            <TrustQuestion
              look={look}
              issuer={issuerToTrust}
              hub={hub}
              onTrusted={onTrusted}
              onClose={() => setIsAsking(false)}
            />
          )}
        </div>
      )}
    </div>
  );
}

function Outcome({ trouble }: Pick<CertificateLook, 'trouble'>): ReactElement {
  return trouble === null ? <Badge>{words.trusted}</Badge> : <Badge kind="caution">{lookTroubles[trouble]}</Badge>;
}

interface TrustQuestionProps extends LookProps {
  readonly issuer: CertificateFacts;
  readonly onClose: () => void;
}

function TrustQuestion({ look, issuer, hub, onTrusted, onClose }: TrustQuestionProps): ReactElement {
  const bridge = useBridge();
  const { change, isPending, failure } = useReachChange(
    hub.id,
    (input: Parameters<typeof bridge.reach.trustIssuer>[0]) => bridge.reach.trustIssuer(input),
  );
  const asked = trustQuestion(look, hub.name);
  return (
    <ConfirmDialog
      title={asked.title}
      confirm={asked.confirm}
      isOpen
      isPending={isPending}
      onConfirm={() =>
        change({ hubId: hub.id, fingerprint256: issuer.fingerprint256 }, () => {
          onClose();
          onTrusted();
        })
      }
      onClose={onClose}
    >
      <p>{asked.detail}</p>
      <CertificateText facts={issuer} />
      {failure !== null && <FailureNotice failure={failure} />}
    </ConfirmDialog>
  );
}
