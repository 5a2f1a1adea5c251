// The words of connecting a hub: dropping, choosing or pasting a credentials file, and how to get one.

export const connectWords = {
  heading: 'Connect a hub',
  lead: 'Bring the credentials file your administrator downloaded. The secret in it is sealed on this computer and never shown.',
  dropHere: 'Drop the credentials file here',
  dropAnywhere: 'or anywhere in this window',
  dropNow: 'Let go to read the file',
  dropNowDetail: 'Nothing is stored before you have reviewed it.',
  chooseFile: 'Choose file…',
  paste: 'Paste instead',
  pasteDetail: 'The text of the file, from a password manager for example.',
  practice: 'Try the practice hub',
  practiceDetail: 'A small Hub on this computer, to try everything safely.',
  howTo: 'How do I get this file?',
  howToDetail: 'Four steps for an administrator, to read or to send.',
  takeOver: 'Take over a backup…',
  takeOverDetail: 'Hubs and settings of another computer, from their file.',
  waysLabel: 'Other ways to connect',
  reading: (name: string) => (name === '' ? 'Reading the text' : `Reading ${name}`),
  position: (position: number, total: number) => `File ${position} of ${total}`,
  nextFile: 'Next file',
  chooseAnother: 'Choose another file…',
} as const;

export const pasteWords = {
  title: 'Paste credentials',
  label: 'Text of the credentials file',
  hint: 'Labels and values as they are in the file. The text is handed over once and not kept here.',
  read: 'Read',
  empty: 'Paste the text first.',
  tooLong: 'This is longer than a credentials file can be. Paste only its text.',
} as const;

export const practiceWords = {
  starting: 'Starting the practice hub',
  title: 'The practice hub is running',
  detail: 'It wrote a credentials file, as a real Hub’s administrator would. Drag it onto the drop zone, or import it.',
  sectionLead: 'A small Hub on this computer with the documented rules. It keeps its registrations when it stops.',
  address: 'Address',
  file: 'Credentials file',
  importIt: 'Import it',
  showInFolder: 'Show in folder',
  start: 'Start it',
  stop: 'Stop it',
  stopped: 'The practice hub is not running.',
  stoppedDetail: 'What was saved from it is shown below. Start it to work with it again.',
  notRunning: 'not running',
  heading: 'Practice hub',
  fileInWords: 'the practice hub’s file',
} as const;

/** One step of the administrator's way to a credentials file (hub-contract section 0). */
export interface AdministratorStep {
  readonly title: string;
  readonly detail: string;
}

export const administratorWords = {
  title: 'How to get the credentials file',
  lead: 'An administrator of the Process Fabric Hub (access group Application:Administrators) does this once for each configurator.',
  copy: 'Copy for an administrator',
  copied: 'Copied',
  documentation: 'Open Pega’s documentation',
  formTitle: 'Client information',
  formType: 'Type of client',
  formTypeValue: 'Confidential',
  formGrants: 'Supported grant types',
  formGrantOn: 'Client credentials',
  formGrantOff: 'all others',
  formOperator: 'Operator ID',
  formOperatorValue: 'the configurator’s operator',
  steps: [
    {
      title: 'Create a client registration',
      detail:
        'In Dev Studio, open Records, then Security, then OAuth 2.0 Client Registration, and click Create. Give it a short description and a client name, then click Create and open.',
    },
    {
      title: 'Fill in Client information',
      detail:
        'Type of client: Confidential. Grant types: only Client credentials, all others cleared. Operator ID: the operator of the configurator, whose default access group must be PPF:Configurators.',
    },
    {
      title: 'Download before saving',
      detail:
        'Click View & download, then Download credentials, and keep the .txt file in a safe place. Only then click Save: after that the secret cannot be downloaded any more.',
    },
    {
      title: 'Hand it over safely',
      detail:
        'Make a separate client ID and secret for every operator, since the Hub books each call to the operator named there. Send the file over a channel that only the configurator can read.',
    },
  ] satisfies readonly AdministratorStep[],
} as const;

/** The checklist as plain text, to send to an administrator. */
export function administratorText(): string {
  const steps = administratorWords.steps.map(({ title, detail }, index) => `${index + 1}. ${title}\n   ${detail}`);
  return [
    'I need a credentials file for the registration APIs of the Process Fabric Hub.',
    administratorWords.lead,
    ...steps,
  ].join('\n\n');
}
