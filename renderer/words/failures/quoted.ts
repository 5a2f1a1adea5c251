// How another side's own words stand inside one of our sentences.

/** Long enough for any message a person reads, short enough for a page of HTML not to fill the window. */
const QUOTE_LIMIT = 300;

/** `.` when nothing was said, otherwise `: “what was said”.`; line breaks and overlong texts are folded. */
export function quoted(text: string | null): string {
  const folded = (text ?? '').replace(/\s+/g, ' ').trim();
  if (folded === '') return '.';
  const short = folded.length > QUOTE_LIMIT ? `${folded.slice(0, QUOTE_LIMIT)}…` : folded;
  return `: “${short}”.`;
}
