// The open steps as buttons, each with what it does; below them why the others are not open.
import type { ReactElement } from 'react';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import {
  actionName,
  actionWords,
  deleteWayWords,
  lifeCycleWords as words,
  reasonSentence,
} from '../../../words/life-cycle-words.ts';
import { lastOf } from './acting-step.ts';
import type { ClosedStep, OpenStep, Steps } from './open-steps.ts';

export interface StepListProps {
  readonly steps: Steps;
  /** False while the Hub cannot be asked: only the edit can be begun, and kept as a draft. */
  readonly canAsk: boolean;
  /** Whose step is on its way: the next one has to wait; null when none is. */
  readonly busyWith: string | null;
  /** The step that is on its way here: its button waits, and keeps the focus; null when none is. */
  readonly underWay: LifeCycleAction | null;
  readonly onStep: (step: OpenStep) => void;
}

export function StepList({ steps: { open, closed }, canAsk, busyWith, underWay, onStep }: StepListProps): ReactElement {
  const certain = open.filter(({ isCertain }) => isCertain);
  const uncertain = open.filter(({ isCertain }) => !isCertain);
  const stateOf = (step: OpenStep): StepState => {
    if (step.kind === 'move' && lastOf(step.way) === underWay) return 'waiting';
    return busyWith !== null || (!canAsk && step.kind !== 'edit') ? 'off' : 'on';
  };
  return (
    <div className="life-steps">
      {!canAsk && <p className="muted">{words.offline}</p>}
      {busyWith !== null && (
        <p className="muted" role="status">
          {words.busy(busyWith)}
        </p>
      )}
      {open.length === 0 && <p className="muted">{words.noSteps}</p>}
      {certain.length > 0 && <StepGroup label={words.steps} steps={certain} stateOf={stateOf} onStep={onStep} />}
      {uncertain.length > 0 && (
        <Disclosure
          key={certain.length === 0 ? 'alone' : 'among others'}
          title={words.uncertainCount(uncertain.length)}
          isOpenAtFirst={certain.length === 0}
        >
          <div className="life-uncertain">
            <p className="muted">{words.uncertainWhy}</p>
            <StepGroup label={words.uncertain} steps={uncertain} stateOf={stateOf} onStep={onStep} />
          </div>
        </Disclosure>
      )}
      {closed.length > 0 && <WhyNot closed={closed} />}
    </div>
  );
}

type StepState = 'on' | 'off' | 'waiting';

interface StepGroupProps {
  readonly label: string;
  readonly steps: readonly OpenStep[];
  readonly stateOf: (step: OpenStep) => StepState;
  readonly onStep: (step: OpenStep) => void;
}

function StepGroup({ label, steps, stateOf, onStep }: StepGroupProps): ReactElement {
  return (
    <ul aria-label={label} className="life-step-list">
      {steps.map((step) => {
        const { verb, effect } = wordsOf(step);
        return (
          <li key={verb} className="life-step">
            <Button
              size="small"
              isPending={stateOf(step) === 'waiting'}
              isDisabled={stateOf(step) === 'off'}
              onPress={() => onStep(step)}
            >
              {verb}
            </Button>
            <span className="muted">{effect}</span>
          </li>
        );
      })}
    </ul>
  );
}

function wordsOf(step: OpenStep): { readonly verb: string; readonly effect: string } {
  if (step.kind === 'edit') return { verb: words.editVerb, effect: words.editEffect };
  const { verb, effect } = actionWords[lastOf(step.way)];
  return { verb, effect: step.way.length > 1 ? deleteWayWords.effect : effect };
}

function WhyNot({ closed }: { readonly closed: readonly ClosedStep[] }): ReactElement {
  return (
    <Disclosure title={words.whyNot}>
      <dl className="life-closed">
        {closed.map(({ action, reason, first }) => (
          <div key={action}>
            <dt>{actionName(action)}</dt>
            <dd className="muted">{reasonSentence(reason, first)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}
