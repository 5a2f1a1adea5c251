// One saved credential: what is known of it, masked; what can be done with it; what the last test said.
import { Ellipsis } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { CredentialSummary, Hub } from '#contract/credentials.ts';
import { useWishUnlock } from '../../app/unlock-wish.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Badge } from '../../ui/parts.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import { bookWords } from '../../words/credential-words.ts';
import { handOffWords } from '../../words/hand-off-words.ts';
import { hubWords as words } from '../../words/hub-words.ts';
import { secretStateWords } from '../../words/protection-words.ts';
import { vaultWords } from '../../words/vault-words.ts';
import { ConnectionReport } from './connection-report.tsx';
import { CredentialFacts } from './credential-facts.tsx';
import { EditCredentialDialog } from './edit-credential-dialog.tsx';
import { ReplacedSecretNotice } from './replaced-secret-notice.tsx';
import { RemoveCredentialDialog } from './remove-credential-dialog.tsx';
import { useCredential } from './use-credential.ts';

interface CredentialRowProps {
  readonly hub: Hub;
  readonly credential: CredentialSummary;
  readonly onImport: () => void;
  readonly onHandOff: (credentialId: string) => void;
}

export function CredentialRow({ hub, credential, onImport, onHandOff }: CredentialRowProps): ReactElement {
  const { test, use, failure } = useCredential(credential.id);
  const [open, setOpen] = useState<'edit' | 'remove' | null>(null);
  const close = () => setOpen(null);
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
              { id: 'replace', label: bookWords.replace, onAction: onImport },
              { id: 'remove', label: words.remove, onAction: () => setOpen('remove') },
            ]}
          >
            <IconButton size="small" label={words.more(credential.label)} icon={Ellipsis} />
          </Menu>
        </span>
      </div>
      <SecretNotice credential={credential} onImport={onImport} />
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

function SecretNotice({ credential, onImport }: Omit<CredentialRowProps, 'hub' | 'onHandOff'>): ReactElement | null {
  const wishUnlock = useWishUnlock();
  const state = secretStateWords(credential.secretState, credential.protection);
  if (state === null) return null;
  const importAgain = (
    <Button size="small" onPress={onImport}>
      {words.importAgain}
    </Button>
  );
  const isForPassphrase = credential.secretState === 'locked' && credential.protection.level === 'passphrase';
  const unlock = (
    <Button size="small" onPress={() => wishUnlock(true)}>
      {vaultWords.unlock}
    </Button>
  );
  return (
    <Notice kind="caution" title={state.label} actions={isForPassphrase ? unlock : importAgain}>
      {state.sentence}
    </Notice>
  );
}
