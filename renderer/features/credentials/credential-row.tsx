// One saved credential: what is known of it, masked; what can be done with it; what the last test said.
import { Ellipsis } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { CredentialSummary, Hub } from '#contract/credentials.ts';
import { SecretStateNotice } from '../../app/secret-state-notice.tsx';
import { Button, IconButton } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Badge } from '../../ui/parts.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { bookWords } from '../../words/credential-words.ts';
import { handOffWords } from '../../words/hand-off-words.ts';
import { hubWords as words } from '../../words/hub-words.ts';
import { ConnectionReport } from './connection-report.tsx';
import { CredentialFacts } from './credential-facts.tsx';
import { EditCredentialDialog } from './edit-credential-dialog.tsx';
import { ReplacedSecretNotice } from './replaced-secret-notice.tsx';
import { RemoveCredentialDialog } from './remove-credential-dialog.tsx';
import { useCredential } from './use-credential.ts';

interface CredentialRowProps {
  readonly hub: Hub;
  readonly credential: CredentialSummary;
  /** Asks for the file with a new secret of this credential. */
  readonly onImport: (expected: CredentialSummary) => void;
  readonly onHandOff: (credentialId: string) => void;
}

export function CredentialRow({ hub, credential, onImport, onHandOff }: CredentialRowProps): ReactElement {
  const { test, use, failure } = useCredential(credential.id);
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const close = () => setOpen(null);
  const importAgain = (): void => onImport(credential);
  const isInUse = hub.credentialInUseId === credential.id;
  return (
    <article className="credential" aria-label={credential.label}>
      <div className="credential-head">
        <h3 className="truncate">{credential.label}</h3>
        {isInUse && <Badge kind="accent">{words.inUse}</Badge>}
        <span className="credential-actions">
          {!isInUse && (
            <Button size="small" look="quiet" isPending={use.isPending} onPress={() => use.mutate()}>
              {words.use}
            </Button>
          )}
          <Button size="small" look="quiet" isPending={test.isPending} onPress={() => test.mutate()}>
            {words.test}
          </Button>
          <Menu
            label={words.more(credential.label)}
            actions={[
              { id: 'edit', label: words.edit, onAction: () => setOpen('edit') },
              { id: 'handOff', label: handOffWords.openOne, onAction: () => onHandOff(credential.id) },
              { id: 'replace', label: bookWords.replace, onAction: importAgain },
              { id: 'remove', label: words.remove, onAction: () => setOpen('remove') },
            ]}
          >
            <IconButton size="small" label={words.more(credential.label)} icon={Ellipsis} />
          </Menu>
        </span>
      </div>
      <SecretStateNotice
        kind="credential"
        state={credential.secretState}
        protection={credential.protection}
        tryAgain={{ isPending: test.isPending, onPress: () => test.mutate() }}
        bringAgain={
          <Button size="small" onPress={importAgain}>
            {words.importAgain}
          </Button>
        }
      />
      <ReplacedSecretNotice credential={credential} />
      <CredentialFacts credential={credential} />
      {test.isPending && <ProgressBar label={words.testing} />}
      {test.data !== undefined && <ConnectionReport report={test.data} />}
      {failure !== null && <FailureNotice failure={failure} />}
      {open === 'edit' && <EditCredentialDialog credential={credential} onClose={close} />}
      {open === 'remove' && <RemoveCredentialDialog hub={hub} credentialId={credential.id} onClose={close} />}
    </article>
  );
}
