// The protection that holds a secret, wherever one is: what keeps it, with which key, and against what that helps.
import type { ReactElement } from 'react';
import type { Protection } from '#contract/credentials.ts';
import { keyFingerprintWords, protectionLabel, protectionScope } from '../words/protection-words.ts';

interface ProtectionFactProps {
  readonly protection: Protection;
  /** A whole sentence, said instead of the few words for a secret that is kept already. */
  readonly sentence?: string;
}

export function ProtectionFact({ protection, sentence }: ProtectionFactProps): ReactElement {
  const key = keyFingerprintWords(protection);
  return (
    <>
      {sentence ?? protectionLabel(protection)}
      {key !== null && <span className="muted"> {sentence === undefined ? `· ${key}` : `(${key})`}</span>}
      <span className="protection-scope muted">{protectionScope(protection)}</span>
    </>
  );
}
