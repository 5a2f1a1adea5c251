// The life cycle drawn: where a registration is, how it got there, and which ways lead on.
import type { ReactElement } from 'react';
import type { StatusKind } from '#contract/registration.ts';
import { StatusShape } from '../../../ui/status-mark.tsx';
import { stateWords } from '../../../words/life-cycle-words.ts';
import { states, ways, type State, type Way } from './life-cycle-map.ts';
import type { Travelled } from './travelled.ts';
import './life-cycle.css';

const UPPER_Y = 40;
const LOWER_Y = 96;

/** Where each state stands, in a drawing of 352 by 124. */
const places: Readonly<Record<State, { readonly x: number; readonly y: number }>> = {
  pending: { x: 34, y: UPPER_Y },
  synchronizing: { x: 128, y: UPPER_Y },
  active: { x: 226, y: UPPER_Y },
  hidden: { x: 318, y: UPPER_Y },
  failure: { x: 128, y: LOWER_Y },
  stopped: { x: 226, y: LOWER_Y },
};

/** How far a way stays from the middle of the states it joins, and from the way back. */
const GAP = 17;
const LANE = 4;

interface LifeCyclePictureProps {
  readonly current: StatusKind;
  readonly travelled: Travelled;
  /** The ways that a step leads now. */
  readonly open: ReadonlySet<Way>;
}

/** A picture only: {@link StateList} tells a screen reader the same. */
export function LifeCyclePicture({ current, travelled, open }: LifeCyclePictureProps): ReactElement {
  return (
    <svg viewBox="0 0 352 124" className="life-picture" aria-hidden focusable="false">
      {ways.map((way) => (
        <WayLine key={`${way.from} ${way.to}`} way={way} look={lookOf(way, travelled, open)} />
      ))}
      {states.map((state) => (
        <StateMark key={state} state={state} isCurrent={state === current} wasHere={travelled.states.has(state)} />
      ))}
    </svg>
  );
}

type WayLook = 'travelled' | 'open' | 'other';

function lookOf(way: Way, { ways: travelled }: Travelled, open: ReadonlySet<Way>): WayLook {
  if (travelled.has(way)) return 'travelled';
  return open.has(way) ? 'open' : 'other';
}

/** A line with its arrow head; of two ways between the same states each keeps to its right. */
function WayLine({ way: { from, to }, look }: { readonly way: Way; readonly look: WayLook }): ReactElement {
  const start = places[from];
  const end = places[to];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const [alongX, alongY] = [(end.x - start.x) / length, (end.y - start.y) / length];
  const lane = ways.some((other) => other.from === to && other.to === from) ? LANE : 0;
  const point = (along: number, aside: number): string => {
    const x = start.x + alongX * along - alongY * (aside + lane);
    const y = start.y + alongY * along + alongX * (aside + lane);
    return `${x.toFixed(1)} ${y.toFixed(1)}`;
  };
  const tip = length - GAP;
  return (
    <g className={`life-way life-way-${look}`}>
      <path d={`M${point(GAP, 0)} L${point(tip, 0)}`} className="life-way-line" />
      <path d={`M${point(tip - 5, -3.5)} L${point(tip, 0)} L${point(tip - 5, 3.5)}`} className="life-way-head" />
    </g>
  );
}

interface StateMarkProps {
  readonly state: State;
  readonly isCurrent: boolean;
  readonly wasHere: boolean;
}

function StateMark({ state, isCurrent, wasHere }: StateMarkProps): ReactElement {
  const { x, y } = places[state];
  const look = isCurrent ? 'current' : wasHere ? 'travelled' : 'other';
  return (
    <g className={`life-state life-state-${look} status-${state}`} transform={`translate(${x} ${y})`}>
      {isCurrent && <circle r="13" className="life-ring" />}
      <g transform="translate(-6 -6)">
        <StatusShape kind={state} />
      </g>
      <text y={y === UPPER_Y ? -22 : 26} textAnchor="middle" className="life-word">
        {stateWords[state]}
      </text>
    </g>
  );
}
