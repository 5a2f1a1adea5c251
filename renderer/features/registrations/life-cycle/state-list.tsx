// The picture of the life cycle as a list of the same facts, for a screen reader.
import type { ReactElement } from 'react';
import type { StatusKind } from '#contract/registration.ts';
import { useNow } from '../../../ui/use-now.ts';
import { lifeCycleWords as words, stateWords } from '../../../words/life-cycle-words.ts';
import { statusWord } from '../../../words/registration-words.ts';
import { moment } from '../../../words/time.ts';
import { states } from './life-cycle-map.ts';
import type { Stop, Travelled } from './travelled.ts';

interface StateListProps {
  readonly current: StatusKind;
  readonly travelled: Travelled;
}

export function StateList({ current, travelled }: StateListProps): ReactElement {
  return (
    <ol aria-label={words.states} className="spoken">
      {states.map((state) => (
        <li key={state} {...(state === current ? { 'aria-current': 'step' as const } : {})}>
          {stateWords[state]}: {factOf(state === current, travelled.states.has(state))}
        </li>
      ))}
    </ol>
  );
}

function factOf(isHere: boolean, wasHere: boolean): string {
  if (isHere) return words.isHere;
  return wasHere ? words.wasHere : words.notReached;
}

/** The last stops are enough for a line. */
const TOLD_STOPS = 4;

/** How it got here, in words and times; nothing while nothing was seen to change. */
export function WayLine({ stops }: { readonly stops: readonly Stop[] }): ReactElement | null {
  const nowMs = useNow();
  if (stops.length < 2) return null;
  const told = stops
    .slice(-TOLD_STOPS)
    .map(({ status, sinceMs }) =>
      sinceMs === null ? statusWord(status) : `${statusWord(status)} (${moment(sinceMs, nowMs)})`,
    );
  return <p className="life-told muted">{words.way(told)}</p>;
}
