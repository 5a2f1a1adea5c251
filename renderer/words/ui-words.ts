// The few words that the shared parts of the interface bring themselves.
import { wholeNumber } from './numbers.ts';

export const uiWords = {
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  tryAgain: 'Try again',
  details: 'Details',
  showAll: 'Show all',
  showLess: 'Show less',
  showMore: (count: number): string => `Show ${wholeNumber(count)} more`,
  shownOf: (shown: number, all: number): string => `${wholeNumber(shown)} of ${wholeNumber(all)} shown`,
  becomes: 'becomes',
  nothing: 'nothing',
  notBetween: (min: number, max: number): string =>
    `A whole number from ${wholeNumber(min)} to ${wholeNumber(max)}. Until then the last one stays.`,
} as const;
