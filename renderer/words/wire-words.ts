// The words of what really goes over the wire: the request before, the answer after.
import type { LastExchangeInput } from '#contract/life-cycle-inputs.ts';
import { wholeNumber } from './numbers.ts';
import { actionName } from './life-cycle-words.ts';

export const wireWords = {
  show: 'Show request',
  request: 'Request',
  copyCurl: 'Copy as cURL',
  curlCopied: 'Copied',
  curlWhy: 'Put a token into the variable ACCESS_TOKEN before you run it.',
  reading: 'Preparing the request',
  answer: 'The answer',
  noAnswer: 'No answer came',
  emptyBody: 'The body was empty.',
  sent: 'Sent',
  made: 'Last requests',
  makeable: 'What would be sent',
  noneMade: 'No request about this registration was sent since the app was started.',
} as const;

/** A call by its plain name. */
export function callName(call: LastExchangeInput['call']): string {
  if (call === 'list') return 'List registrations';
  if (call === 'read') return 'Read';
  if (call === 'register') return 'Register';
  return actionName(call);
}

/** `200 in 412 ms`, or that no answer came. */
export function answerInShort(status: number | null, durationMs: number): string {
  const time = `${wholeNumber(Math.round(durationMs))} ms`;
  return status === null ? `${wireWords.noAnswer} within ${time}` : `${status} in ${time}`;
}

/** The fold of one call among several: a step has a button of its own by that name. */
export function showRequestOf(call: LastExchangeInput['call']): string {
  return `${wireWords.show}: ${callName(call).toLowerCase()}`;
}
