// After a step without an answer: look it up, and decide then.
import { Search } from 'lucide-react';
import type { ReactElement } from 'react';
import { Button } from '../../../ui/button.tsx';
import { DialogBody, DialogFoot } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { describeFailure } from '../../../words/describe-failure.ts';
import { lifeCycleWords, nameOf, unknownOutcomeWords as words } from '../../../words/life-cycle-words.ts';
import { statusWord } from '../../../words/registration-words.ts';
import { TheAnswer } from '../wire/the-answer.tsx';
import { isWholeWayDone, nextOf, type Acting, type ActingStep, type Look } from './acting-step.ts';
import type { ActingControl } from './use-acting.ts';
import { WaySteps } from './way-steps.tsx';

interface ActionUnknownProps {
  readonly hubId: string;
  readonly acting: Acting;
  readonly step: Extract<ActingStep, { kind: 'unknown' }>;
  readonly control: Pick<ActingControl, 'lookUp' | 'askAgain' | 'close'>;
}

export function ActionUnknown({ hubId, acting, step, control }: ActionUnknownProps): ReactElement {
  const { look, failure } = step;
  const { registration, way } = acting.asked;
  const action = nextOf(acting);
  const name = nameOf(registration);
  return (
    <>
      <DialogBody>
        {!isTold(look) && (
          <Notice kind="caution" isLive title={words.title(action, name)}>
            <p>{describeFailure(failure).sentence}</p>
          </Notice>
        )}
        <Learned look={look} name={name} mayHoldPair={action === 'enableSync' || action === 'reactivate'} />
        {way.length > 1 && <WaySteps acting={acting} />}
        <TheAnswer hubId={hubId} registrationId={registration.id} call={action} />
      </DialogBody>
      {isTold(look) ? (
        <FootWhenTold acting={acting} look={look} control={control} />
      ) : (
        <DialogFoot>
          <Button autoFocus look="primary" icon={Search} isPending={look.kind === 'asking'} onPress={control.lookUp}>
            {words.lookUp}
          </Button>
        </DialogFoot>
      )}
    </>
  );
}

function isTold({ kind }: Look): boolean {
  return kind === 'found' || kind === 'gone';
}

type FootProps = Pick<ActionUnknownProps, 'acting' | 'control'> & { readonly look: Look };

function FootWhenTold({ acting, look, control }: FootProps): ReactElement {
  const isDone = isWholeWayDone(acting);
  const start = look.kind === 'found' && !isDone && (
    <Button look="quiet" onPress={control.askAgain}>
      {look.happened === true ? lifeCycleWords.goOn : lifeCycleWords.tryAgain}
    </Button>
  );
  return (
    <DialogFoot start={start}>
      {look.kind === 'found' && look.happened !== true && (
        <Button icon={Search} onPress={control.lookUp}>
          {words.lookUpAgain}
        </Button>
      )}
      <Button autoFocus look="primary" onPress={control.close}>
        {lifeCycleWords.done}
      </Button>
    </DialogFoot>
  );
}

type FoundLook = Extract<Look, { kind: 'found' }>;

interface LearnedProps {
  readonly look: Look;
  readonly name: string;
  readonly mayHoldPair: boolean;
}

function Learned({ look, name, mayHoldPair }: LearnedProps): ReactElement | null {
  switch (look.kind) {
    case 'notAsked':
      return null;
    case 'asking':
      return <ProgressBar label={words.lookingUp} />;
    case 'failed':
      return <FailureNotice failure={look.failure} />;
    case 'found':
      return <Found look={look} name={name} mayHoldPair={mayHoldPair} />;
    case 'gone':
      return <Notice kind="info" isLive title={look.happened === true ? words.goneAsWished(name) : words.gone(name)} />;
  }
}

function Found({ look, name, mayHoldPair }: LearnedProps & { readonly look: FoundLook }): ReactElement {
  const { registration, happened } = look;
  const status = statusWord(registration.status);
  if (happened === null) {
    return (
      <Notice kind="info" isLive title={words.now(name, status)}>
        <p>{words.nowAdvice}</p>
        {mayHoldPair && <p>{words.pairAtRisk}</p>}
      </Notice>
    );
  }
  return (
    <Notice kind="info" isLive title={happened ? words.wasDone(name, status) : words.wasNotDone(name, status)}>
      {!happened && <p>{words.notDoneAdvice}</p>}
      {happened && mayHoldPair && <p>{words.pairLost}</p>}
    </Notice>
  );
}
