// The life cycle of one registration: the picture, how it got there, and the steps that are open now.
import type { ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import type { HistoryEntry } from '#contract/review.ts';
import { failureOf } from '../../../app/ask.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { lifeCycleWords as words } from '../../../words/life-cycle-words.ts';
import { statusWord } from '../../../words/registration-words.ts';
import { LifeCyclePicture } from './life-cycle-picture.tsx';
import { stateOf, ways, type Way } from './life-cycle-map.ts';
import { stepsOf, type Steps } from './open-steps.ts';
import { StateList, WayLine } from './state-list.tsx';
import { StepList, type StepListProps } from './step-list.tsx';
import { travelledTo } from './travelled.ts';
import { useLifeCycleTable, useStatusHistory } from './use-life-cycle.ts';
import { Waiting } from './waiting.tsx';

type LifeCycleSectionProps = Omit<StepListProps, 'steps'> & {
  readonly hubId: string;
  readonly registration: Registration;
};

const NO_HISTORY: readonly HistoryEntry[] = [];
const NO_STEPS: Steps = { open: [], closed: [] };

export function LifeCycleSection({ hubId, registration, ...stepProps }: LifeCycleSectionProps): ReactElement {
  const { id, status } = registration;
  const table = useLifeCycleTable();
  const steps = table.data === undefined ? NO_STEPS : stepsOf(table.data, status.kind);
  const failure = failureOf(table.error);
  return (
    <section className="life-cycle" aria-label={words.region}>
      <Picture hubId={hubId} registration={registration} steps={steps} />
      {status.kind === 'synchronizing' && (
        <Waiting key={id} hubId={hubId} registration={registration} canAsk={stepProps.canAsk} />
      )}
      {failure !== null && <FailureNotice failure={failure} />}
      {table.data !== undefined && <StepList steps={steps} {...stepProps} />}
    </section>
  );
}

interface PictureProps {
  readonly hubId: string;
  readonly registration: Registration;
  readonly steps: Steps;
}

function Picture({ hubId, registration, steps }: PictureProps): ReactElement {
  const { id, status } = registration;
  const history = useStatusHistory(hubId, id);
  const travelled = travelledTo(status, history.data ?? NO_HISTORY);
  return (
    <>
      <LifeCyclePicture current={status.kind} travelled={travelled} open={waysOf(steps, registration)} />
      <StateList current={status.kind} travelled={travelled} />
      {stateOf(status.kind) === null && <p className="life-told muted">{words.outside(statusWord(status))}</p>}
      <WayLine stops={travelled.stops} />
    </>
  );
}

/** The ways on the map that the open steps lead. */
function waysOf({ open }: Steps, { status }: Registration): ReadonlySet<Way> {
  const actions = open.flatMap((step) => (step.kind === 'move' && step.isCertain ? step.way.slice(0, 1) : []));
  return new Set(
    ways.filter(({ from, action }) => from === status.kind && action !== null && actions.includes(action)),
  );
}
