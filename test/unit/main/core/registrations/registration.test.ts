import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import {
  readRegistration,
  readRegistrations,
  writeFields,
} from '../../../../../main/core/registrations/registration.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

/** Any JSON, and any object whose names do not spell a secret. */
const anyJson = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as JsonValue);
const isInnocent = (value: unknown) => !/client[\s_.-]*secret/i.test(JSON.stringify(value));
const extras = fc.dictionary(fc.string(), anyJson).filter(isInnocent);

describe('a registration of the Hub', () => {
  test('is read field by field', () => {
    expect(readRegistration(wireRegistration())).toEqual({
      id: 'REG-22951',
      applicationName: 'SalesDesk3',
      applicationLabel: 'uPlusTelco - Sales Desk 3',
      description: 'Sales Desk application captures sales information',
      platform: 'uPlusTelco',
      productionLevel: '2',
      systemUrl: 'https://ap15.uplustelco.com',
      status: { kind: 'synchronizing', raw: 'Open-SyncProgress' },
      weighting: '1',
      syncErrors: '0',
      clientId: '69747281128570844473',
      createdAtMs: Date.UTC(2021, 3, 21, 16, 47, 37, 626),
      createdBy: 'user1',
      updatedAtMs: Date.UTC(2021, 3, 21, 16, 55, 27, 911),
      updatedBy: 'user2',
      lastTaskSyncedAtMs: null,
      wire: wireRegistration(),
      withheldFields: [],
    });
  });

  test('may have numbers for texts', () => {
    const read = readRegistration(wireRegistration({ productionLevel: 2, weighting: 1.5, syncErrors: 0, ID: 7 }));
    expect(read).toMatchObject({ id: '7', productionLevel: '2', weighting: '1.5', syncErrors: '0' });
  });

  test('may have nothing but an ID', () => {
    expect(readRegistration({ ID: 'REG-1' })).toMatchObject({
      id: 'REG-1',
      applicationName: '',
      status: { kind: 'unknown', raw: '' },
      createdAtMs: null,
      wire: { ID: 'REG-1' },
    });
  });

  test.each([null, 'REG-1', 1, [], [wireRegistration()], {}, { ID: '' }, { ID: null }, { ID: {} }, undefined])(
    'is not %j',
    (value) => {
      expect(readRegistration(value)).toBeNull();
    },
  );

  test('survives the round trip whatever extra it carries', () => {
    fc.assert(
      fc.property(extras, (extra) => {
        const wire = { ...extra, ...wireRegistration() } satisfies JsonObject;
        const read = readRegistration(JSON.parse(JSON.stringify(wire)) as JsonValue);
        expect(structuredClone(read)?.wire).toEqual(JSON.parse(JSON.stringify(wire)));
        expect(read).toMatchObject({ id: 'REG-22951', withheldFields: [] });
      }),
    );
  });

  test('survives a field that is called __proto__', () => {
    const text = '{"ID":"REG-1","__proto__":{"polluted":true},"pair":{"clientSecret":"x","__proto__":1}}';
    const read = readRegistration(JSON.parse(text) as JsonValue);
    expect(JSON.stringify(read?.wire)).toBe('{"ID":"REG-1","__proto__":{"polluted":true},"pair":{"__proto__":1}}');
    expect('polluted' in {}).toBe(false);
  });

  test('never makes the reader throw', () => {
    fc.assert(
      fc.property(anyJson, (value) => {
        readRegistration(value);
        readRegistrations(value);
        readRegistration({ ...wireRegistration(), status: value, createDateTime: value, applicationName: value });
      }),
    );
  });
});

describe('a secret in a registration', () => {
  test.each(['clientSecret', 'client_secret', 'Client Secret', 'CLIENTSECRET', 'pyClientSecretValue', 'client-secret'])(
    'is withheld under the name %j',
    (name) => {
      const read = readRegistration(wireRegistration({ [name]: 'FAKE-SECRET' }));
      expect(read?.withheldFields).toEqual([name]);
      expect(read?.wire).toEqual(wireRegistration());
    },
  );

  test('is withheld wherever it stands, and nothing else is', () => {
    const read = readRegistration(
      wireRegistration({
        pair: { clientID: '1', clientSecret: 'FAKE-SECRET' },
        pairs: [[{ a: 1 }, { client_secret: { deeper: 'FAKE-SECRET' } }], 'kept'],
        secretary: 'kept',
      }),
    );
    expect(read?.withheldFields).toEqual(['pair.clientSecret', 'pairs.0.1.client_secret']);
    expect(read?.wire).toEqual(
      wireRegistration({ pair: { clientID: '1' }, pairs: [[{ a: 1 }, {}], 'kept'], secretary: 'kept' }),
    );
  });

  test('is never handed out, at any depth', () => {
    const name = fc.constantFrom('clientSecret', 'client secret', 'x_Client_Secret_y');
    const path = fc.array(fc.oneof(fc.string(), fc.nat(2)), { maxLength: 12 });
    fc.assert(
      fc.property(name, path, (secretName, steps) => {
        const wrap = (value: JsonValue, step: string | number): JsonValue =>
          typeof step === 'number' ? [...Array<JsonValue>(step).fill(0), value] : { [step]: value };
        const nested = steps.reduceRight(wrap, { [secretName]: 'FAKE-SECRET' } as JsonValue);
        const read = readRegistration(wireRegistration({ nested }));
        expect(JSON.stringify(read)).not.toContain('FAKE-SECRET');
        expect(read?.withheldFields).toHaveLength(1);
      }),
    );
  });

  test('cannot hide in a depth that nobody searches: what is too deep is withheld as a whole', () => {
    const deep = (levels: number): JsonValue =>
      JSON.parse(`${'{"a":['.repeat(levels)}{"clientSecret":"FAKE-SECRET"}${']}'.repeat(levels)}`) as JsonValue;
    for (const levels of [20, 32, 33, 100, 100_000]) {
      const read = readRegistration(wireRegistration({ deep: deep(levels) }));
      expect(JSON.stringify(read)).not.toContain('FAKE-SECRET');
      expect(read?.withheldFields).toHaveLength(1);
    }
  });
});

describe('a list of the Hub', () => {
  const one = wireRegistration({ ID: 'REG-1' });
  const two = wireRegistration({ ID: 'REG-2' });
  const ids = (value: JsonValue) => readRegistrations(value)?.map(({ id }) => id) ?? null;

  test.each<[string, JsonValue, string[] | null]>([
    ['as documented', { registrations: [one, two] }, ['REG-1', 'REG-2']],
    ['with more beside it', { pxObjClass: 'x', registrations: [one] }, ['REG-1']],
    ['without its envelope', [one, two], ['REG-1', 'REG-2']],
    ['of a single one that is no list', { registrations: one }, ['REG-1']],
    ['that is empty', { registrations: [] }, []],
    ['that is left out', {}, []],
    ['that is null', { registrations: null }, []],
    ['that is an empty text', { registrations: '' }, []],
    ['with things that are no registration', { registrations: [one, null, 'x', { ID: '' }, two] }, ['REG-1', 'REG-2']],
    ['of nothing but such things', { registrations: [{ name: 'x' }] }, null],
    ['that is another object', { version: '1.0' }, null],
    ['that is a text', 'registrations', null],
    ['that is null altogether', null, null],
  ])('%s', (_what, value, expected) => {
    expect(ids(value)).toEqual(expected);
  });

  test('has every ID once: of two entries the later counts', () => {
    const read = readRegistrations([one, two, wireRegistration({ ID: 'REG-1', status: 'Active' })]);
    expect(read?.map(({ id, status }) => [id, status.raw])).toEqual([
      ['REG-1', 'Active'],
      ['REG-2', 'Open-SyncProgress'],
    ]);
  });
});

test('the form is written in the Hub’s words, with its number as a number', () => {
  const form = {
    systemUrl: 'https://ap15.uplustelco.com',
    applicationName: 'SalesDesk3',
    applicationLabel: 'Sales Desk 3',
    description: '',
    platform: 'uPlusTelco',
    productionLevel: 2,
  };
  expect(writeFields(form)).toEqual({
    systemURL: 'https://ap15.uplustelco.com',
    applicationName: 'SalesDesk3',
    applicationLabel: 'Sales Desk 3',
    applicationDescription: '',
    platform: 'uPlusTelco',
    productionLevel: 2,
  });
});
