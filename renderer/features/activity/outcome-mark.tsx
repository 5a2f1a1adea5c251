// How a call ended as shape, word and colour, the same wherever it is shown.
import type { ReactElement } from 'react';
import type { ActivityOutcome } from '#contract/activity.ts';
import { outcomeWord } from '../../words/activity-words.ts';

type Look = 'done' | 'refused' | 'notSent' | 'unknown' | 'foundDone' | 'foundNotDone' | 'pending';

const TICK = 'm2.2 6.4 2.6 2.6 5-5.8';

/** Drawn in a square of 12; told apart without colour. What was looked up has the tick or the bar within a ring. */
const shapes: Readonly<Record<Look, ReactElement>> = {
  done: <path d={TICK} />,
  refused: <path d="m2.5 2.5 7 7M9.5 2.5l-7 7" />,
  notSent: <path d="M2 6h8" />,
  unknown: <path d="M6 1.4 11.2 10.4H.8zM6 4.8v2.4M6 8.7v.1" />,
  foundDone: <path d="M6 .9a5.1 5.1 0 1 1 0 10.2A5.1 5.1 0 0 1 6 .9M3.6 6.2l1.7 1.7 3.1-3.6" />,
  foundNotDone: <path d="M6 .9a5.1 5.1 0 1 1 0 10.2A5.1 5.1 0 0 1 6 .9M3.8 6h4.4" />,
  pending: <path d="M6 1.75a4.25 4.25 0 1 1-4.25 4.25" />,
};

function lookOf(outcome: ActivityOutcome): Look {
  if (outcome.kind === 'written') return 'done';
  if (outcome.kind !== 'found') return outcome.kind;
  return outcome.happened ? 'foundDone' : 'foundNotDone';
}

export function OutcomeMark({ outcome }: { readonly outcome: ActivityOutcome }): ReactElement {
  const look = lookOf(outcome);
  return (
    <span className={`outcome outcome-${look}`}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden focusable="false">
        {shapes[look]}
      </svg>
      <span className="truncate">{outcomeWord(outcome)}</span>
    </span>
  );
}
