// Times as people say them, with the exact value at hand.

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAYS_TOLD_RELATIVELY = 30;

const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'long' });
const dayThisYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayOfAnyYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'long' });
const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The whole truth, in the person's own time zone: `21 Apr 2021, 16:47:37 GMT+2`. */
export function exactTime(timeMs: number): string {
  return exact.format(timeMs);
}

/** `just now`, `5 min ago`, `2 h ago`, `3 d ago`, then the day. A time to come is told as `in 5 min`. */
export function relativeTime(timeMs: number, nowMs: number): string {
  const distance = Math.abs(nowMs - timeMs);
  if (distance < MINUTE_MS) return 'just now';
  if (distance >= DAYS_TOLD_RELATIVELY * DAY_MS) return day(timeMs, nowMs);
  const span = shortSpan(distance);
  return timeMs <= nowMs ? `${span} ago` : `in ${span}`;
}

/** A moment to be looked up on a clock: `14:02` today, `20 Nov, 14:02` before that. */
export function moment(timeMs: number, nowMs: number): string {
  const time = clock.format(timeMs);
  return isSameDay(timeMs, nowMs) ? time : `${day(timeMs, nowMs)}, ${time}`;
}

/** A moment that is looked back to: `14:02` today, `Tuesday 14:02` within the last six days, `20 Nov, 14:02` before. */
export function momentLookedBackTo(timeMs: number, nowMs: number): string {
  const isThisWeek = timeMs <= nowMs && nowMs - timeMs < 6 * DAY_MS;
  if (!isThisWeek || isSameDay(timeMs, nowMs)) return moment(timeMs, nowMs);
  return `${weekday.format(timeMs)} ${clock.format(timeMs)}`;
}

function shortSpan(spanMs: number): string {
  if (spanMs < HOUR_MS) return `${Math.floor(spanMs / MINUTE_MS)} min`;
  if (spanMs < DAY_MS) return `${Math.floor(spanMs / HOUR_MS)} h`;
  return `${Math.floor(spanMs / DAY_MS)} d`;
}

function day(timeMs: number, nowMs: number): string {
  const isThisYear = new Date(timeMs).getFullYear() === new Date(nowMs).getFullYear();
  return (isThisYear ? dayThisYear : dayOfAnyYear).format(timeMs);
}

function isSameDay(oneMs: number, otherMs: number): boolean {
  return new Date(oneMs).toDateString() === new Date(otherMs).toDateString();
}
