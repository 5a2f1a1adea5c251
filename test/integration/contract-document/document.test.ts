// The description of the Hub's API by itself: it is one, it says of everything how well it is known, its examples fit.
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { ownReferenceText, parseYaml } from '../../../main/adapters/yaml-reference.ts';
import { readReference } from '../../../main/core/reference/read-reference.ts';
import { contractText, documentedExamples, operations, schemaProblems, sourceKeys } from './contract-document.ts';

const reference = async () =>
  readReference(await parseYaml(await ownReferenceText()), { source: 'ours', address: null })!;

describe('docs/hub-api.openapi.yaml', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const validator = new Validator();
    expect(await validator.validate(contractText)).toMatchObject({ valid: true });
    expect(validator.version).toBe('3.1');
  });

  it('is what the app shows, operation for operation', async () => {
    const shown = new Set((await reference()).operations.map(({ method, path }) => `${method} ${path}`));
    const base = '/prweb/api/ppf/v1';
    const documented = operations.map(({ method, path }) => `${method} ${path.replace(base, '')}`);
    expect([...shown].sort()).toEqual(documented.sort());
  });

  it('says of every operation how well it is known and from where', async () => {
    const { operations: shown } = await reference();
    const bare = shown.filter(
      ({ evidence, sources, summary }) => evidence === null || sources === '' || summary === '',
    );
    expect(bare).toEqual([]);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
  });

  it('says what every key of a source stands for', async () => {
    const named = (await reference()).operations.flatMap(({ sources }) => sources.match(/\b[A-Z]\d[a-z]?\b/g) ?? []);
    const known = sourceKeys();
    expect(named.filter((key) => !known.includes(key))).toEqual([]);
    expect(known.length).toBeGreaterThan(20);
  });

  it('leads from every call that the app can make to its form', async () => {
    const { operations: shown } = await reference();
    expect(shown.flatMap(({ tryIt }) => (tryIt === null ? [] : [tryIt])).sort()).toEqual([
      'deactivate',
      'delete',
      'disable',
      'edit',
      'enable',
      'enableSync',
      'list',
      'reactivate',
      'read',
      'register',
      'token',
    ]);
  });

  it.each([...documentedExamples()])('has an example that fits its schema at %s', (_at, { schema, value }) => {
    expect(schemaProblems(schema, value)).toEqual([]);
  });
});
