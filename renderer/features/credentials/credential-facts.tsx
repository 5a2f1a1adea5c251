// What is known of a saved credential. Everything but the secret.
import type { ReactElement } from 'react';
import type { CredentialSummary } from '#contract/credentials.ts';
import { useTokenStatus } from '../../app/queries.ts';
import { KeyValueList } from '../../ui/parts.tsx';
import { Time } from '../../ui/time.tsx';
import { hubWords as words } from '../../words/hub-words.ts';
import { protectionLabel } from '../../words/protection-words.ts';
import { reviewWords } from '../../words/review-words.ts';

export function CredentialFacts({ credential }: { readonly credential: CredentialSummary }): ReactElement {
  const { data: token } = useTokenStatus(credential.id);
  const operator = token?.operator ?? null;
  const authentication = reviewWords.authenticationOptions.find(({ id }) => id === credential.clientAuthentication);
  return (
    <KeyValueList
      pairs={[
        { key: words.clientId, value: credential.clientId, isCode: true },
        { key: words.secret, value: credential.secretMask, isCode: true },
        {
          key: words.operator,
          value: operator ?? <span className="muted">{words.operatorUnknown}</span>,
        },
        { key: words.endpoint, value: credential.tokenEndpoint, isCode: true },
        { key: reviewWords.authentication, value: authentication?.label ?? '' },
        { key: words.protection, value: protectionLabel(credential.protection) },
        { key: words.saved, value: <Time ofMs={credential.savedAtMs} /> },
      ]}
    />
  );
}
