// How another side's own words stand inside one of our sentences.

/** Long enough for any message a person reads, short enough for a page of HTML not to fill the window. */
const QUOTE_LIMIT = 300;

/** `“what was said”` on one line, cut where it gets long. */
export function inQuotes(text: string): string {
  const folded = text.replace(/\s+/g, ' ').trim();
  return folded.length > QUOTE_LIMIT ? `“${folded.slice(0, QUOTE_LIMIT)}…”` : `“${folded}”`;
}

/** `.` when nothing was said, otherwise `: “what was said”.`; a quotation that ends its own sentence ends ours too. */
export function quoted(text: string | null): string {
  if (text === null || text.trim() === '') return '.';
  return `: ${inQuotes(text)}${/[.!?]\s*$/.test(text) && text.length <= QUOTE_LIMIT ? '' : '.'}`;
}
