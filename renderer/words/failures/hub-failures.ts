// The words for a hub that is not saved, gives no token, cannot be reached, or leaves its answer open.
import type { Failure } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';
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
      return {
        sentence: `The request was sent, but ${endings[failure.cause]}: it is not known whether the Hub acted on it.`,
        wayOut: 'Look it up before you send it again.',
      };
  }
}
