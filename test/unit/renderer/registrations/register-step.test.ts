import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import {
  afterRefusal,
  failureBesideButton,
  judgeLookUp,
  type Sent,
} from '../../../../renderer/features/registrations/register/register-step.ts';
import { sampleRegistration } from '../../../screens/registrations/sample-registrations.ts';

const sent: Sent = {
  form: {
    systemUrl: 'https://desk.example.com',
    applicationName: 'SalesDesk9',
    applicationLabel: 'Sales Desk 9',
    description: '',
    platform: 'Pega',
    productionLevel: 2,
  },
  knownIds: new Set(['REG-1']),
};
const fields = Object.keys(sent.form);

function besideButton(failure: Failure): Failure | null {
  const step = afterRefusal(sent, failure);
  return step.kind === 'editing' ? failureBesideButton(step, fields) : null;
}

describe('a registration that was not accepted', () => {
  it.each<Failure>([
    { code: 'outcomeUnknown', cause: 'timeout' },
    { code: 'unexpected', reference: 'a1' },
  ])('has to be looked up after $code, since it may have been made', (failure) => {
    expect(afterRefusal(sent, failure)).toEqual({ kind: 'unknown', sent, failure, lookUp: { kind: 'notAsked' } });
  });

  it('comes back with its problems under the fields', () => {
    const problems = [{ field: 'systemUrl', problem: 'malformedUrl' }] as const;
    const step = afterRefusal(sent, { code: 'inputInvalid', fields: problems });
    expect(step).toMatchObject({ kind: 'editing', problems, reported: problems });
  });

  it('is told beside the button unless the fields tell all of it', () => {
    const about = (field: string) => ({ field, problem: 'refusedByHub', message: 'no' }) as const;
    const refused = (message: string | null, field: string): Failure => ({
      code: 'hubRefused',
      status: 400,
      message,
      fields: [about(field)],
    });
    expect(besideButton(refused(null, 'platform'))).toBeNull();
    expect(besideButton(refused('and more', 'platform'))).not.toBeNull();
    expect(besideButton(refused(null, 'elsewhere'))).not.toBeNull();
    expect(besideButton({ code: 'accessDenied', status: 403, message: null })).not.toBeNull();
  });
});

describe('looking up what became of it', () => {
  it('finds it where something new bears the name', () => {
    const fresh = sampleRegistration({ ID: 'REG-2' });
    const named = [sampleRegistration({ ID: 'REG-1' }), fresh];
    expect(judgeLookUp(sent, named)).toEqual({ kind: 'found', registrations: [fresh] });
  });

  it('does not take an older one of the same name for it', () => {
    const older = [sampleRegistration({ ID: 'REG-1' })];
    expect(judgeLookUp(sent, older)).toEqual({ kind: 'absent', older });
    expect(judgeLookUp(sent, [])).toEqual({ kind: 'absent', older: [] });
  });
});
