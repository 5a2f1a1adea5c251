// The words for what failed on this side: the input, the disk, the practice hub, the app itself.
import type { Failure, StorageCause } from '#contract/failure.ts';
import type { FailureWords } from '../failure-words.ts';

type MachineFailure = Extract<
  Failure,
  { code: 'inputInvalid' | 'storageFailed' | 'hubPartlyRemoved' | 'practiceHubFailed' | 'unexpected' }
>;

const storageWords: Readonly<Record<StorageCause, FailureWords>> = {
  full: {
    sentence: 'The disk is full, so this was not saved. What was saved before is untouched.',
    wayOut: 'Free some space, then try again.',
  },
  denied: {
    sentence:
      'This computer does not let the app write to its folder, so this was not saved. What was saved before is untouched.',
    wayOut: 'Ask whoever manages this computer to let the app write to its data folder, then try again.',
  },
  other: {
    sentence: 'The disk did not take it, so this was not saved. What was saved before is untouched.',
    wayOut: 'Try again. If it happens again, restart the computer.',
  },
};

const removalWays: Readonly<Record<StorageCause, string>> = {
  full: 'Free some space, then remove the hub again.',
  denied: 'Ask whoever manages this computer to let the app write to its data folder, then remove the hub again.',
  other: 'Remove the hub again. If it happens again, restart the computer first.',
};

export function describeMachineFailure(failure: MachineFailure): FailureWords {
  switch (failure.code) {
    case 'inputInvalid':
      return {
        sentence: 'Something that was entered cannot be used as it is. Nothing was sent.',
        wayOut: 'Correct the marked fields, then try again.',
      };
    case 'storageFailed':
      return storageWords[failure.cause];
    case 'hubPartlyRemoved':
      return {
        sentence:
          'The disk did not let everything of this hub be removed. A part of what was kept of it may be gone; the hub itself is still there.',
        wayOut: removalWays[failure.cause],
      };
    case 'practiceHubFailed':
      return {
        sentence: `The practice hub did not start (${failure.reason}). Nothing was lost.`,
        wayOut: 'Try again. If it happens again, restart the app.',
      };
    case 'unexpected':
      return {
        sentence: 'The app made a mistake of its own. What was saved before is untouched.',
        wayOut: `Try again. If it happens again, report it with the reference “${failure.reference}” from the log.`,
      };
  }
}
