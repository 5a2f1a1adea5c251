// A secret of the connection that is kept: what protects it, and why it cannot be used now.
import type { ReactElement } from 'react';
import type { KeptSecretView } from '#contract/reach.ts';
import { SecretStateNotice } from '../../app/secret-state-notice.tsx';
import { KeyValueList } from '../../ui/parts.tsx';
import { ProtectionFact } from '../../ui/protection-fact.tsx';

interface KeptSecretProps {
  readonly kind: 'proxyPassword' | 'clientCertificate';
  readonly label: string;
  readonly kept: KeptSecretView;
}

export function KeptSecret({ kind, label, kept: { protection, state } }: KeptSecretProps): ReactElement {
  return (
    <>
      <KeyValueList pairs={[{ key: label, value: <ProtectionFact protection={protection} /> }]} />
      <SecretStateNotice kind={kind} state={state} protection={protection} />
    </>
  );
}
