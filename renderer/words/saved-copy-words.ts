// The words that say how fresh a list is, and why something that needs the Hub cannot be done now.

export const savedCopyWords = {
  asOf: (moment: string): string => `Saved copy as of ${moment}`,
  retriedByItself: 'The app tries again by itself.',
  disabled: 'Until then, Refresh is off, and a new registration can be kept as a draft.',
  tryNow: 'Try now',
  /** Where nothing is read before somebody asks. */
  unasked: 'The Hub is not asked before you say so.',
  readNow: 'Read now',
} as const;
