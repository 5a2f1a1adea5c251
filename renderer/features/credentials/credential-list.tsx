// The credentials of one hub: which is in use, what holds each secret, and the way out where one cannot be used.
import { Import } from 'lucide-react';
import type { ReactElement } from 'react';
import type { CredentialSummary, Hub } from '#contract/credentials.ts';
import { Button } from '../../ui/button.tsx';
import { Section } from '../../ui/parts.tsx';
import { hubWords as words } from '../../words/hub-words.ts';
import { CredentialRow } from './credential-row.tsx';
import './credentials.css';

interface CredentialListProps {
  readonly hub: Hub;
  /** Asks for a credentials file: to add one, or, of the one that is expected, to bring a new secret. */
  readonly onImport: (expected?: CredentialSummary) => void;
  readonly onHandOff: (credentialId: string) => void;
}

export function CredentialList({ hub, onImport, onHandOff }: CredentialListProps): ReactElement {
  return (
    <Section
      title={words.credentials}
      lead={hub.credentials.length === 0 ? words.none : words.credentialsLead}
      action={
        <Button size="small" icon={Import} onPress={() => onImport()}>
          {words.add}
        </Button>
      }
    >
      <ul className="credentials">
        {hub.credentials.map((credential) => (
          <li key={credential.id}>
            <CredentialRow hub={hub} credential={credential} onImport={onImport} onHandOff={onHandOff} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
