// Reads the operations of an API description: one for each method of each path.
import type { EvidenceMark, ReferenceOperation } from '#contract/reference.ts';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { isJsonObject, jsonText } from '../answers/json-reading.ts';
import { entriesOf, listOf, textOf } from './document-walk.ts';
import type { Walk } from './document-walk.ts';
import { parameterField, readRequestBody, readResponses } from './read-bodies.ts';
import { tryItByShape, tryItOf } from './try-it.ts';

/** More operations than this are not shown. */
const MOST_OPERATIONS = 1000;
const METHODS: readonly string[] = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];
const MARKS: readonly EvidenceMark[] = ['READ', 'SEED', 'CODE', 'INFERRED', 'UNKNOWN'];

type Source = 'ours' | 'hub';

interface Address {
  readonly method: string;
  readonly path: string;
  readonly item: JsonObject;
}

/** All operations in the order of the document. */
export function readOperations(walk: Walk, document: JsonObject, source: Source): readonly ReferenceOperation[] {
  return addressesIn(walk, document)
    .slice(0, MOST_OPERATIONS)
    .flatMap((address) => readOperation(walk, address, source));
}

function addressesIn(walk: Walk, document: JsonObject): readonly Address[] {
  return entriesOf(document['paths'])
    .filter(([path]) => path.startsWith('/'))
    .flatMap(([path, value]) => {
      const item = walk.resolve(value);
      const methods = Object.keys(item).filter((key) => METHODS.includes(key) && isJsonObject(item[key]));
      return methods.map((method) => ({ method: method.toUpperCase(), path, item }));
    });
}

function readOperation(walk: Walk, { method, path, item }: Address, source: Source): readonly ReferenceOperation[] {
  const operation = walk.resolve(item[method.toLowerCase()]);
  const shown = ownServerPath(operation) + ownServerPath(item) + path;
  const parameters = parametersOf(walk, item, operation);
  const body = readRequestBody(walk, operation, parameters);
  const fields = parameters
    .filter((parameter) => parameter['in'] !== 'body' && parameter['in'] !== 'formData')
    .map((parameter) => parameterField(walk, parameter));
  const shared = {
    method,
    path: shown,
    group: jsonText(listOf(operation['tags'])[0]),
    fields: [...fields, ...body.fields],
    requestExample: body.example,
    responses: readResponses(walk, operation),
  };
  if (source === 'hub') {
    // Their own operation IDs need be neither there nor different from each other.
    const id = `${method} ${path}`;
    const tryIt = tryItByShape(method, shown);
    return [{ ...shared, id, ...wordsOf(operation), evidence: null, sources: '', tryIt }];
  }
  const meanings = [operation, ...listOf(operation['x-also']).filter(isJsonObject)];
  return meanings.map((meaning) => ({ ...shared, ...ourWords(meaning) }));
}

function wordsOf(operation: JsonObject): Pick<ReferenceOperation, 'summary' | 'description'> {
  return { summary: textOf(operation['summary']), description: textOf(operation['description']) };
}

/** What only our own document says; `x-also` names a second purpose of the same call. */
function ourWords(
  operation: JsonObject,
): Pick<ReferenceOperation, 'id' | 'summary' | 'description' | 'evidence' | 'sources' | 'tryIt'> {
  const id = jsonText(operation['operationId']);
  const evidence = MARKS.find((mark) => mark === operation['x-evidence']) ?? null;
  return { id, ...wordsOf(operation), evidence, sources: textOf(operation['x-sources']), tryIt: tryItOf(id) };
}

/** The path of a server that only this operation or this path has: it is not relative to the base URL then. */
function ownServerPath(described: JsonObject): string {
  const [server] = listOf(described['servers']);
  const url = isJsonObject(server) ? jsonText(server['url']) : '';
  return url.replace(/^[a-z]+:\/\/[^/]*/i, '').replace(/\/+$/, '');
}

/** The parameters of the path and of the operation; of two for the same thing, the operation's. */
function parametersOf(walk: Walk, item: JsonObject, operation: JsonObject): readonly JsonObject[] {
  const all: readonly JsonValue[] = [...listOf(item['parameters']), ...listOf(operation['parameters'])];
  const byPlace = all
    .map((parameter) => walk.resolve(parameter))
    .filter((parameter) => jsonText(parameter['name']) !== '')
    .map((parameter): [string, JsonObject] => [
      `${jsonText(parameter['in'])} ${jsonText(parameter['name'])}`,
      parameter,
    ]);
  return [...new Map(byPlace).values()];
}
