// Takes secrets out of what is written down of a request, whoever put them there.
import type { CleanText } from '../redaction/clean-text.ts';

/** Longer than any form can be; a log that is read whole must not be flooded by one entry. */
const LONGEST = 20_000;

/** A request as text (a first line, then its body) with every secret replaced. */
export function redact(sent: string, clean: CleanText): string {
  return cut(clean(sent));
}

function cut(text: string): string {
  // The cut may have halved a surrogate pair.
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
