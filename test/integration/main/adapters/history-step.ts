// A step of a history, to be told from others by its number.
import type { HistoryStep } from '../../../../main/core/review/history-store.ts';

/** One field of so many registrations changed. */
export function historyStep(number: number, registrations = 1): HistoryStep {
  const atMs = 1000 * number;
  return {
    first: number,
    last: number,
    sinceMs: atMs - 1000,
    atMs,
    takenAtMs: atMs,
    happenings: Array.from({ length: registrations }, (_, index) => ({
      atMs,
      id: `REG-${index}`,
      applicationName: 'Zażółć\u2028',
      kind: 'changed',
      operator: 'areks1',
      fields: [{ field: 'weighting', before: '1', after: String(number) }],
      record: null,
      folded: 1,
    })),
  };
}
