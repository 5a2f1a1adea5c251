// The words of the API reference: the calls of the Hub, how well each is known, and where the description comes from.
import type { EvidenceMark, ReferenceDocument, ReferenceOperation } from '#contract/reference.ts';
import { wholeNumber } from './numbers.ts';

export const referenceWords = {
  title: 'API reference',
  find: 'Find a call',
  calls: 'Calls',
  reading: 'Reading the description of the API',
  nothingFound: 'No call matches.',
  nothingDescribed: 'This description names no calls.',
  noGroup: 'Other',
  sources: 'Sources',
  fields: 'Fields',
  noFields: 'Nothing but the address.',
  fieldName: 'Field',
  fieldPlace: 'In',
  fieldType: 'Type',
  fieldMeaning: 'Meaning',
  required: 'required',
  requestExample: 'Request, for example',
  responses: 'Answers',
  example: 'Example',
  tryIt: 'Try it',
  noForm: 'The app has no form for this call.',
  marks: 'What the marks mean',
  own: 'The Hub’s own description',
  ownLead:
    'If the Hub serves an OpenAPI or Swagger document, enter its address to see it here instead of the description that comes with the app.',
  address: 'Address of the document',
  addressHint:
    'The document itself, in JSON or YAML. The hub’s token is sent along only to the addresses its credential is for.',
  show: 'Show it',
  clear: 'Use the app’s own',
  retry: 'Try again',
  oursInstead: 'Until it can be read, the description that comes with the app is shown.',
} as const;

interface MarkWords {
  /** On the badge. */
  readonly name: string;
  readonly meaning: string;
}

/** The marks of the contract, from the best known to the least. */
export const markWords: Readonly<Record<EvidenceMark, MarkWords>> = {
  READ: { name: 'Documented', meaning: 'A public page of the vendor says so.' },
  SEED: {
    name: 'Source document',
    meaning: 'The document this app was started from says so. Where sources differ, it wins.',
  },
  CODE: { name: 'Seen in code', meaning: 'Public client code that works does it this way.' },
  INFERRED: { name: 'Inferred', meaning: 'A conclusion from what is known. The Hub may do it differently.' },
  UNKNOWN: { name: 'Not known', meaning: 'No source says so. The Hub’s answer decides.' },
};

const PICK = 'Opens the registrations: choose one';
const STEP = `${PICK}, then this step of its life cycle.`;

const TRY_IT: Readonly<Record<NonNullable<ReferenceOperation['tryIt']>, string>> = {
  token: 'Opens the credentials of this hub: testing one asks for a token.',
  list: 'Opens the registrations of this hub.',
  read: `${PICK} to read it.`,
  register: 'Opens the form that registers an application.',
  edit: `${PICK}, then edit it.`,
  enableSync: STEP,
  disable: STEP,
  enable: STEP,
  deactivate: STEP,
  reactivate: STEP,
  delete: STEP,
};

/** Where *Try it* leads. */
export function tryItHint(tryIt: ReferenceOperation['tryIt']): string {
  return tryIt === null ? referenceWords.noForm : TRY_IT[tryIt];
}

/** Whose description is shown: *Process Fabric Hub API 10, from the app*. */
export function documentWords({ source, address, title, version }: ReferenceDocument): string {
  const name = [title, version].filter((part) => part !== '').join(' ');
  const whose = source === 'ours' ? 'from the app' : `from ${address ?? 'the Hub'}`;
  return name === '' ? whose : `${name}, ${whose}`;
}

/** *7 of 25 calls*. */
export function foundWords(found: number, all: number): string {
  const calls = all === 1 ? 'call' : 'calls';
  return found === all ? `${wholeNumber(all)} ${calls}` : `${wholeNumber(found)} of ${wholeNumber(all)} ${calls}`;
}

const PLACES: ReadonlyMap<string, string> = new Map([
  ['path', 'address'],
  ['query', 'query'],
  ['header', 'header'],
  ['cookie', 'cookie'],
  ['body', 'body'],
]);

/** Where a field stands in the request. */
export function placeWord(place: string): string {
  return PLACES.get(place) ?? place;
}
