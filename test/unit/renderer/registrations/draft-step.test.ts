import { describe, expect, it } from 'vitest';
import type { DraftPlan } from '#contract/drafts.ts';
import {
  changesToSend,
  formField,
  keptFields,
  typedFields,
} from '../../../../renderer/features/registrations/drafts/draft-fields.ts';
import {
  afterRefusal,
  atFirst,
  canSend,
  contested,
  leftToTheHub,
  planned,
  type EditPlan,
  type Planned,
} from '../../../../renderer/features/registrations/drafts/draft-step.ts';
import { editDraft, registerDraft } from '../../../screens/registrations/sample-drafts.ts';
import { sampleRegistration } from '../../../screens/registrations/sample-registrations.ts';

const plan: EditPlan = {
  kind: 'edit',
  problems: [],
  registration: sampleRegistration(),
  changes: [
    { field: 'platform', before: 'Other', after: 'Pega' },
    { field: 'systemURL', before: 'https://b.example', after: 'https://c.example' },
  ],
  conflicts: [
    { field: 'systemURL', before: 'https://a.example', after: 'https://b.example' },
    { field: 'weighting', before: '1', after: '2' },
  ],
};

function shown(of: DraftPlan, accepted: readonly string[] = []): Planned {
  const step = planned(of);
  if (step.kind !== 'planned') throw new Error('a plan is planned');
  return { ...step, accepted: new Set(accepted) };
}

describe('a draft', () => {
  it('can be sent only after its plan was shown', () => {
    expect(canSend(atFirst)).toBe(false);
    expect(canSend({ kind: 'planning' })).toBe(false);
    expect(canSend({ kind: 'sending' })).toBe(false);
    expect(canSend({ kind: 'unknown', failure: { code: 'outcomeUnknown', cause: 'timeout' } })).toBe(false);
    expect(canSend(shown({ kind: 'register', problems: [], twins: [] }))).toBe(true);
  });

  it('cannot be sent with problems, without its registration, or with nothing to send', () => {
    const problems = [{ field: 'systemUrl', problem: 'required' as const }];
    expect(canSend(shown({ kind: 'register', problems, twins: [] }))).toBe(false);
    expect(canSend(shown({ kind: 'gone' }))).toBe(false);
    expect(canSend(shown({ ...plan, problems }))).toBe(false);
    expect(canSend(shown({ ...plan, changes: [], conflicts: [] }))).toBe(false);
  });

  it('leaves to the Hub what somebody else changed, unless the person says otherwise', () => {
    expect(contested(plan)).toEqual([
      {
        field: 'systemUrl',
        whenBegun: 'https://a.example',
        onTheHub: 'https://b.example',
        inTheDraft: 'https://c.example',
      },
    ]);
    expect(leftToTheHub(shown(plan))).toEqual(new Set(['systemUrl']));
    expect(leftToTheHub(shown(plan, ['systemUrl']))).toEqual(new Set());
    const onlyContested = { ...plan, changes: plan.changes.slice(1) };
    expect(canSend(shown(onlyContested))).toBe(false);
    expect(canSend(shown(onlyContested, ['systemUrl']))).toBe(true);
  });

  it('is in doubt only after what may have arrived', () => {
    const step = shown(plan);
    expect(afterRefusal(step, { code: 'outcomeUnknown', cause: 'timeout' }).kind).toBe('unknown');
    expect(afterRefusal(step, { code: 'unexpected', reference: 'a1' }).kind).toBe('unknown');
    expect(afterRefusal(step, { code: 'secretLocked' })).toEqual({ ...step, failure: { code: 'secretLocked' } });
  });
});

describe('what a draft holds', () => {
  it('is the same after it was kept and opened', () => {
    const typed = typedFields(registerDraft().fields);
    expect(typed.productionLevel).toBe(2);
    expect(keptFields(typed)).toEqual(registerDraft().fields);
    expect(keptFields(typedFields(registerDraft({ productionLevel: '' }).fields)).productionLevel).toBe('');
  });

  it('is sent by the form’s names, its level as a number, without what is left to the Hub', () => {
    const { edit } = editDraft({ platform: 'Pega', productionLevel: '4', weighting: '2' });
    expect(changesToSend(edit, new Set(['weighting']))).toEqual({ platform: 'Pega', productionLevel: 4 });
  });

  it('is not sent where it does not fit the form', () => {
    expect(changesToSend(editDraft({ productionLevel: 'high' }).edit, new Set())).toBeNull();
    expect(changesToSend(editDraft({ systemUrl: 'no address' }).edit, new Set())).toBeNull();
  });

  it('is known by the form’s names and the Hub’s', () => {
    expect(formField('applicationDescription')).toBe('description');
    expect(formField('systemUrl')).toBe('systemUrl');
  });
});
