// The few words that the shared parts of the interface bring themselves.

export const uiWords = {
  cancel: 'Cancel',
  close: 'Close',
  dismiss: 'Dismiss',
  details: 'Details',
} as const;
