// The end of a credential as a day on the person's calendar, and which reminder of it is due.
import type { ReminderStep } from '#contract/credential-inputs.ts';
import type { CredentialSummary } from '#contract/credentials.ts';

const DAY_MS = 86_400_000;
const STEPS = [1, 7, 30] as const satisfies readonly ReminderStep[];

/** The day as a date field has it (`2026-12-31`), in the person's own time zone; '' for none. */
export function dayOf(expiresAtMs: number | null): string {
  if (expiresAtMs === null) return '';
  const date = new Date(expiresAtMs);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

/** The last millisecond of such a day: a credential is good until its day is over. Null for none, NaN for no date. */
export function endOf(day: string): number | null {
  if (day.trim() === '') return null;
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day.trim()) ?? [];
  const end = new Date(Number(year), Number(month) - 1, Number(date) + 1).getTime() - 1;
  // 31 February is not 3 March.
  return dayOf(Number.isNaN(end) ? null : end) === day.trim() ? end : Number.NaN;
}

/** How many whole days are left, 0 on the last one. */
export function daysLeft(expiresAtMs: number, nowMs: number): number {
  return Math.max(0, Math.floor((expiresAtMs - nowMs) / DAY_MS));
}

/** Which reminder is due now; null before the first one. */
export function stepAt(expiresAtMs: number, nowMs: number): ReminderStep | null {
  if (nowMs > expiresAtMs) return 0;
  return STEPS.find((days) => expiresAtMs - nowMs <= days * DAY_MS) ?? null;
}

/** The reminder to be shown: the one that is due, unless the person took it, or a later one, away. */
export function reminderOf(
  { expiresAtMs, dismissedReminder }: Pick<CredentialSummary, 'expiresAtMs' | 'dismissedReminder'>,
  nowMs: number,
): ReminderStep | null {
  const step = expiresAtMs === null ? null : stepAt(expiresAtMs, nowMs);
  return step !== null && dismissedReminder !== null && dismissedReminder <= step ? null : step;
}
