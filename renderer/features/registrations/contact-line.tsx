// One line under the head while the Hub cannot be asked: how old what is shown is, why, and what to do about it.
import { CloudOff } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Failure } from '#contract/failure.ts';
import type { SavedCopy } from '#contract/registration.ts';
import { useWishUnlock } from '../../app/unlock-wish.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useNow } from '../../ui/use-now.ts';
import { describeFailure } from '../../words/describe-failure.ts';
import { reachWords } from '../../words/reach-words.ts';
import { savedCopyWords as words } from '../../words/saved-copy-words.ts';
import { moment } from '../../words/time.ts';
import { vaultWords } from '../../words/vault-words.ts';
import type { HubContact } from './connectivity.ts';

interface ContactLineProps {
  readonly copy: SavedCopy;
  readonly contact: HubContact;
  /** Leads to what the hub shows over TLS. */
  readonly onLookAtCertificates: (() => void) | undefined;
}

export function ContactLine({ copy, contact, onLookAtCertificates }: ContactLineProps): ReactElement | null {
  const nowMs = useNow();
  const { connectivity } = contact;
  if (connectivity.kind === 'checking' || connectivity.kind === 'reached') return null;
  if (connectivity.kind === 'unasked') return <UnaskedLine copy={copy} contact={contact} />;
  const { sentence, wayOut } = describeFailure(connectivity.failure);
  const isRetried = connectivity.kind === 'failed' && connectivity.isRetried;
  return (
    <div className="contact-line" role="status">
      <Icon of={CloudOff} />
      <div className="contact-words selectable">
        <p>
          <strong>{words.asOf(moment(copy.takenAtMs, nowMs))}.</strong> {sentence}
        </p>
        <p className="muted">
          {wayOut} {isRetried && words.retriedByItself} {words.disabled}
        </p>
      </div>
      <WayOut code={connectivity.failure.code} onLookAtCertificates={onLookAtCertificates} />
      {connectivity.kind === 'failed' && (
        <Button size="small" isPending={contact.isReading} onPress={() => void contact.readNow()}>
          {words.tryNow}
        </Button>
      )}
    </div>
  );
}

interface WayOutProps extends Pick<ContactLineProps, 'onLookAtCertificates'> {
  readonly code: Failure['code'];
}

/** The button that leads to what mends this failure; nothing where the words have to do. */
function WayOut({ code, onLookAtCertificates }: WayOutProps): ReactElement | null {
  const wishUnlock = useWishUnlock();
  if (code === 'vaultLocked') {
    return (
      <Button size="small" onPress={() => wishUnlock(true)}>
        {vaultWords.unlock}
      </Button>
    );
  }
  if (code !== 'certificateUntrusted') return null;
  return (
    <Button size="small" onPress={() => onLookAtCertificates?.()}>
      {reachWords.look.start}
    </Button>
  );
}

/** Nothing is wrong: the person wants to be the one who asks. */
function UnaskedLine({ copy, contact }: Pick<ContactLineProps, 'copy' | 'contact'>): ReactElement {
  const nowMs = useNow();
  return (
    <div className="contact-line contact-line-quiet" role="status">
      <div className="contact-words selectable">
        <p>
          <strong>{words.asOf(moment(copy.takenAtMs, nowMs))}.</strong> {words.unasked}
        </p>
      </div>
      <Button size="small" isPending={contact.isReading} onPress={() => void contact.readNow()}>
        {words.readNow}
      </Button>
    </div>
  );
}
