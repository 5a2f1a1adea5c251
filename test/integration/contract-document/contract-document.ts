// docs/hub-api.openapi.yaml as a judge: does a request, or an answer, agree with what is written there?
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

type Json = Readonly<Record<string, unknown>>;

/** A request as it went over the wire; header names in lower case. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export interface GivenAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** One documented operation. */
export interface DocumentedOperation {
  readonly id: string;
  readonly method: string;
  /** Relative to its server. */
  readonly template: string;
  /** With the path of its server: `/prweb/api/ppf/v1/registrations/{ID}`. */
  readonly path: string;
  /** Whether the practice hub says to serve it. */
  readonly isServed: boolean;
  /** Where it stands in the document, as a JSON pointer. */
  readonly pointer: string;
  readonly parameterPointers: readonly string[];
  readonly needsToken: boolean;
}

const FILE = resolve(import.meta.dirname, '../../../docs/hub-api.openapi.yaml');
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];
const ID = 'contract';

/** The document as it is written. */
export const contractText = readFileSync(FILE, 'utf8');

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: unknown, key: string): unknown => {
  if (Array.isArray(value)) return value[Number(key)];
  return isObject(value) ? value[key] : undefined;
};
const entries = (value: unknown): [string, unknown][] => (isObject(value) ? Object.entries(value) : []);
const keys = (value: unknown): readonly string[] => entries(value).map(([key]) => key);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const escape = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * The document with every schema closed where it is used: a field that is not described is an error here, although the
 * document itself allows it, because a Hub may send more. Schemas marked `x-open` stay open.
 */
function closed(value: unknown, isUse = false): unknown {
  if (Array.isArray(value)) return value.map((entry) => closed(entry));
  if (!isObject(value)) return value;
  const inner = Object.fromEntries(
    Object.entries(value).map(([key, entry]) => {
      if (key === 'example' || key === 'examples') return [key, entry];
      if (key === 'properties' && isObject(entry)) {
        return [key, Object.fromEntries(Object.entries(entry).map(([name, schema]) => [name, closed(schema, true)]))];
      }
      return [key, closed(entry, key === 'schema' || key === 'items')];
    }),
  );
  return isUse && value['x-open'] !== true ? { ...inner, unevaluatedProperties: false } : inner;
}

/** The document as data. */
const contract: unknown = parse(contractText);

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema(Object.fromEntries(entries(closed(contract))), ID, undefined, false);

const compiled = new Map<string, ValidateFunction>();
function validatorAt(pointer: string): ValidateFunction {
  const known = compiled.get(pointer);
  if (known !== undefined) return known;
  const validate = ajv.compile({ $ref: `${ID}#${encodeURI(pointer)}` });
  compiled.set(pointer, validate);
  return validate;
}

/** What is wrong with a value by the schema at a JSON pointer. */
export function schemaProblems(pointer: string, value: unknown): readonly string[] {
  const validate = validatorAt(pointer);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    return `${instancePath || '/'} ${message ?? ''} ${JSON.stringify(params)}`;
  });
}

/** Follows references within the document; the pointer is where the thing really stands. */
function followed(pointer: string): { readonly pointer: string; readonly value: unknown } {
  let here = pointer;
  for (;;) {
    const value = here
      .slice(1)
      .split('/')
      .reduce<unknown>((found, part) => at(found, part.replaceAll('~1', '/').replaceAll('~0', '~')), contract);
    const reference = at(value, '$ref');
    if (typeof reference !== 'string') return { pointer: here, value };
    here = reference.slice(1);
  }
}

function serverPath(...candidates: readonly unknown[]): string {
  const url = candidates.map((candidate) => at(list(at(candidate, 'servers'))[0], 'url')).find(Boolean);
  return new URL(String(url).replace('{hub}', 'hub.example')).pathname;
}

/** Every operation of the document. */
export const operations: readonly DocumentedOperation[] = entries(at(contract, 'paths')).flatMap(([template, item]) =>
  keys(item)
    .filter((key) => METHODS.includes(key))
    .map((method): DocumentedOperation => {
      const operation = at(item, method);
      const pointer = `/paths/${escape(template)}`;
      const security = list(at(operation, 'security') ?? at(contract, 'security'));
      const pointersOf = (owner: unknown, base: string) =>
        list(at(owner, 'parameters')).map((_parameter, index) => `${base}/parameters/${index}`);
      return {
        id: String(at(operation, 'operationId')),
        method: method.toUpperCase(),
        template,
        path: serverPath(operation, item, contract) + template,
        isServed: at(operation, 'x-practice-hub') !== false,
        pointer: `${pointer}/${method}`,
        parameterPointers: [...pointersOf(item, pointer), ...pointersOf(operation, `${pointer}/${method}`)],
        needsToken: security.some((way) => isObject(way) && Object.keys(way).some((name) => name.endsWith('Token'))),
      };
    }),
);

const variables = ({ path }: DocumentedOperation): readonly string[] => path.match(/\{[^}]+\}/g) ?? [];
const literalFirst = [...operations].sort((one, other) => variables(one).length - variables(other).length);

/** The operation that a request calls; null when the document has none for it. */
export function operationFor(method: string, pathname: string): DocumentedOperation | null {
  const matches = ({ path }: DocumentedOperation): boolean =>
    new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(pathname);
  return literalFirst.find((operation) => operation.method === method && matches(operation)) ?? null;
}

/** The response that the document has for a status: the exact one, its class, or the default. */
export function responseFor(operation: DocumentedOperation, status: number): string | null {
  const responses = at(followed(operation.pointer).value, 'responses');
  const wanted = [String(status), `${Math.floor(status / 100)}XX`, 'default'];
  return wanted.find((key) => at(responses, key) !== undefined) ?? null;
}

/** What of an answer is not as the document says. */
export function answerProblems(operation: DocumentedOperation, answer: GivenAnswer): readonly string[] {
  const key = responseFor(operation, answer.status);
  if (key === null) return [`status ${answer.status} is not documented`];
  const { pointer, value } = followed(`${operation.pointer}/responses/${key}`);
  return bodyProblems(pointer, at(value, 'content'), answer);
}

function bodyProblems(
  pointer: string,
  content: unknown,
  { contentType, body }: Pick<GivenAnswer, 'contentType' | 'body'>,
): readonly string[] {
  if (!isObject(content)) return body === '' ? [] : ['has a body, and none is documented'];
  if (body === '') return ['has no body, and one is documented'];
  const [type = ''] = contentType.split(';');
  const media = type.trim().toLowerCase();
  if (content[media] === undefined) return [`content type "${media}" is not documented`];
  const schema = `${pointer}/content/${escape(media)}/schema`;
  const read = media.endsWith('json') ? readJson(body) : Object.fromEntries(new URLSearchParams(body));
  return read === undefined ? ['is not valid JSON'] : schemaProblems(schema, read);
}

function readJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** What of a request is not as the document says. */
export function requestProblems(request: SentRequest): readonly string[] {
  const url = new URL(request.url);
  const operation = operationFor(request.method, url.pathname);
  if (operation === null) return [`${request.method} ${url.pathname} is not documented`];
  return [
    ...tokenProblems(operation, request.headers['authorization']),
    ...queryProblems(operation, url.searchParams),
    ...requestBodyProblems(operation, request),
  ];
}

function tokenProblems(operation: DocumentedOperation, authorization: string | undefined): readonly string[] {
  if (operation.needsToken) return /^Bearer \S+$/.test(authorization ?? '') ? [] : ['has no token'];
  return authorization === undefined || /^Basic \S+$/.test(authorization) ? [] : ['has a token where none belongs'];
}

function queryProblems(operation: DocumentedOperation, query: URLSearchParams): readonly string[] {
  const documented = operation.parameterPointers.map(followed).filter(({ value }) => at(value, 'in') === 'query');
  return [...query].flatMap(([name, given]) => {
    const parameter = documented.find(({ value }) => at(value, 'name') === name);
    if (parameter === undefined) return [`query parameter "${name}" is not documented`];
    return schemaProblems(`${parameter.pointer}/schema`, given);
  });
}

function requestBodyProblems(operation: DocumentedOperation, request: SentRequest): readonly string[] {
  const { pointer, value } = followed(`${operation.pointer}/requestBody`);
  if (request.body === '') return at(value, 'required') === true ? ['has no body'] : [];
  if (value === undefined) return ['has a body, and none is documented'];
  const contentType = request.headers['content-type'] ?? '';
  return bodyProblems(pointer, at(value, 'content'), { contentType, body: request.body });
}

/** The keys of sources that the document explains. */
export function sourceKeys(): readonly string[] {
  return keys(at(contract, 'x-source-keys'));
}

export interface DocumentedExample {
  readonly schema: string;
  readonly value: unknown;
}

/** Every example of a body in the document by its JSON pointer, with the schema it stands beside. */
export function documentedExamples(): ReadonlyMap<string, DocumentedExample> {
  const owners = operations.flatMap(({ pointer }) => {
    const responses = keys(at(followed(pointer).value, 'responses'));
    return [`${pointer}/requestBody`, ...responses.map((key) => `${pointer}/responses/${key}`)];
  });
  return new Map(owners.map(followed).flatMap(({ pointer, value }) => examplesIn(pointer, at(value, 'content'))));
}

function examplesIn(pointer: string, content: unknown): readonly (readonly [string, DocumentedExample])[] {
  return entries(content).flatMap(([media, described]) => {
    const base = `${pointer}/content/${escape(media)}`;
    const schema = `${base}/schema`;
    const one = at(described, 'example');
    const named = keys(at(described, 'examples')).map((name) => {
      const example = followed(`${base}/examples/${name}`);
      return [example.pointer + base, { schema, value: at(example.value, 'value') }] as const;
    });
    return one === undefined ? named : [...named, [`${base}/example`, { schema, value: one }] as const];
  });
}
