// The words for answers of the Hub that say no, or that cannot be read.
import type { Failure, FoundContent } from '#contract/failure.ts';
import type { Doing, FailureWords } from '../failure-words.ts';
import { waitingTime } from '../numbers.ts';
import { quoted } from './quoted.ts';

export type AnswerFailure = Extract<
  Failure,
  { code: 'hubBusy' | 'hubRests' | 'answerUnreadable' | 'accessDenied' | 'hubRefused' | 'registrationGone' }
>;
type Refused = Extract<Failure, { code: 'hubRefused' }>;

const TOO_MANY_REQUESTS = 429;
const NOT_FOUND = 404;
const CONFLICT = 409;

const bodyInWords: Readonly<Record<FoundContent, string>> = {
  nothing: 'without any content',
  html: 'with a web page instead of data',
  brokenJson: 'with data that is cut short or damaged',
  otherJson: 'with data of another kind than expected',
  text: 'with plain text instead of data',
  pdf: 'with a PDF document instead of data',
  image: 'with a picture instead of data',
  archive: 'with an archive instead of data',
};

export function describeAnswer(failure: AnswerFailure, doing: Doing): FailureWords {
  switch (failure.code) {
    case 'hubBusy':
      return describeBusy(failure.status, failure.retryAfterSeconds);
    case 'hubRests':
      return {
        sentence: `${failure.host} failed several times in a row, so the app leaves it alone for ${waitingTime(failure.waitSeconds)}. Nothing was sent.`,
        wayOut:
          'Wait until then, or choose Try now above the registrations. Check connection on the hub’s screen says more.',
      };
    case 'answerUnreadable':
      return {
        sentence: `The Hub answered ${bodyInWords[failure.found]} (status ${failure.status}). Nothing was lost.`,
        wayOut:
          failure.found === 'html'
            ? 'This is often a sign-in or proxy page: check the hub’s base URL and the network.'
            : 'Try again. If it stays so, check the hub’s base URL.',
      };
    case 'accessDenied':
      return {
        sentence: `The Hub does not let this operator do that (status ${failure.status})${quoted(failure.message)} Nothing was changed.`,
        wayOut: 'Ask an administrator to make PPF:Configurators the operator’s default access group.',
      };
    case 'hubRefused':
      return { sentence: refusal(failure), wayOut: wayOutOfRefusal(failure, doing) };
    case 'registrationGone':
      return {
        sentence: 'The Hub no longer has this registration. What was read of it before is still in the saved copy.',
        wayOut: 'Refresh the list.',
      };
  }
}

function describeBusy(status: number, retryAfterSeconds: number | null): FailureWords {
  const trouble =
    status === TOO_MANY_REQUESTS ? 'The Hub has too many requests to answer' : 'The Hub cannot answer now';
  return {
    sentence: `${trouble} (status ${status}). Nothing was lost.`,
    wayOut:
      retryAfterSeconds === null
        ? 'Wait a moment, then try again.'
        : `The Hub asks to wait ${waitingTime(retryAfterSeconds)}; then try again.`,
  };
}

function refusal({ status, message }: Refused): string {
  return `The Hub did not accept the request (status ${status})${quoted(message)} Nothing was changed.`;
}

function wayOutOfRefusal({ status, fields }: Refused, doing: Doing): string {
  // A step has no fields and no address of its own to correct: the registration is not what it was thought to be.
  if (doing === 'step') {
    return 'See which steps are open now. If this one is, show this message to the Hub’s administrator.';
  }
  if (fields.length > 0) return 'Correct the marked fields, then send it again.';
  if (status === NOT_FOUND) return 'Check the hub’s base URL: nothing is found at this address.';
  if (status === CONFLICT) {
    return doing === 'register'
      ? 'See whether it exists already: refresh the list.'
      : 'See what the Hub has now: refresh the list.';
  }
  return 'Check what you entered. If it is right, show this message to the Hub’s administrator.';
}
