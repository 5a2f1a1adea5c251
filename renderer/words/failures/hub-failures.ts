// The words for a hub that is not saved, gives no token, cannot be reached, or leaves its answer open.
import type { Failure } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';
import { inQuotes } from './quoted.ts';
import { describeTokenRefused } from './token-refused-words.ts';
import { describeUnreachable, endings } from './unreachable-words.ts';

type HubFailure = Extract<Failure, { code: 'hubMissing' | 'tokenRefused' | 'hubUnreachable' | 'outcomeUnknown' }>;

export function describeHubFailure(failure: HubFailure): FailureWords {
  switch (failure.code) {
    case 'hubMissing':
      return {
        sentence: 'This hub is not saved on this computer any more. Nothing changed on the Hub itself.',
        wayOut: 'Choose another hub, or connect this one again.',
      };
    case 'tokenRefused':
      return describeTokenRefused(failure);
    case 'hubUnreachable':
      return describeUnreachable(failure.cause, failure.host);
    case 'outcomeUnknown':
      return { sentence: openOutcome(failure), wayOut: 'Look it up before you send it again.' };
  }
}

type OutcomeUnknown = Extract<Failure, { code: 'outcomeUnknown' }>;

function openOutcome({ cause, status, message = '' }: OutcomeUnknown): string {
  if (status === undefined) {
    return `The request was sent, but ${endings[cause]}: it is not known whether the Hub acted on it.`;
  }
  const said = message === '' ? '' : ` (${inQuotes(message)})`;
  return `The Hub answered with status ${status}${said}, which leaves open whether it acted on it.`;
}
