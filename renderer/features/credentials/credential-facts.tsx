// What is known of a saved credential. Everything but the secret.
import type { ReactElement, ReactNode } from 'react';
import type { CredentialSummary } from '#contract/credentials.ts';
import { useTokenStatus } from '../../app/queries.ts';
import { KeyValueList, type KeyValue } from '../../ui/parts.tsx';
import { ProtectionFact } from '../../ui/protection-fact.tsx';
import { Time } from '../../ui/time.tsx';
import { bookWords as book, expiryDay } from '../../words/credential-words.ts';
import { hubWords as words } from '../../words/hub-words.ts';
import { reviewWords } from '../../words/review-words.ts';

export function CredentialFacts({ credential }: { readonly credential: CredentialSummary }): ReactElement {
  const { data: token } = useTokenStatus(credential.id);
  const { label } = reviewWords.authenticationOptions.find(({ id }) => id === credential.clientAuthentication) ?? {};
  return (
    <KeyValueList
      pairs={[
        { key: words.clientId, value: credential.clientId, isCode: true },
        { key: words.secret, value: credential.secretMask, isCode: true },
        { key: words.operator, value: seen(token?.operator ?? credential.lastOperator, words.operatorUnknown) },
        { key: book.accessGroup, value: seen(token?.accessGroup ?? credential.lastAccessGroup, book.notSeen) },
        { key: words.endpoint, value: credential.tokenEndpoint, isCode: true },
        { key: reviewWords.authentication, value: label },
        { key: words.protection, value: <ProtectionFact protection={credential.protection} /> },
        { key: words.saved, value: <Time ofMs={credential.savedAtMs} /> },
        { key: book.lastUsed, value: timeOr(credential.lastUsedAtMs, book.never) },
        ...notedFacts(credential),
      ]}
    />
  );
}

function seen(value: string, unknown: string): ReactNode {
  return value === '' ? <span className="muted">{unknown}</span> : value;
}

function timeOr(timeMs: number | null, none: string): ReactNode {
  return timeMs === null ? <span className="muted">{none}</span> : <Time ofMs={timeMs} />;
}

/** What the person wrote of it; nothing is said of what they did not write. */
function notedFacts({ expiresAtMs, note }: CredentialSummary): readonly KeyValue[] {
  return [
    ...(expiresAtMs === null ? [] : [{ key: book.expires, value: expiryDay(expiresAtMs) }]),
    ...(note === '' ? [] : [{ key: book.note, value: <span className="credential-note">{note}</span> }]),
  ];
}
