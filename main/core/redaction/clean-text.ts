// Cleans a text that a person may look at later: of the secrets that are known by their value, then of what looks like one.
import type { LiveSecrets } from './live-secrets.ts';
import { redactText } from './redact-text.ts';

/** The text without any secret in it. */
export type CleanText = (text: string) => string;

/** In this order: a secret that is known is found also where a word in front of it would have cut it. */
export function textCleaner(live: Pick<LiveSecrets, 'takeOut'>): CleanText {
  return (text) => redactText(live.takeOut(text));
}
