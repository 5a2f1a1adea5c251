// What was read from the file and is not to be edited: client ID, the secret as a mask, and what will happen to it.
import { FileKey2, ShieldCheck } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import type { CredentialsDraft, CredentialSummary, Protection } from '#contract/credentials.ts';
import { useVault } from '../../app/queries.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Badge, KeyValueList } from '../../ui/parts.tsx';
import { ProtectionFact } from '../../ui/protection-fact.tsx';
import { connectWords } from '../../words/connect-words.ts';
import { protectionSentence } from '../../words/protection-words.ts';
import { offerWords } from '../../words/vault-words.ts';
import { ignoredSentence, mismatchWords, reviewWords as words, rotationSentence } from '../../words/review-words.ts';

interface DraftFactsProps {
  readonly draft: CredentialsDraft;
  readonly position: { readonly position: number; readonly total: number } | null;
}

export function DraftFacts({ draft, position }: DraftFactsProps): ReactElement {
  const endpoint = draft.tokenEndpoint;
  return (
    <div className="draft-facts">
      {draft.fileName !== '' && (
        <div className="draft-file">
          <Icon of={FileKey2} />
          <span className="truncate">{draft.fileName}</span>
          {position !== null && <Badge>{connectWords.position(position.position, position.total)}</Badge>}
        </div>
      )}
      <KeyValueList
        pairs={[
          { key: words.clientId, value: draft.clientId, isCode: true },
          { key: words.clientSecret, value: draft.secretMask, isCode: true },
          ...(endpoint === null ? [] : [{ key: words.tokenEndpoint, value: endpoint, isCode: true }]),
        ]}
      />
    </div>
  );
}

interface DraftNotesProps {
  readonly draft: CredentialsDraft;
  readonly expected: CredentialSummary | null;
  /** The way to a better protection where there is none. */
  readonly offer?: ReactNode;
}

/** What will hold the secret as things are now: a passphrase may have been set since the file was read. */
function useProtectionOf(draft: CredentialsDraft): Protection {
  const { data: vault } = useVault();
  if (vault?.level !== 'passphrase') return draft.protection;
  return { level: 'passphrase', backend: 'age', keyFingerprint: vault.keyFingerprint ?? '' };
}

/** Which protection will hold the secret, what would be replaced, and what was left aside. */
export function DraftNotes({ draft, expected, offer }: DraftNotesProps): ReactElement {
  const protection = useProtectionOf(draft);
  const isSealed = protection.level !== 'sessionOnly';
  return (
    <div className="draft-notes">
      {expected !== null && draft.replaces?.credentialId !== expected.id && (
        <Notice kind="caution" title={mismatchWords.title(expected)}>
          {mismatchWords.detail}
        </Notice>
      )}
      {draft.replaces !== null && <Notice kind="info">{rotationSentence(draft.replaces)}</Notice>}
      {isSealed ? (
        <p className="draft-note muted">
          <Icon of={ShieldCheck} />
          <span>
            <ProtectionFact protection={protection} sentence={protectionSentence(protection)} />
          </span>
        </p>
      ) : (
        <Notice kind="caution" actions={offer}>
          <ProtectionFact protection={protection} sentence={protectionSentence(protection)} />
          {offer !== undefined && offerWords.detail}
        </Notice>
      )}
      {draft.ignoredLabels.length > 0 && <p className="draft-note muted">{ignoredSentence(draft.ignoredLabels)}</p>}
    </div>
  );
}
