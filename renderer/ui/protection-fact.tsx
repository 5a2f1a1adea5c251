// The protection that holds a secret, wherever one is: what keeps it, with which key, and against what that helps.
import type { ReactElement } from 'react';
import type { Protection } from '#contract/credentials.ts';
import { keyFingerprintWords, protectionLabel, protectionScope } from '../words/protection-words.ts';

interface ProtectionFactProps {
  readonly protection: Protection;
  /** Said instead of the few words for a secret that is kept already. */
  readonly label?: string;
}

export function ProtectionFact({ protection, label = protectionLabel(protection) }: ProtectionFactProps): ReactElement {
  const key = keyFingerprintWords(protection);
  return (
    <>
      {label}
      {key !== null && <span className="muted"> · {key}</span>}
      <span className="protection-scope muted">{protectionScope(protection)}</span>
    </>
  );
}
