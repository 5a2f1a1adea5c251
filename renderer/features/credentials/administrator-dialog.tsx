// How an administrator gets the credentials file, to read here or to send on.
import { Check, Copy, ExternalLink } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ask, failureOf } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog, DialogBody, DialogFoot } from '../../ui/dialog.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { administratorText, administratorWords as words } from '../../words/connect-words.ts';
import { RegistrationPicture } from './registration-picture.tsx';

interface AdministratorDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AdministratorDialog({ isOpen, onClose }: AdministratorDialogProps): ReactElement {
  return (
    <Dialog title={words.title} size="large" isOpen={isOpen} onClose={onClose}>
      <Checklist />
    </Dialog>
  );
}

function Checklist(): ReactElement {
  const bridge = useBridge();
  const copy = useMutation({ mutationFn: () => ask(bridge.app.copyText({ text: administratorText() })) });
  const open = useMutation({ mutationFn: () => ask(bridge.app.openLink({ link: 'registrationApis' })) });
  const failure = failureOf(copy.error ?? open.error);
  return (
    <>
      <DialogBody isText>
        <p className="muted">{words.lead}</p>
        <ol className="checklist">
          {words.steps.map((step, index) => (
            <li key={step.title} className="checklist-step">
              <div className="checklist-words">
                <h3>{step.title}</h3>
                <p className="muted selectable">{step.detail}</p>
                {index === 1 && <RegistrationPicture />}
              </div>
            </li>
          ))}
        </ol>
        {failure !== null && <FailureNotice failure={failure} />}
      </DialogBody>
      <DialogFoot
        start={
          <Button look="quiet" icon={ExternalLink} onPress={() => open.mutate()}>
            {words.documentation}
          </Button>
        }
      >
        <Button look="primary" icon={copy.isSuccess ? Check : Copy} onPress={() => copy.mutate()}>
          {copy.isSuccess ? words.copied : words.copy}
        </Button>
      </DialogFoot>
    </>
  );
}
