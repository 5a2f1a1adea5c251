// The words of reporting a problem.

export const problemWords = {
  title: 'Report a problem',
  section: 'Help',
  sectionLead:
    'A report tells versions, how secrets are protected, how hubs are reached, settings, the last calls and the end of the log. Nothing is sent by itself.',
  open: 'Report a problem…',
  lead: 'This is the whole report. Secrets are taken out. Nothing is sent: save or copy it, and hand it to whoever helps you.',
  withAddresses: 'Include names and addresses of my hubs',
  text: 'The report',
  collecting: 'Putting the report together',
  save: 'Save…',
  saved: (fileName: string): string => `Saved as “${fileName}”.`,
  copy: 'Copy',
  copied: 'Copied.',
} as const;
