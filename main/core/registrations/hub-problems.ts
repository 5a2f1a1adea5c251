// Understands the error bodies of Pega's APIs, and which field of our form each error is about.
import type { FieldProblem } from '#contract/failure.ts';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { isJsonList, isJsonObject, jsonText } from '../answers/json-reading.ts';
import { quote } from '../answers/server-text.ts';
import { FORM_FIELDS } from './registration.ts';

/** What the Hub complained about: each field at most once, and the rest as one message. */
export interface HubProblems {
  readonly message: string | null;
  readonly fields: readonly FieldProblem[];
}

interface Complaint {
  readonly text: string;
  /** The form's field, null when none is named. */
  readonly field: string | null;
}

/** More complaints than this help nobody. */
const MOST_COMPLAINTS = 50;

/** Wire names that are words of every language. */
const PLAIN_WORDS = ['platform', 'weighting'];

/** The problems a body names, null when it names none. The PPF error JSON is UNKNOWN: both house styles are read. */
export function readProblems(body: JsonValue): HubProblems | null {
  if (!isJsonObject(body)) return null;
  const listed = [...readVersionOne(body), ...readVersionTwo(body)].slice(0, MOST_COMPLAINTS);
  const complaints = listed.length > 0 ? listed : readSingle(body);
  if (complaints.length === 0) return null;
  const fields = [...new Set(complaints.map(({ field }) => field))].filter((field) => field !== null);
  return {
    message: joined(complaints, null),
    fields: fields.map((field) => {
      const message = joined(complaints, field);
      return { field, problem: 'refusedByHub', ...(message === null ? {} : { message }) };
    }),
  };
}

/** `errors[]` with `ID` and `message`, or with `ValidationMessages[]` that point at fields (hub-contract 8.7, E1). */
function readVersionOne(body: JsonObject): readonly Complaint[] {
  return objectsOf(body['errors']).flatMap((error) => {
    const aboutFields = objectsOf(error['ValidationMessages']).flatMap((entry) =>
      complaint(entry['ValidationMessage'], entry['Path']),
    );
    return aboutFields.length > 0 ? aboutFields : complaint(error['message'] ?? error['ID'], undefined);
  });
}

/** `errorDetails[]` with `localizedValue` and the field it is about (hub-contract 8.7, E3). */
function readVersionTwo(body: JsonObject): readonly Complaint[] {
  return objectsOf(body['errorDetails']).flatMap((detail) =>
    complaint(
      jsonText(detail['localizedValue']) || detail['message'],
      jsonText(detail['erroneousInputOutputFieldInPage']) || detail['erroneousInputOutputIdentifier'],
    ),
  );
}

/** One sentence under a usual name, as gateways send it, or the heading of an otherwise empty version 2. */
function readSingle(body: JsonObject): readonly Complaint[] {
  const names = ['localizedValue', 'error_description', 'message', 'detail', 'error'];
  const text = names.map((name) => jsonText(body[name])).find((value) => value.trim() !== '');
  return complaint(text, undefined);
}

function complaint(text: JsonValue | undefined, place: JsonValue | undefined): readonly Complaint[] {
  const words = jsonText(text);
  if (words.trim() === '') return [];
  return [{ text: words, field: fieldAt(jsonText(place)) ?? fieldNamedIn(words) }];
}

/** `.systemURL`, `pyWorkPage.SystemURL`, `system_url` -> `systemUrl`. */
function fieldAt(place: string): string | null {
  const wanted = fold(place.split('.').at(-1) ?? '');
  const wireName = Object.keys(FORM_FIELDS).find((name) => fold(name) === wanted);
  return wireName === undefined ? null : (FORM_FIELDS[wireName] ?? null);
}

/**
 * The one field whose wire name stands in the text, spelled exactly. A plain word counts only at the start; two names (`applicationName must differ from applicationLabel`) count as none.
 */
function fieldNamedIn(text: string): string | null {
  const named = Object.keys(FORM_FIELDS).filter((name) =>
    new RegExp(PLAIN_WORDS.includes(name) ? `^${name}\\b` : `\\b${name}\\b`).test(text),
  );
  const [wireName, ...others] = named;
  return wireName === undefined || others.length > 0 ? null : (FORM_FIELDS[wireName] ?? null);
}

function fold(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, '');
}

function joined(complaints: readonly Complaint[], about: string | null): string | null {
  const texts = complaints.filter(({ field }) => field === about).map(({ text }) => text);
  return quote([...new Set(texts)].join(' '), []);
}

function objectsOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isJsonList(value) ? value.filter(isJsonObject) : [];
}
