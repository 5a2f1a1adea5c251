// How a registration got where it is, as far as it was seen: read from the changes of its status.
import type { FieldChange } from '#contract/life-cycle.ts';
import type { JsonValue, RegistrationStatus } from '#contract/registration.ts';
import type { HistoryEntry } from '#contract/review.ts';
import { statusKind } from '#contract/status-kind.ts';
import { stateOf, waysBetween, type State, type Way } from './life-cycle-map.ts';

/** A status it was seen in; `sinceMs` is null for the first one, whose beginning was not seen. */
export interface Stop {
  readonly status: RegistrationStatus;
  readonly sinceMs: number | null;
}

export interface Travelled {
  /** In the order they were seen; the last one is where it is now. */
  readonly stops: readonly Stop[];
  /** Where it was, or must have come through. */
  readonly states: ReadonlySet<State>;
  readonly ways: ReadonlySet<Way>;
}

/** `history` is newest first (contract: review.history); the change of the status itself is by its name on the wire. */
export function travelledTo(current: RegistrationStatus, history: readonly HistoryEntry[]): Travelled {
  const stops = stopsOf(current, history);
  const ways = new Set<Way>();
  for (const [index, stop] of stops.entries()) {
    const from = stateAt(stops[index - 1]);
    const to = stateAt(stop);
    if (from !== null && to !== null && from !== to) for (const way of waysBetween(from, to)) ways.add(way);
  }
  const seen = stops.map(stateAt).filter((state) => state !== null);
  return { stops, ways, states: new Set([...seen, ...[...ways].map(({ to }) => to)]) };
}

function stopsOf(current: RegistrationStatus, history: readonly HistoryEntry[]): readonly Stop[] {
  const changes = history
    .toReversed()
    .flatMap(({ atMs, changes }) => changes.filter(isOfStatus).map(({ before, after }) => ({ atMs, before, after })));
  const [first] = changes;
  const all: readonly Stop[] = [
    ...(first === undefined ? [] : [stop(first.before, null)]),
    ...changes.map(({ after, atMs }) => stop(after, atMs)),
  ];
  const stops = all.filter(({ status }, index) => status.raw !== all[index - 1]?.status.raw);
  return stops.at(-1)?.status.raw === current.raw ? stops : [...stops, { status: current, sinceMs: null }];
}

function isOfStatus({ field }: FieldChange): boolean {
  return field === 'status';
}

function stop(value: JsonValue, sinceMs: number | null): Stop {
  const raw = typeof value === 'string' ? value : '';
  return { status: { kind: statusKind(raw), raw }, sinceMs };
}

function stateAt(at: Stop | undefined): State | null {
  return at === undefined ? null : stateOf(at.status.kind);
}
