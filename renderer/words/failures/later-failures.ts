// The words for what is kept for later and is not there: a draft, a moment, an entry, a pair, a document, a file.
import type { Failure, StorageCause } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';

type LaterFailure = Extract<
  Failure,
  {
    code:
      | 'pairMissing'
      | 'savedDraftMissing'
      | 'momentUnknown'
      | 'activityMissing'
      | 'referenceUnreadable'
      | 'fileNotWritten';
  }
>;

const WHY: Readonly<Record<StorageCause, string>> = {
  full: 'the disk is full',
  denied: 'this computer does not let the app write there',
  other: 'the disk did not take it',
};

export function describeLaterFailure(failure: LaterFailure): FailureWords {
  switch (failure.code) {
    case 'pairMissing':
      return {
        sentence: 'These data-synchronization credentials are not on this computer any more. Nothing else was lost.',
        wayOut: 'Open the registration again to see what is kept.',
      };
    case 'savedDraftMissing':
      return {
        sentence: 'This draft is not kept any more: it was removed or sent. Nothing else was lost.',
        wayOut: 'Open the drafts again to see what is kept.',
      };
    case 'momentUnknown':
      return {
        sentence: 'Nothing of this hub was read by that time, so there is nothing to compare. Nothing was lost.',
        wayOut: 'Choose a later moment, or refresh the hub once.',
      };
    case 'activityMissing':
      return {
        sentence: 'This entry is not in the activity log any more. Nothing else was lost.',
        wayOut: 'Open the activity log again.',
      };
    case 'referenceUnreadable':
      return {
        sentence: `What ${failure.host} answered is not an API description that the app can read. Nothing was lost.`,
        wayOut: 'Check the address: it must lead to an OpenAPI or Swagger document, not to the page that shows it.',
      };
    case 'fileNotWritten':
      return {
        sentence: `“${failure.fileName}” was not written: ${WHY[failure.cause]}. Nothing was lost.`,
        wayOut: 'Choose another folder, or free some space.',
      };
  }
}
