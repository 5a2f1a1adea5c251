// What an operation takes and answers, in the words of OpenAPI 3 and of Swagger 2.0 alike.
import type { ReferenceField, ReferenceResponse } from '#contract/reference.ts';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { isJsonObject, jsonText } from '../answers/json-reading.ts';
import { entriesOf, textOf } from './document-walk.ts';
import type { Walk } from './document-walk.ts';
import { exampleOf, exampleText, madeUp } from './schema-example.ts';
import { bodyFields } from './schema-fields.ts';
import { typeOf } from './schema-type.ts';

/** What a request holds besides its address. */
export interface RequestBody {
  readonly fields: readonly ReferenceField[];
  readonly example: string | null;
}

const FORM = 'application/x-www-form-urlencoded';
const NOTHING: RequestBody = { fields: [], example: null };

/** The body of a request, from wherever the document has it. */
export function readRequestBody(walk: Walk, operation: JsonObject, parameters: readonly JsonObject[]): RequestBody {
  const body = walk.resolve(operation['requestBody']);
  const chosen = mediaIn(walk, body['content']);
  if (chosen !== null) {
    const example = exampleOf(walk, chosen.media);
    return {
      fields: bodyFields(walk, chosen.media['schema']),
      example: chosen.type === FORM ? formText(walk, example) : exampleText(walk, example),
    };
  }
  const inBody = parameters.find((parameter) => parameter['in'] === 'body');
  if (inBody !== undefined) {
    const example = exampleText(walk, madeUp(walk, inBody['schema']));
    return { fields: bodyFields(walk, inBody['schema']), example };
  }
  return readForm(walk, parameters);
}

function readForm(walk: Walk, parameters: readonly JsonObject[]): RequestBody {
  const parts = parameters.filter((parameter) => parameter['in'] === 'formData');
  return parts.length === 0 ? NOTHING : { ...NOTHING, fields: parts.map((part) => parameterField(walk, part)) };
}

/** The parameters of an address and its headers, and those of a form. */
export function parameterField(walk: Walk, parameter: JsonObject): ReferenceField {
  const place = jsonText(parameter['in']);
  return {
    name: jsonText(parameter['name']),
    place: place === 'formData' ? 'body' : place,
    type: typeOf(walk, isJsonObject(parameter['schema']) ? parameter['schema'] : parameter),
    isRequired: parameter['required'] === true || place === 'path',
    description: textOf(parameter['description']),
  };
}

/** Every answer the document names, in its order. */
export function readResponses(walk: Walk, operation: JsonObject): readonly ReferenceResponse[] {
  return entriesOf(operation['responses'])
    .filter(([status]) => !status.startsWith('x-'))
    .map(([status, value]) => {
      const response = walk.resolve(value);
      return { status, description: textOf(response['description']), example: responseExample(walk, response) };
    });
}

function responseExample(walk: Walk, response: JsonObject): string | null {
  const chosen = mediaIn(walk, response['content']);
  if (chosen !== null) return exampleText(walk, exampleOf(walk, chosen.media));
  // Swagger 2.0 has one example for each media type, and one schema for all.
  const [given] = entriesOf(response['examples']);
  if (given !== undefined) return exampleText(walk, given[1]);
  return response['schema'] === undefined ? null : exampleText(walk, madeUp(walk, response['schema']));
}

/** JSON where there is some, else whatever comes first. */
function mediaIn(
  walk: Walk,
  content: JsonValue | undefined,
): { readonly type: string; readonly media: JsonObject } | null {
  const types = entriesOf(content);
  const [type, media] = types.find(([name]) => /[/+]json\b/i.test(name)) ?? types[0] ?? ['', undefined];
  return media === undefined ? null : { type, media: walk.resolve(media) };
}

function formText(walk: Walk, example: JsonValue | undefined): string | null {
  if (!isJsonObject(example)) return exampleText(walk, example);
  const pairs = Object.entries(example).map(([name, value]): [string, string] => [name, jsonText(value)]);
  return exampleText(walk, new URLSearchParams(pairs).toString());
}
