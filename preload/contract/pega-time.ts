// Reads Pega's internal date-time format (hub-contract 3.3): `20210421T164737.626 GMT`.

const PEGA_TIME =
  /^([1-9]\d{3})(0[1-9]|1[0-2])(\d\d)T([01]\d|2[0-3])([0-5]\d)([0-5]\d)(?:\.(\d{1,3})\d*)?\s*(?:GMT|UTC|Z)?$/i;
// As every sample has it, on a day that every month has.
const USUAL_TIME = /^[1-9]\d{3}(?:0[1-9]|1[0-2])(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3])[0-5]\d[0-5]\d\.\d{3} GMT$/;
/** The character code of `0`. */
const ZERO = 48;
// Only with its zone: without one it would be read as this machine's local time.
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*(?:Z|[+-]\d\d:?\d\d)$/i;

/** Milliseconds since the epoch; null for '' (the Hub's "never") and for what is no date. Also takes ISO 8601. */
export function parsePegaTime(text: string): number | null {
  // Three for each of some ten thousand registrations: the usual ones are not taken apart and put together again.
  if (USUAL_TIME.test(text)) return usualTime(text);
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const parts = PEGA_TIME.exec(trimmed);
  if (parts === null) return parseIsoTime(trimmed);
  const [, year, month, day, hour, minute, second, fraction = ''] = parts;
  const timeMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0')}Z`);
  // Date.parse carries the 31st of February over into March.
  return new Date(timeMs).getUTCDate() === Number(day) ? timeMs : null;
}

function usualTime(text: string): number {
  const pair = (at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 11 * ZERO;
  const days = Date.UTC(pair(0) * 100 + pair(2), pair(4) - 1, pair(6));
  return days + (pair(9) * 3600 + pair(11) * 60 + pair(13)) * 1000 + pair(16) * 10 + text.charCodeAt(18) - ZERO;
}

function parseIsoTime(text: string): number | null {
  const timeMs = ISO_TIME.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(timeMs) ? null : timeMs;
}
