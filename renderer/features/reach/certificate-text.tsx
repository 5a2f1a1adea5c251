// One certificate as a person compares it.
import type { ReactElement } from 'react';
import type { CertificateFacts } from '#contract/reach.ts';
import { reachWords, validity } from '../../words/reach-words.ts';

export function CertificateText({ facts }: { readonly facts: CertificateFacts }): ReactElement {
  return (
    <div className="reach-certificate selectable">
      <span>{facts.subject}</span>
      <span className="muted">
        {reachWords.look.issuer}: {facts.issuer} · {validity(facts)}
      </span>
      <span className="code reach-fingerprint">SHA-256 {facts.fingerprint256}</span>
    </div>
  );
}
