import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonValue } from '#contract/registration.ts';
import { readProblems } from '../../../../../main/core/registrations/hub-problems.ts';

const refused = (field: string, message: string) => ({ field, problem: 'refusedByHub', message });

describe('the words of a refusal', () => {
  test('are read in Pega’s version 1 style', () => {
    const body = {
      pxObjClass: 'Pega-API-Common',
      errors: [
        { ID: 'Pega_API_001', message: 'Invalid request data', pxObjClass: 'Pega-API-Error' },
        { ID: 'Pega_API_019', message: 'Insufficient privilege' },
      ],
    };
    expect(readProblems(body)).toEqual({ message: 'Invalid request data Insufficient privilege', fields: [] });
  });

  test('are read in Pega’s version 1 style with validation messages', () => {
    const body = {
      errors: [
        {
          ID: 'Pega_API_025',
          message: 'Validation failed',
          ValidationMessages: [
            { Path: '.systemURL', ValidationMessage: 'Enter a valid URL' },
            { Path: '', ValidationMessage: 'The system is not known' },
          ],
        },
      ],
    };
    expect(readProblems(body)).toEqual({
      message: 'The system is not known',
      fields: [refused('systemUrl', 'Enter a valid URL')],
    });
  });

  test('are read in Pega’s version 2 style', () => {
    const body = {
      errorClassification: 'Invalid inputs',
      localizedValue: 'The given inputs to the API are invalid.',
      errorDetails: [
        {
          message: 'Error_Not_Unique',
          erroneousInputOutputFieldInPage: '.applicationName',
          localizedValue: 'This name is taken.',
        },
        { message: 'Error_General', erroneousInputOutputFieldInPage: '', localizedValue: '' },
      ],
    };
    expect(readProblems(body)).toEqual({
      message: 'Error_General',
      fields: [refused('applicationName', 'This name is taken.')],
    });
  });

  test('fall back to the heading of a version 2 body without details', () => {
    expect(readProblems({ localizedValue: 'Not allowed now.', errorDetails: [] })).toEqual({
      message: 'Not allowed now.',
      fields: [],
    });
  });

  test.each([
    [{ message: 'Forbidden' }, 'Forbidden'],
    [{ error: 'invalid_token', error_description: 'The token expired' }, 'The token expired'],
    [{ error: 'invalid_token' }, 'invalid_token'],
    [{ type: 'about:blank', title: 'Bad Request', detail: 'No body' }, 'No body'],
    [{ errors: [{ ID: 'Pega_API_055' }] }, 'Pega_API_055'],
  ])('are found in %j', (body, message) => {
    expect(readProblems(body)).toEqual({ message, fields: [] });
  });

  test.each([null, 'text', [], {}, { errors: [] }, { errors: ['x'] }, { errors: 'x' }, { message: ' ' }, { a: 1 }])(
    'are not found in %j',
    (body) => {
      expect(readProblems(body as JsonValue)).toBeNull();
    },
  );

  test.each([
    ['.systemURL', 'systemUrl'],
    ['systemUrl', 'systemUrl'],
    ['pyWorkPage.SystemURL', 'systemUrl'],
    ['system_url', 'systemUrl'],
    ['applicationDescription', 'description'],
    ['platform', 'platform'],
    ['productionLevel', 'productionLevel'],
  ])('stand under the field that %j points at', (place, field) => {
    const body = { errorDetails: [{ localizedValue: 'No.', erroneousInputOutputFieldInPage: place }] };
    expect(readProblems(body)).toEqual({ message: null, fields: [refused(field, 'No.')] });
  });

  test.each([
    ['systemURL: must start with https://', 'systemUrl'],
    ['The value of productionLevel must be 1 to 5', 'productionLevel'],
    ['platform is required', 'platform'],
    ['weighting: must be a number', 'weighting'],
    ['applicationDescription is too long', 'description'],
  ])('stand under the field that %j names', (message, field) => {
    expect(readProblems({ errors: [{ ID: 'x', message }] })).toEqual({
      message: null,
      fields: [refused(field, message)],
    });
  });

  test.each([
    'The platform is being updated',
    'applicationName must differ from applicationLabel',
    'mysystemURLs are wrong',
    'The weighting is too high',
  ])('stand under no field when they say %j', (message) => {
    expect(readProblems({ errors: [{ message }] })).toEqual({ message, fields: [] });
  });

  test('of several about one field stand together, each once', () => {
    const messages = ['platform: is required', 'platform: is required', 'platform: must not be empty'];
    expect(readProblems({ errors: messages.map((message) => ({ message })) })).toEqual({
      message: null,
      fields: [refused('platform', 'platform: is required platform: must not be empty')],
    });
  });

  test('are shortened, also when there are thousands', () => {
    const errors = Array.from({ length: 5000 }, (_, index) => ({ message: `${'x'.repeat(1000)} ${index}` }));
    expect(readProblems({ errors })?.message).toHaveLength(300);
  });

  test('never make the reader throw', () => {
    fc.assert(fc.property(fc.jsonValue(), (body) => void readProblems(body as JsonValue)));
    const list = fc.array(
      fc.dictionary(fc.constantFrom('message', 'ID', 'Path', 'ValidationMessages'), fc.jsonValue()),
    );
    fc.assert(
      fc.property(list, (items) => void readProblems({ errors: items, errorDetails: items } as unknown as JsonValue)),
    );
  });
});
