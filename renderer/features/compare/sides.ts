// Which two sides are compared, and by what their registrations are matched: the rules, without React.
import type { Hub } from '#contract/credentials.ts';
import type { CompareInput } from '#contract/review-inputs.ts';
import type { MatchKey, Moment } from '#contract/review.ts';

export type SideName = 'left' | 'right';

/** Newest moments that are all offered; of older days only the last one is. */
const ALL_OFFERED = 100;

/** The hub that is shown beside the first other one; alone, it can only be compared with its own past. */
export function sidesAtFirst(hubs: readonly Hub[], hubId: string): CompareInput {
  const other = hubs.find(({ id }) => id !== hubId);
  return {
    left: { hubId, atMs: null },
    right: { hubId: other?.id ?? hubId, atMs: null },
    matchBy: 'applicationName',
  };
}

/** Puts another moment on a side. An ID means something only within one hub. */
export function withSide(input: CompareInput, side: SideName, moment: Moment): CompareInput {
  const changed = { ...input, [side]: moment };
  const isOneHub = changed.left.hubId === changed.right.hubId;
  return { ...changed, matchBy: changed.matchBy === 'id' && !isOneHub ? 'applicationName' : changed.matchBy };
}

export function swapped({ left, right, matchBy }: CompareInput): CompareInput {
  return { left: right, right: left, matchBy };
}

export function areSame({ left, right }: CompareInput): boolean {
  return left.hubId === right.hubId && left.atMs === right.atMs;
}

/** What the registrations of these sides can be matched by. */
export function matchKeys({ left, right }: CompareInput): readonly MatchKey[] {
  const everywhere: readonly MatchKey[] = ['applicationName', 'applicationLabel', 'systemUrl'];
  return left.hubId === right.hubId ? [...everywhere, 'id'] : everywhere;
}

/** The moments worth choosing from, newest first: the newest ones all, then the last of each day. */
export function offered(moments: readonly number[]): readonly number[] {
  const days = new Set<string>();
  return moments.filter((atMs, index) => {
    const day = new Date(atMs).toDateString();
    const isLastOfDay = !days.has(day);
    days.add(day);
    return isLastOfDay || index < ALL_OFFERED;
  });
}
