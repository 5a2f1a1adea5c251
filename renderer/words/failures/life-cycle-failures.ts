// The words for steps of the life cycle that were not taken.
import type { Failure } from '#contract/failure.ts';
import type { RegistrationAction } from '#contract/registration-actions.ts';
import type { FailureWords } from '../failure-words.ts';

type LifeCycleFailure = Extract<Failure, { code: 'statusForbids' | 'actionPathUnknown' }>;

const done: Readonly<Record<RegistrationAction, string>> = {
  enableSync: 'its synchronization cannot be enabled',
  disable: 'it cannot be disabled',
  enable: 'it cannot be enabled',
  deactivate: 'it cannot be deactivated',
  reactivate: 'it cannot be reactivated',
  delete: 'it cannot be deleted',
  edit: 'it cannot be edited',
};

export function describeLifeCycleFailure(failure: LifeCycleFailure): FailureWords {
  switch (failure.code) {
    case 'statusForbids':
      return {
        sentence: `The registration’s status is now “${failure.status}”, and ${done[failure.action]}. Nothing was sent.`,
        wayOut: 'See in the life cycle which steps are open now.',
      };
    case 'actionPathUnknown':
      return {
        sentence: `This Hub has none of the addresses at which a registration is usually ${failure.action}d. Nothing was changed.`,
        wayOut: 'Find the path in the Hub’s Swagger document, then set it under Hub and credentials.',
      };
  }
}
