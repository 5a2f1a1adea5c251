// What was read from the file and is not to be edited: client ID, the secret as a mask, and what will happen to it.
import { FileKey2, ShieldCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CredentialsDraft } from '#contract/credentials.ts';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Badge, KeyValueList } from '../../ui/parts.tsx';
import { connectWords } from '../../words/connect-words.ts';
import { protectionSentence } from '../../words/protection-words.ts';
import { ignoredSentence, reviewWords as words, rotationSentence } from '../../words/review-words.ts';

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

/** Which protection will hold the secret, what would be replaced, and what was left aside. */
export function DraftNotes({ draft }: { readonly draft: CredentialsDraft }): ReactElement {
  const isSealed = draft.protection.level === 'osKeystore';
  return (
    <div className="draft-notes">
      {draft.replaces !== null && <Notice kind="info">{rotationSentence(draft.replaces)}</Notice>}
      {isSealed ? (
        <p className="draft-note muted">
          <Icon of={ShieldCheck} />
          <span>{protectionSentence(draft.protection)}</span>
        </p>
      ) : (
        <Notice kind="caution">{protectionSentence(draft.protection)}</Notice>
      )}
      {draft.ignoredLabels.length > 0 && <p className="draft-note muted">{ignoredSentence(draft.ignoredLabels)}</p>}
    </div>
  );
}
