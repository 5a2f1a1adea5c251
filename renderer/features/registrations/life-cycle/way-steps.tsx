// The steps of a way of several, each with what became of it.
import { Check, Circle, CircleHelp, X, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { actionName, lifeCycleWords as words } from '../../../words/life-cycle-words.ts';
import type { Acting } from './acting-step.ts';

type StepState = keyof typeof words.stepStates;

const ICONS: Readonly<Record<StepState, LucideIcon>> = {
  open: Circle,
  performing: Circle,
  done: Check,
  failed: X,
  unknown: CircleHelp,
};

export function WaySteps({ acting }: { readonly acting: Acting }): ReactElement {
  return (
    <div role="status">
      <ol aria-label={words.progress} className="life-way-steps">
        {acting.asked.way.map((action, index) => {
          const state = stateOfStep(acting, index);
          return (
            <li key={action} className={`life-way-step life-way-step-${state}`}>
              <Icon of={ICONS[state]} />
              {actionName(action)}: {words.stepStates[state]}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function stateOfStep({ done, step }: Acting, index: number): StepState {
  if (index < done.length) return 'done';
  if (index > done.length) return 'open';
  if (step.kind === 'performing') return 'performing';
  if (step.kind === 'unknown') return 'unknown';
  return step.kind === 'asking' && step.failure !== null ? 'failed' : 'open';
}
