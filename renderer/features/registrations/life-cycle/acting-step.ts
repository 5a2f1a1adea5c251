// A step of the life cycle on its way: what was asked for, what is done of it, and where each answer leads.
import type { Failure } from '#contract/failure.ts';
import type { PairOutcome } from '#contract/life-cycle.ts';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import type { Registration } from '#contract/registration.ts';

/** At least one step. */
export type StepWay = readonly [LifeCycleAction, ...LifeCycleAction[]];

/** What a person wants done. */
export interface Asked {
  readonly registration: Registration;
  /** One step, or several that follow each other: each only when the one before succeeded. */
  readonly way: StepWay;
  readonly isCertain: boolean;
  /** The person came to do this from elsewhere: it is always asked about. */
  readonly isErrand?: boolean;
}

/** A way that was gone to its end. */
export type Finished = Pick<Asked, 'registration' | 'way'>;

/** What was learned about a step whose outcome is unknown. */
export type Look =
  | { readonly kind: 'notAsked' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** `happened`: whether the step was done; null where that cannot be told from what is there now. */
  | { readonly kind: 'found'; readonly registration: Registration; readonly happened: boolean | null }
  | { readonly kind: 'gone'; readonly happened: boolean | null };

export type ActingStep =
  /** Waits for the person; `failure` is what the last attempt came to. */
  | { readonly kind: 'asking'; readonly failure: Failure | null }
  | { readonly kind: 'performing' }
  | { readonly kind: 'unknown'; readonly failure: Failure; readonly look: Look }
  /** Done, and a pair came with it, or should have. */
  | { readonly kind: 'received'; readonly outcome: Exclude<PairOutcome, { kind: 'notExpected' }> };

export interface Acting {
  readonly asked: Asked;
  /** What of the way is done. */
  readonly done: readonly LifeCycleAction[];
  readonly step: ActingStep;
  /** What is on its way goes on while its dialog is closed. */
  readonly isOpen: boolean;
}

/** Where a way leads. */
export function lastOf(way: StepWay): LifeCycleAction {
  return way.at(-1) ?? way[0];
}

/** The step that is on its way, or next; once all is done, the last one. */
export function nextOf({ asked, done }: Pick<Acting, 'asked' | 'done'>): LifeCycleAction {
  return asked.way[done.length] ?? lastOf(asked.way);
}

/** After a refusal the person decides; where the Hub may have done it all the same, it has to be looked up. */
export function afterRefusal(failure: Failure): ActingStep {
  return failure.code === 'outcomeUnknown' || failure.code === 'unexpected'
    ? { kind: 'unknown', failure, look: { kind: 'notAsked' } }
    : { kind: 'asking', failure };
}

/** The step that takes another one back, where the Hub has one. */
export function opposite(action: LifeCycleAction): LifeCycleAction | null {
  if (action === 'disable') return 'enable';
  return action === 'enable' ? 'disable' : null;
}

/** What hides and shows takes itself back with one press: it is done at once, without a question. */
export function isQuiet({ way: [first, second], isCertain, isErrand = false }: Asked): boolean {
  return isCertain && !isErrand && second === undefined && opposite(first) !== null;
}

/** What is done by now: a look-up may have told more than the answers did. */
export function doneByNow({ asked, done, step }: Acting): readonly LifeCycleAction[] {
  const isFoundDone = step.kind === 'unknown' && 'happened' in step.look && step.look.happened === true;
  return isFoundDone ? [...done, nextOf({ asked, done })] : done;
}

/** Whether nothing of the way is left. */
export function isWholeWayDone(acting: Acting): boolean {
  return acting.step.kind === 'received' || doneByNow(acting).length >= acting.asked.way.length;
}
