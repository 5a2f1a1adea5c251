// What is said of a step, or of anything else, that was just done to a registration.
import type { LastExchangeInput } from '#contract/life-cycle-inputs.ts';
import type { LifeCycleAction } from '#contract/registration-actions.ts';
import { actionWords, deleteWayWords, nameOf } from '../../../words/life-cycle-words.ts';
import { lastOf, opposite, type Finished } from './acting-step.ts';

export interface Told {
  readonly registrationId: string;
  readonly sentence: string;
  /** The call whose answer is shown with it; null when nothing was sent. */
  readonly call: LastExchangeInput['call'] | null;
  /** The step that takes it back, where the Hub has one. */
  readonly undo: LifeCycleAction | null;
}

export function toldOf({ registration, way }: Finished): Told {
  const action = lastOf(way);
  return {
    registrationId: registration.id,
    sentence: sentenceOf(nameOf(registration), way),
    call: action,
    undo: opposite(action),
  };
}

function sentenceOf(name: string, way: Finished['way']): string {
  const action = lastOf(way);
  return action === 'delete' && way.length > 1 ? deleteWayWords.done(name) : actionWords[action].done(name);
}
