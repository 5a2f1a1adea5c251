// After a registration without an answer: look it up, and only when the Hub does not have it, send it again.
import { Search, Send } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import { Button } from '../../../ui/button.tsx';
import { DialogBody, DialogFoot } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { describeFailure } from '../../../words/describe-failure.ts';
import { outcomeWords as words, registrationInShort } from '../../../words/registering-words.ts';
import type { LookUp, RegisterStep } from './register-step.ts';
import type { Registering } from './use-registering.ts';

interface OutcomeUnknownProps {
  readonly step: Extract<RegisterStep, { kind: 'unknown' }>;
  readonly registering: Pick<Registering, 'lookUp' | 'sendAgain' | 'edit'>;
  /** It was registered: show it. */
  readonly onOpen: (registration: Registration) => void;
}

export function OutcomeUnknown({ step, registering, onOpen }: OutcomeUnknownProps): ReactElement {
  const { edit } = registering;
  const { lookUp, sent, failure } = step;
  const name = sent.form.applicationName;
  return (
    <>
      <DialogBody>
        {lookUp.kind !== 'found' && lookUp.kind !== 'absent' && (
          <Notice kind="caution" isLive title={words.title(name)}>
            <p>{describeFailure(failure).sentence}</p>
            <p>{words.sendAgainWhy}</p>
          </Notice>
        )}
        <Learned lookUp={lookUp} name={name} />
      </DialogBody>
      <DialogFoot
        {...(lookUp.kind === 'absent'
          ? {
              start: (
                <Button look="quiet" onPress={edit}>
                  {words.edit}
                </Button>
              ),
            }
          : {})}
      >
        {lookUp.kind === 'found' ? (
          lookUp.registrations.map((registration) => (
            <Button key={registration.id} look="primary" onPress={() => onOpen(registration)}>
              {words.open(registration.id)}
            </Button>
          ))
        ) : (
          <SendAgain lookUp={lookUp} registering={registering} />
        )}
      </DialogFoot>
    </>
  );
}

/** Looking comes first; sending again is possible only after it found nothing. */
function SendAgain({
  lookUp,
  registering,
}: Pick<OutcomeUnknownProps, 'registering'> & { readonly lookUp: LookUp }): ReactElement {
  const isAbsent = lookUp.kind === 'absent';
  return (
    <>
      <Button icon={Send} isDisabled={!isAbsent} onPress={registering.sendAgain}>
        {words.sendAgain}
      </Button>
      <Button
        look={isAbsent ? 'plain' : 'primary'}
        icon={Search}
        isPending={lookUp.kind === 'asking'}
        onPress={registering.lookUp}
      >
        {isAbsent ? words.lookUpAgain : words.lookUp}
      </Button>
    </>
  );
}

function Learned({ lookUp, name }: { readonly lookUp: LookUp; readonly name: string }): ReactElement | null {
  switch (lookUp.kind) {
    case 'notAsked':
      return null;
    case 'asking':
      return <ProgressBar label={words.lookingUp(name)} />;
    case 'failed':
      return <FailureNotice failure={lookUp.failure} />;
    case 'found':
      return (
        <Notice kind="positive" isLive title={words.found(name)}>
          {lookUp.registrations.map(registrationInShort).join(' · ')}
        </Notice>
      );
    case 'absent':
      return (
        <Notice kind="info" isLive title={words.absent(name)}>
          {lookUp.older.length > 0 && <p>{words.onlyOlder(lookUp.older.map(registrationInShort).join(' · '))}</p>}
          <p>{words.absentAdvice}</p>
        </Notice>
      );
  }
}
