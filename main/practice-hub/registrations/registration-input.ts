/** Judges what a caller sends to Create and Edit, field by field. */
import type { RegistrationFields } from './registration.ts';

/** What is wrong with one field, named as on the wire; an empty name means the body as a whole. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Either the fields that were sent, or everything that is wrong with them. */
export type JudgedFields<T> =
  { readonly kind: 'good'; readonly fields: T } | { readonly kind: 'bad'; readonly problems: readonly FieldProblem[] };

type Read<T> = { readonly value: T } | { readonly problem: string };
type FieldReader = (value: unknown) => Read<Partial<RegistrationFields>>;

const LONGEST_NAME = 64;
const LONGEST_LABEL = 128;
const LONGEST_DESCRIPTION = 2_000;
const LONGEST_URL = 2_048;
const HIGHEST_WEIGHTING = 100;

const READERS: ReadonlyMap<string, FieldReader> = new Map<string, FieldReader>([
  ['systemURL', (value) => mapRead(readUrl(value), (systemUrl) => ({ systemUrl }))],
  ['applicationName', (value) => mapRead(readName(value), (applicationName) => ({ applicationName }))],
  ['applicationLabel', (value) => mapRead(readLine(value), (applicationLabel) => ({ applicationLabel }))],
  [
    'applicationDescription',
    (value) => mapRead(readDescription(value), (applicationDescription) => ({ applicationDescription })),
  ],
  ['platform', (value) => mapRead(readLine(value), (platform) => ({ platform }))],
  ['productionLevel', (value) => mapRead(readProductionLevel(value), (productionLevel) => ({ productionLevel }))],
  ['weighting', (value) => mapRead(readWeighting(value), (weighting) => ({ weighting }))],
]);

const CREATE_FIELDS = [
  'systemURL',
  'applicationName',
  'applicationLabel',
  'applicationDescription',
  'platform',
  'productionLevel',
];
const REQUIRED_FIELDS = CREATE_FIELDS.filter((field) => field !== 'applicationDescription');
const EDIT_FIELDS = [...CREATE_FIELDS.filter((field) => field !== 'applicationName'), 'weighting'];

const INITIAL: RegistrationFields = {
  systemUrl: '',
  applicationName: '',
  applicationLabel: '',
  applicationDescription: '',
  platform: '',
  productionLevel: 1,
  weighting: 1,
};

/** Judges the body of Create: the six documented fields, all but the description required, and nothing else. */
export function judgeNewRegistration(body: unknown): JudgedFields<RegistrationFields> {
  if (!isObject(body)) return bodyIsNoObject();
  const { fields, problems } = readFields(body, CREATE_FIELDS);
  const missing = REQUIRED_FIELDS.filter((field) => body[field] === undefined);
  const all = [...missing.map((field) => ({ field, message: 'is required.' })), ...problems];
  return all.length > 0 ? { kind: 'bad', problems: all } : { kind: 'good', fields: { ...INITIAL, ...fields } };
}

/** Judges the body of Edit: at least one field, and only such as may be edited. */
export function judgeEdit(body: unknown): JudgedFields<Partial<RegistrationFields>> {
  if (!isObject(body)) return bodyIsNoObject();
  if (Object.keys(body).length === 0) {
    return { kind: 'bad', problems: [{ field: '', message: 'The body names no field to change.' }] };
  }
  const { fields, problems } = readFields(body, EDIT_FIELDS);
  return problems.length > 0 ? { kind: 'bad', problems } : { kind: 'good', fields };
}

function readFields(body: Readonly<Record<string, unknown>>, accepted: readonly string[]) {
  const problems: FieldProblem[] = [];
  let fields: Partial<RegistrationFields> = {};
  for (const [field, value] of Object.entries(body)) {
    const reader = accepted.includes(field) ? READERS.get(field) : undefined;
    const read = reader === undefined ? { problem: 'cannot be set with this call.' } : reader(value);
    if ('problem' in read) problems.push({ field, message: read.problem });
    else fields = { ...fields, ...read.value };
  }
  return { fields, problems };
}

function bodyIsNoObject(): { readonly kind: 'bad'; readonly problems: readonly FieldProblem[] } {
  return { kind: 'bad', problems: [{ field: '', message: 'The body must be a JSON object.' }] };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapRead<T, U>(read: Read<T>, change: (value: T) => U): Read<U> {
  return 'problem' in read ? read : { value: change(read.value) };
}

function readText(value: unknown, longest: number): Read<string> {
  if (typeof value !== 'string') return { problem: 'must be a string.' };
  if (value.length > longest) return { problem: `must not be longer than ${longest} characters.` };
  return { value };
}

function readDescription(value: unknown): Read<string> {
  const text = readText(value, LONGEST_DESCRIPTION);
  if ('problem' in text) return text;
  const withoutLineBreaks = text.value.replace(/[\t\r\n]/g, '');
  return hasControlCharacter(withoutLineBreaks) ? { problem: 'must not contain control characters.' } : text;
}

function readLine(value: unknown): Read<string> {
  const text = readText(value, LONGEST_LABEL);
  if ('problem' in text) return text;
  if (text.value.trim() === '') return { problem: 'must not be empty.' };
  return hasControlCharacter(text.value) ? { problem: 'must not contain control characters.' } : text;
}

function readName(value: unknown): Read<string> {
  const text = readText(value, LONGEST_NAME);
  if ('problem' in text) return text;
  if (text.value.trim() === '') return { problem: 'must not be empty.' };
  return /^[A-Za-z][A-Za-z0-9_-]*$/.test(text.value)
    ? text
    : { problem: 'must start with a letter and hold only letters, digits, "_" and "-".' };
}

function readUrl(value: unknown): Read<string> {
  const text = readText(value, LONGEST_URL);
  if ('problem' in text) return text;
  const url = URL.canParse(text.value) ? new URL(text.value) : undefined;
  if (url?.protocol !== 'https:') return { problem: 'must be a complete address that starts with https://.' };
  return url.username === '' && url.password === '' ? text : { problem: 'must not contain a user name or password.' };
}

function readProductionLevel(value: unknown): Read<number> {
  if (typeof value !== 'number') return { problem: 'must be a JSON number.' };
  return Number.isInteger(value) && value >= 1 && value <= 5
    ? { value }
    : { problem: 'must be a whole number, 1 to 5.' };
}

function readWeighting(value: unknown): Read<number> {
  if (typeof value !== 'string') return { problem: 'must be a string.' };
  const weighting = /^\d{1,3}$/.test(value) ? Number(value) : Number.NaN;
  if (weighting <= HIGHEST_WEIGHTING) return { value: weighting };
  return { problem: `must be a whole number, 0 to ${HIGHEST_WEIGHTING}, as a string.` };
}

function hasControlCharacter(text: string): boolean {
  return /\p{Cc}/u.test(text);
}
