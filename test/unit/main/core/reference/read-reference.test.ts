import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReferenceOperation } from '#contract/reference.ts';
import type { JsonValue } from '#contract/registration.ts';
import { readReference } from '../../../../../main/core/reference/read-reference.ts';

const FROM_HUB = { source: 'hub', address: 'https://hub.example/api.json' } as const;
const OURS = { source: 'ours', address: null } as const;

/** The one operation of a small OpenAPI document. */
function operationOf(operation: JsonValue, rest: Record<string, JsonValue> = {}): ReferenceOperation {
  const read = readReference({ openapi: '3.0.3', paths: { '/things': { post: operation } }, ...rest }, FROM_HUB);
  return read!.operations[0]!;
}

const body = (schema: JsonValue) => ({ requestBody: { content: { 'application/json': { schema } } } });
const typeOf = (schema: JsonValue) =>
  operationOf(body({ type: 'object', properties: { field: schema } })).fields[0]!.type;
const example = (schema: JsonValue, rest: Record<string, JsonValue> = {}): unknown => {
  const text = operationOf(body(schema), rest).requestExample;
  return text === null ? null : JSON.parse(text);
};

describe('a description in OpenAPI 3', () => {
  const document = {
    openapi: '3.1.0',
    info: { title: 'Things', version: '4', description: 'One line\nand its end.\n\n- a list' },
    servers: [{ url: 'https://hub.example/prweb/api/ppf/v1' }],
    paths: {
      '/things/{id}': {
        parameters: [
          { name: 'id', in: 'path', schema: { type: 'string' } },
          { name: 'kind', in: 'query', description: 'Of the path', schema: { type: 'string' } },
        ],
        get: {
          tags: ['Things', 'More'],
          summary: 'Read one',
          operationId: 'readThing',
          'x-evidence': 'READ',
          'x-sources': 'R9',
          parameters: [{ $ref: '#/components/parameters/Kind' }],
          responses: {
            200: { $ref: '#/components/responses/One' },
            'x-note': 'none',
            default: { description: 'Else' },
          },
        },
      },
    },
    components: {
      parameters: { Kind: { name: 'kind', in: 'query', required: true, description: 'Of the operation' } },
      responses: {
        One: { description: 'It', content: { 'text/plain': {}, 'application/json': { example: { a: 1 } } } },
      },
    },
  };

  it('gives its title, version and paragraphs', () => {
    expect(readReference(document, FROM_HUB)).toMatchObject({
      source: 'hub',
      address: FROM_HUB.address,
      title: 'Things',
      version: '4',
      description: 'One line and its end.\n\n- a list',
    });
  });

  it('gives each operation with its fields and answers', () => {
    expect(readReference(document, FROM_HUB)!.operations).toEqual([
      {
        id: 'GET /things/{id}',
        method: 'GET',
        path: '/things/{id}',
        group: 'Things',
        summary: 'Read one',
        description: '',
        evidence: null,
        sources: '',
        fields: [
          { name: 'id', place: 'path', type: 'string', isRequired: true, description: '' },
          { name: 'kind', place: 'query', type: 'any', isRequired: true, description: 'Of the operation' },
        ],
        requestExample: null,
        responses: [
          { status: '200', description: 'It', example: '{\n  "a": 1\n}' },
          { status: 'default', description: 'Else', example: null },
        ],
        tryIt: null,
      },
    ]);
  });

  it('is believed about evidence only when it is ours', () => {
    expect(readReference(document, OURS)!.operations[0]).toMatchObject({
      id: 'readThing',
      evidence: 'READ',
      sources: 'R9',
    });
  });

  it('shows an operation with a server of its own at that place', () => {
    const elsewhere = { servers: [{ url: 'https://{hub}/auth/' }] };
    expect(operationOf(elsewhere)).toMatchObject({ path: '/auth/things' });
  });

  it('tells a second purpose of a call of ours as an operation of its own', () => {
    const post = { operationId: 'enableSynchronization', 'x-also': [{ operationId: 'reactivateRegistration' }] };
    const read = readReference({ openapi: '3.1.0', paths: { '/x': { post } } }, OURS);
    expect(read!.operations.map(({ id, path, tryIt }) => [id, path, tryIt])).toEqual([
      ['enableSynchronization', '/x', 'enableSync'],
      ['reactivateRegistration', '/x', 'reactivate'],
    ]);
  });
});

describe('a description in Swagger 2.0', () => {
  const post = {
    parameters: [
      { name: 'thing', in: 'body', schema: { $ref: '#/definitions/Thing' } },
      { name: 'trace', in: 'header', type: 'boolean' },
    ],
    responses: {
      201: { description: 'Made', schema: { $ref: '#/definitions/Thing' } },
      400: { description: 'No', examples: { 'application/json': { error: 'no' } } },
    },
  };
  const document = {
    swagger: '2.0',
    basePath: '/prweb/api/ppf/v1',
    paths: { '/things': { post } },
    definitions: { Thing: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } } },
  };

  it('gives the fields of a body and of a form', () => {
    const [operation] = readReference(document, FROM_HUB)!.operations;
    expect(operation!.fields).toEqual([
      { name: 'trace', place: 'header', type: 'boolean', isRequired: false, description: '' },
      { name: 'name', place: 'body', type: 'string', isRequired: true, description: '' },
    ]);
    const form = { parameters: [{ name: 'file', in: 'formData', type: 'file', required: true }] };
    const read = readReference({ swagger: 2, paths: { '/files': { post: form } } }, FROM_HUB);
    expect(read!.operations[0]!.fields).toEqual([
      { name: 'file', place: 'body', type: 'file', isRequired: true, description: '' },
    ]);
  });

  it('gives examples, made up where there are none', () => {
    const [operation] = readReference(document, FROM_HUB)!.operations;
    expect(operation!.requestExample).toBe('{\n  "name": "text"\n}');
    expect(operation!.responses.map((response) => response.example)).toEqual([
      '{\n  "name": "text"\n}',
      '{\n  "error": "no"\n}',
    ]);
  });
});

describe('the word for a field’s type', () => {
  it.each<[JsonValue, string]>([
    [{}, 'any'],
    [{ type: 'string', format: 'uri' }, 'string (uri)'],
    [{ type: ['string', 'null'] }, 'string | null'],
    [{ type: 'string', nullable: true }, 'string | null'],
    [{ anyOf: [{ type: 'integer' }, { type: 'string' }] }, 'integer | string'],
    [{ type: 'array', items: { oneOf: [{ type: 'integer' }, { type: 'string' }] } }, '(integer | string)[]'],
    [{ type: 'string', enum: ['a', 'b'] }, '"a" | "b"'],
    [{ const: 4 }, '4'],
    [{ allOf: [{ description: 'x' }, { properties: {} }] }, 'object'],
  ])('of %j is %s', (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });
});

describe('the fields of a body', () => {
  it('are told with those within them, each once', () => {
    const schema = {
      allOf: [{ type: 'object', required: ['id'], properties: { id: { type: 'integer' } } }],
      oneOf: [{ required: ['a'], properties: { a: {} } }, { properties: { a: { type: 'string' }, b: {} } }],
      properties: { list: { type: 'array', items: { type: 'object', properties: { x: { type: 'string' } } } } },
    };
    const { fields } = operationOf(body(schema));
    expect(fields.map(({ name, isRequired }) => [name, isRequired])).toEqual([
      ['list', false],
      ['list[].x', false],
      ['id', true],
      ['a', false],
      ['b', false],
    ]);
  });

  it('end where a thing contains itself', () => {
    const components = { schemas: { Node: { properties: { next: { $ref: '#/components/schemas/Node' } } } } };
    const { fields } = operationOf(body({ $ref: '#/components/schemas/Node' }), { components });
    expect(fields.map(({ name }) => name)).toEqual(['next']);
  });

  it('are not looked for outside of the document', () => {
    expect(operationOf(body({ $ref: 'https://elsewhere.example/schema.json' })).fields).toEqual([]);
    expect(operationOf(body({ $ref: 'other.yaml#/x' })).fields).toEqual([]);
    expect(operationOf(body({ $ref: '#/__proto__/x' })).fields).toEqual([]);
  });

  it('are found under names that have to be escaped', () => {
    const components = { schemas: { 'a/b ~c': { properties: { found: {} } } } };
    const { fields } = operationOf(body({ $ref: '#/components/schemas/a~1b%20~0c' }), { components });
    expect(fields.map(({ name }) => name)).toEqual(['found']);
  });
});

describe('the example of a body', () => {
  it('is the one that is given before one that is made up', () => {
    expect(
      example({ type: 'object', properties: { a: { type: 'string', default: 'usual' }, b: { enum: [3] } } }),
    ).toEqual({ a: 'usual', b: 3 });
    expect(example({ allOf: [{ properties: { a: { example: 1 } } }], properties: { b: { type: 'boolean' } } })).toEqual(
      {
        a: 1,
        b: true,
      },
    );
    expect(example({ type: 'array', items: { anyOf: [{ const: 'x' }] } })).toEqual(['x']);
    expect(example({})).toBeNull();
  });

  it('is a named one where the document names some', () => {
    const content = { 'application/json': { examples: { one: { $ref: '#/components/examples/One' } } } };
    const components = { examples: { One: { value: { a: 1 } } } };
    expect(operationOf({ requestBody: { content } }, { components }).requestExample).toBe('{\n  "a": 1\n}');
  });

  it('is written as a form where the request is one', () => {
    const content = { 'application/x-www-form-urlencoded': { example: { a: 'x y', b: 2 } } };
    expect(operationOf({ requestBody: { content } }).requestExample).toBe('a=x+y&b=2');
  });

  it('of a thing that contains itself ends', () => {
    const components = { schemas: { Node: { properties: { next: { $ref: '#/components/schemas/Node' } } } } };
    expect(operationOf(body({ $ref: '#/components/schemas/Node' }), { components }).requestExample).toContain('next');
  });
});

describe('where an operation of a Hub’s own description leads', () => {
  it.each([
    ['get', '/registrations', 'list'],
    ['post', '/prweb/api/ppf/v1/registrations/', 'register'],
    ['get', '/registrations/{ID}', 'read'],
    ['patch', '/v1/registrations/{registrationID}', 'edit'],
    ['delete', '/registrations/{ID}', 'delete'],
    ['post', '/registrations/{ID}/actions/enablesync', 'enableSync'],
    ['post', '/registrations/{ID}/actions/disable', 'disable'],
    ['post', '/registrations/{ID}/actions/enable', 'enable'],
    ['post', '/registrations/{ID}/actions/disablesync', 'deactivate'],
    ['post', '/registrations/{ID}/actions/reactivate', 'reactivate'],
    ['post', '/prweb/PRRestService/oauth2/v1/token', 'token'],
    ['put', '/registrations/{ID}', null],
    ['get', '/clients/{ID}/registrations', null],
    ['post', '/registrations/{ID}/{action}', null],
  ])('%s %s is %s', (method, path, tryIt) => {
    const read = readReference({ openapi: '3.0.0', paths: { [path]: { [method]: {} } } }, FROM_HUB);
    expect(read!.operations.map((operation) => operation.tryIt)).toEqual([tryIt]);
  });
});

describe('what is no description', () => {
  it.each<[JsonValue | null]>([
    [null],
    ['text'],
    [[]],
    [{}],
    [{ openapi: '3.0.0' }],
    [{ openapi: '4.0.0', paths: {} }],
    [{ swagger: '1.2', paths: {} }],
    [{ swagger: '2.0', paths: [] }],
  ])('is not taken for one: %j', (value) => {
    expect(readReference(value, FROM_HUB)).toBeNull();
  });

  it('is one that is nested without end', () => {
    let nested: JsonValue = {};
    for (let depth = 0; depth < 100_000; depth += 1) nested = { nested };
    expect(readReference({ openapi: '3.0.0', paths: { '/': { get: nested } } }, FROM_HUB)).toBeNull();
  });
});

describe('a hostile description', () => {
  it('costs no more than it may, however its parts multiply', () => {
    const wide = (name: string) =>
      Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`p${index}`, { $ref: `#/definitions/${name}` }]));
    const names = ['A', 'B', 'C', 'D', 'E', 'F'];
    const definitions = Object.fromEntries(
      names.map((name, index) => [name, { type: 'object', properties: wide(names[(index + 1) % 6]!) }]),
    );
    const post = { parameters: [{ name: 'b', in: 'body', schema: { $ref: '#/definitions/A' } }] };
    const paths = Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`/p${index}`, { post }]));
    const read = readReference({ swagger: '2.0', paths, definitions }, FROM_HUB);
    expect(read!.operations.length).toBe(1000);
    expect(Math.max(...read!.operations.map(({ fields }) => fields.length))).toBeLessThanOrEqual(200);
  });

  it('leads nowhere by references in a circle', () => {
    const definitions = { A: { $ref: '#/definitions/B' }, B: { $ref: '#/definitions/A' } };
    const post = { parameters: [{ name: 'b', in: 'body', schema: { $ref: '#/definitions/A' } }] };
    const read = readReference({ swagger: '2.0', paths: { '/x': { post } }, definitions }, FROM_HUB);
    expect(read!.operations[0]!.fields).toEqual([]);
  });

  it('cannot turn its text around', () => {
    expect(operationOf({ summary: 'a\u202eb\u0000c' }).summary).toBe('abc');
  });

  it('never throws, whatever it holds', () => {
    const keys = fc.constantFrom(
      ...[
        'get',
        'post',
        '/a',
        '$ref',
        'properties',
        'items',
        'allOf',
        'anyOf',
        'parameters',
        'responses',
        '200',
        'schema',
      ],
      ...[
        'content',
        'application/json',
        'example',
        'examples',
        'type',
        'enum',
        'required',
        'servers',
        'url',
        'tags',
        'in',
      ],
      ...['name', '__proto__', 'constructor', 'x-also', 'requestBody', 'default', 'const', 'description', 'value'],
    );
    const { tree } = fc.letrec<{ tree: JsonValue }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'medium' },
        fc.constantFrom<JsonValue>('#/paths/~1a', '#/', 'body', 'object', 'array', 1, null, true, ''),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 5 }),
      ),
    }));
    fc.assert(
      fc.property(tree, fc.constantFrom(OURS, FROM_HUB), (item, origin) => {
        const read = readReference(
          { openapi: '3.0.0', info: item, paths: { '/a': { post: item, get: item } } },
          origin,
        );
        expect(read).not.toBeNull();
        expect(structuredClone(read)).toEqual(read);
      }),
      { numRuns: 400 },
    );
  });
});
