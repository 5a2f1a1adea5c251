// What a step will bring about, said before the click that does it; a deletion also asks for the application's name.
import { useState, type ReactElement } from 'react';
import { Form } from 'react-aria-components/Form';
import type { Failure } from '#contract/failure.ts';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { Registration } from '#contract/registration.ts';
import { Button } from '../../../ui/button.tsx';
import { DialogBody, DialogFoot, DialogOutcome } from '../../../ui/dialog.tsx';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ProgressBar } from '../../../ui/progress.tsx';
import { actionWords, deleteWayWords, lifeCycleWords as words } from '../../../words/life-cycle-words.ts';
import { showRequestOf } from '../../../words/wire-words.ts';
import { uiWords } from '../../../words/ui-words.ts';
import { ShowRequest } from '../wire/show-request.tsx';
import { TheAnswer } from '../wire/the-answer.tsx';
import { lastOf, nextOf, type Acting } from './acting-step.ts';
import { PathAdvice } from './path-advice.tsx';
import type { ActingControl } from './use-acting.ts';
import { WaySteps } from './way-steps.tsx';

interface ActionQuestionProps {
  readonly hubId: string;
  readonly acting: Acting;
  readonly control: Pick<ActingControl, 'perform' | 'close'>;
  readonly canAsk: boolean;
}

export function ActionQuestion({ hubId, acting, control, canAsk }: ActionQuestionProps): ReactElement {
  const { asked, step } = acting;
  const { registration, way, isCertain } = asked;
  const [typed, setTyped] = useState('');
  const isDeletion = lastOf(way) === 'delete';
  const isPerforming = step.kind === 'performing';
  const isConfirmed = !isDeletion || typed === nameToType(registration);
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        if (isConfirmed && canAsk && !isPerforming) control.perform();
      }}
    >
      <DialogBody>
        <Consequences acting={acting} />
        {!isCertain && <Notice kind="caution">{words.caution}</Notice>}
        {isDeletion && (
          <TextField
            autoFocus={!hasBegun(acting)}
            isCode
            label={words.typeName(nameToType(registration))}
            hint={words.typeNameWhy}
            isReadOnly={isPerforming}
            value={typed}
            onChange={setTyped}
          />
        )}
        <Requests hubId={hubId} acting={acting} />
      </DialogBody>
      <Outcome hubId={hubId} acting={acting} canAsk={canAsk} />
      <DialogFoot>
        {/* One of its own for every stage: it takes the focus when the stage begins. */}
        <Button key={step.kind} autoFocus={!isDeletion || hasBegun(acting)} onPress={control.close}>
          {isPerforming ? uiWords.close : uiWords.cancel}
        </Button>
        <Button
          type="submit"
          look={way.some(isSevere) ? 'danger' : 'primary'}
          isPending={isPerforming}
          isDisabled={!isConfirmed || !canAsk}
        >
          {confirmOf(acting)}
        </Button>
      </DialogFoot>
    </Form>
  );
}

/** Its name, which the person has to mean; one without a name is told by its ID. */
function nameToType({ applicationName, id }: Registration): string {
  return applicationName === '' ? id : applicationName;
}

function isSevere(action: string): boolean {
  return action === 'delete' || action === 'deactivate';
}

function confirmOf({ asked: { way }, done }: Acting): string {
  if (way.length > 1) return done.length === 0 ? deleteWayWords.confirm : deleteWayWords.confirmRest;
  return actionWords[way[0]].confirm;
}

function Consequences({ acting: { asked } }: { readonly acting: Acting }): ReactElement {
  return (
    <div className="life-consequences">
      {asked.way.length > 1 && <p>{deleteWayWords.first}</p>}
      {asked.way.flatMap((action) =>
        actionWords[action].consequences
          // That it could be reactivated is no consolation where it is deleted next.
          .slice(0, asked.way.length > 1 ? 1 : undefined)
          .map((sentence) => <p key={sentence}>{sentence}</p>),
      )}
    </div>
  );
}

function Requests({ hubId, acting: { asked } }: Pick<ActionQuestionProps, 'hubId' | 'acting'>): ReactElement {
  const registrationId = asked.registration.id;
  return (
    <div>
      {asked.way.map((action) => (
        <ShowRequest
          key={action}
          {...(asked.way.length > 1 ? { title: showRequestOf(action) } : {})}
          subject={{ kind: 'action', hubId, registrationId, action }}
        />
      ))}
    </div>
  );
}

function Outcome({ hubId, acting, canAsk }: Omit<ActionQuestionProps, 'control'>): ReactElement {
  const { asked, step } = acting;
  return (
    <DialogOutcome>
      {!canAsk && <p className="muted">{words.offline}</p>}
      {asked.way.length > 1 && hasBegun(acting) && <WaySteps acting={acting} />}
      {step.kind === 'performing' && <ProgressBar label={words.performing(nextOf(acting))} />}
      {step.kind === 'asking' && step.failure !== null && (
        <>
          <FailureNotice
            failure={step.failure}
            doing="step"
            advice={<Advice hubId={hubId} failure={step.failure} action={nextOf(acting)} />}
          />
          <TheAnswer hubId={hubId} registrationId={asked.registration.id} call={nextOf(acting)} />
        </>
      )}
    </DialogOutcome>
  );
}

interface AdviceProps {
  readonly hubId: string;
  readonly failure: Failure;
  readonly action: LifeCycleAction;
}

function Advice({ hubId, failure, action }: AdviceProps): ReactElement | null {
  const isUncertain = action === 'enable' || action === 'reactivate';
  return isUncertain && failure.code === 'hubRefused' ? <PathAdvice hubId={hubId} action={action} /> : null;
}

function hasBegun({ step, done }: Acting): boolean {
  return done.length > 0 || step.kind !== 'asking' || step.failure !== null;
}
