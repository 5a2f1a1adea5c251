import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeEdit, judgeNewRegistration } from '../../../../../main/practice-hub/registrations/registration-input.ts';

const SAMPLE = {
  systemURL: 'https://ap15.uplustelco.example',
  applicationName: 'SalesDesk3',
  applicationLabel: 'uPlusTelco - Sales Desk 3',
  applicationDescription: 'Sales Desk application captures sales information',
  platform: 'uPlusTelco',
  productionLevel: 2,
};

function problemFields(body: unknown): string[] {
  const judged = judgeNewRegistration(body);
  return judged.kind === 'bad' ? judged.problems.map(({ field }) => field) : [];
}

describe('the body of Create', () => {
  it('is accepted as the documentation shows it', () => {
    expect(judgeNewRegistration(SAMPLE)).toEqual({
      kind: 'good',
      fields: {
        systemUrl: 'https://ap15.uplustelco.example',
        applicationName: 'SalesDesk3',
        applicationLabel: 'uPlusTelco - Sales Desk 3',
        applicationDescription: 'Sales Desk application captures sales information',
        platform: 'uPlusTelco',
        productionLevel: 2,
        weighting: 1,
      },
    });
  });

  it('may leave out only the description', () => {
    const entries = Object.entries(SAMPLE).filter(([field]) => field !== 'applicationDescription');
    expect(judgeNewRegistration(Object.fromEntries(entries)).kind).toBe('good');
    expect(problemFields({})).toEqual([
      'systemURL',
      'applicationName',
      'applicationLabel',
      'platform',
      'productionLevel',
    ]);
  });

  it.each([
    ['productionLevel', '2'],
    ['productionLevel', 0],
    ['productionLevel', 6],
    ['productionLevel', 2.5],
    ['systemURL', 'http://ap15.uplustelco.example'],
    ['systemURL', 'ap15.uplustelco.example'],
    ['systemURL', 'https://user:word@ap15.uplustelco.example'],
    ['applicationName', 'Sales Desk'],
    ['applicationName', '3SalesDesk'],
    ['applicationName', 'S'.repeat(65)],
    ['applicationLabel', '   '],
    ['applicationLabel', 'Sales\u0007Desk'],
    ['applicationDescription', 'with a \u0000 in it'],
    ['platform', ''],
    ['platform', 7],
    ['ID', 'REG-1'],
    ['status', 'Active'],
    ['weighting', '2'],
  ])('is refused for %s = %j, and the field is named', (field, value) => {
    expect(problemFields({ ...SAMPLE, [field]: value })).toEqual([field]);
  });

  it('names every field that is wrong at once', () => {
    expect(problemFields({ ...SAMPLE, systemURL: 'x', platform: '', productionLevel: 9 })).toEqual([
      'systemURL',
      'platform',
      'productionLevel',
    ]);
  });

  it('keeps line breaks in the description', () => {
    expect(problemFields({ ...SAMPLE, applicationDescription: 'one\r\n\ttwo' })).toEqual([]);
  });

  it('never makes the judge throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (body) => {
        expect(['good', 'bad']).toContain(judgeNewRegistration(body).kind);
        expect(['good', 'bad']).toContain(judgeEdit(body).kind);
      }),
    );
  });
});

describe('the body of Edit', () => {
  it('may change the description and the weighting, as the documentation shows it', () => {
    expect(judgeEdit({ applicationDescription: 'New words', weighting: '2' })).toEqual({
      kind: 'good',
      fields: { applicationDescription: 'New words', weighting: 2 },
    });
  });

  it.each([
    [{}, ['']],
    [[], ['']],
    [null, ['']],
    [{ applicationName: 'Other' }, ['applicationName']],
    [{ clientID: '1' }, ['clientID']],
    [{ weighting: 2 }, ['weighting']],
    [{ weighting: '101' }, ['weighting']],
    [{ weighting: '-1' }, ['weighting']],
  ])('is refused for %j', (body, fields) => {
    const judged = judgeEdit(body);
    expect(judged.kind === 'bad' && judged.problems.map(({ field }) => field)).toEqual(fields);
  });

  it('is not taken in by names that every object has', () => {
    expect(judgeEdit(JSON.parse('{"__proto__": {"weighting": "2"}}')).kind).toBe('bad');
    expect(judgeEdit({ constructor: 'x' }).kind).toBe('bad');
  });
});
