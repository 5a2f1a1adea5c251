import { describe, expect, it } from 'vitest';
import {
  alreadyNamed,
  checked,
  emptyDraft,
  isEmpty,
  platformsIn,
  problemsOfField,
} from '../../../../renderer/features/registrations/register/registration-draft.ts';
import { sampleRegistration, threeRegistrations } from '../../../screens/registrations/sample-registrations.ts';

const whole = {
  systemUrl: ' https://desk.example.com ',
  applicationName: 'SalesDesk9',
  applicationLabel: 'Sales Desk 9',
  description: '',
  platform: 'Pega',
  productionLevel: 2,
};

describe('what is typed', () => {
  it('can be sent when it is whole, without the blanks around it', () => {
    expect(checked(whole)).toEqual({ form: { ...whole, systemUrl: 'https://desk.example.com' } });
  });

  it('names every field that is missing', () => {
    const result = checked(emptyDraft);
    expect('problems' in result && result.problems).toEqual([
      { field: 'systemUrl', problem: 'required' },
      { field: 'applicationName', problem: 'required' },
      { field: 'applicationLabel', problem: 'required' },
      { field: 'platform', problem: 'required' },
      { field: 'productionLevel', problem: 'required' },
    ]);
  });

  it('is hinted at one field at a time, and never while it is empty', () => {
    const draft = { ...emptyDraft, systemUrl: 'desk', applicationName: 'a\u0007b' };
    expect(problemsOfField(draft, 'systemUrl')).toEqual([{ field: 'systemUrl', problem: 'malformedUrl' }]);
    expect(problemsOfField(draft, 'applicationName')).toEqual([
      { field: 'applicationName', problem: 'controlCharacters' },
    ]);
    expect(problemsOfField(draft, 'platform')).toEqual([]);
  });

  it('is empty only when nothing is typed or chosen', () => {
    expect(isEmpty(emptyDraft)).toBe(true);
    expect(isEmpty({ ...emptyDraft, productionLevel: 1 })).toBe(false);
    expect(isEmpty({ ...emptyDraft, description: ' ' })).toBe(false);
  });
});

describe('what is known already', () => {
  it('is found by its name, case and blanks aside', () => {
    expect(alreadyNamed(threeRegistrations, ' salesdesk3 ')?.id).toBe('REG-22951');
    expect(alreadyNamed(threeRegistrations, 'SalesDesk')).toBeUndefined();
    expect(alreadyNamed([sampleRegistration({ applicationName: '' })], '  ')).toBeUndefined();
  });

  it('proposes the platforms seen, the most frequent first', () => {
    const seen = ['', 'Pega', 'SAP', 'Pega'].map((platform, index) =>
      sampleRegistration({ ID: `R${index}`, platform }),
    );
    expect(platformsIn(seen)).toEqual(['Pega', 'SAP']);
  });
});
