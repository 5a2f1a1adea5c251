import { describe, expect, it } from 'vitest';
import type { RegistrationDraftFields } from '#contract/draft-inputs.ts';
import type { EditBase } from '#contract/life-cycle-inputs.ts';
import type { JsonObject, Registration } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import { draftService } from '../../../../../main/core/drafts/draft-service.ts';
import type { Looking } from '../../../../../main/core/drafts/plan-draft.ts';
import { emptyStoredDrafts } from '../../../../../main/core/drafts/stored-drafts.ts';
import { readRegistration } from '../../../../../main/core/registrations/registration.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

const HUB = {
  id: 'hub',
  name: 'Hub',
  baseUrl: 'https://hub.example/prweb/api/ppf/v1',
  isPracticeHub: false,
  credentialInUseId: null,
  credentials: [],
};

const whole: RegistrationDraftFields = {
  systemUrl: 'https://desk.example.com',
  applicationName: ' SalesDesk9 ',
  applicationLabel: 'Sales Desk 9',
  description: '',
  platform: 'Pega',
  productionLevel: '2',
};
const nothing: RegistrationDraftFields = {
  systemUrl: '',
  applicationName: '',
  applicationLabel: '',
  description: '',
  platform: '',
  productionLevel: '',
};
const base: EditBase = {
  systemUrl: 'https://ap15.uplustelco.com',
  applicationName: 'SalesDesk3',
  applicationLabel: 'uPlusTelco - Sales Desk 3',
  description: 'Sales Desk application captures sales information',
  platform: 'uPlusTelco',
  productionLevel: '2',
  weighting: '1',
};

function registrationWith(changes: JsonObject = {}): Registration {
  const registration = readRegistration(wireRegistration(changes));
  if (registration === null) throw new Error('no registration');
  return registration;
}

function setUp(look: Partial<Looking> = {}) {
  const store = memoryRecordStore(emptyStoredDrafts);
  const clock = fixedClock();
  const asked: object[] = [];
  let lastId = 0;
  let changes = 0;
  const registrations: Looking = {
    lookUp: (input) => {
      asked.push(input);
      return look.lookUp?.(input) ?? Promise.resolve(ok([]));
    },
    read: (input) => {
      asked.push(input);
      return look.read?.(input) ?? Promise.resolve(ok(registrationWith()));
    },
  };
  const service = draftService({
    store,
    book: { findHub: (hubId) => (hubId === 'gone' ? null : { ...HUB, id: hubId }) },
    registrations,
    clock,
    newId: () => `draft-${(lastId += 1)}`,
    onChanged: () => (changes += 1),
  });
  const keep = (fields: RegistrationDraftFields = whole, hubId = 'hub') =>
    service.drafts.keep({ kind: 'register', hubId, fields });
  const keepEdit = (edited: Partial<EditBase>) =>
    service.drafts.keep({
      kind: 'edit',
      hubId: 'hub',
      edit: { registrationId: 'REG-22951', applicationName: 'SalesDesk3', base, changes: edited },
    });
  /** Keeps the edit and asks what it would do now. */
  const planOf = async (edited: Partial<EditBase>) => {
    await keepEdit(edited);
    return service.drafts.plan({ draftId: `draft-${lastId}` });
  };
  return { ...service, store, clock, asked, keep, keepEdit, planOf, changes: () => changes };
}

describe('a draft', () => {
  it('is kept as it was typed, incomplete as it may be, and nobody is asked', async () => {
    const { drafts, keep, clock, asked, changes } = setUp();
    const draft = { kind: 'register', hubId: 'hub', fields: nothing, id: 'draft-1', savedAtMs: clock.nowMs() };
    expect(await keep(nothing)).toEqual(ok(draft));
    expect(await drafts.list()).toEqual(ok([draft]));
    expect(asked).toEqual([]);
    expect(changes()).toBe(1);
  });

  it('that was saved last comes first', async () => {
    const { drafts, keep, clock } = setUp();
    await keep();
    await keep();
    clock.advance(1000);
    const again = await drafts.keep({ kind: 'register', hubId: 'hub', draftId: 'draft-1', fields: nothing });
    expect(again).toMatchObject({ value: { id: 'draft-1', savedAtMs: clock.nowMs(), fields: nothing } });
    expect(await drafts.list()).toMatchObject({ value: [{ id: 'draft-1' }, { id: 'draft-2' }] });
  });

  it('that another window removed cannot be kept again under its name', async () => {
    const { drafts, keep } = setUp();
    await keep();
    expect(await drafts.remove({ draftId: 'draft-1' })).toEqual(ok(null));
    const missing = fail({ code: 'savedDraftMissing' });
    expect(await drafts.keep({ kind: 'register', hubId: 'hub', draftId: 'draft-1', fields: whole })).toEqual(missing);
    expect(await drafts.remove({ draftId: 'draft-1' })).toEqual(missing);
    expect(await drafts.plan({ draftId: 'draft-1' })).toEqual(missing);
    expect(await drafts.list()).toEqual(ok([]));
  });

  it('of a hub that is not saved is not kept', async () => {
    const { keep } = setUp();
    expect(await keep(whole, 'gone')).toEqual(fail({ code: 'hubMissing' }));
  });

  it('that the disk refuses is not kept, and the others stay', async () => {
    const { drafts, keep, store, changes } = setUp();
    await keep();
    store.refuse('full');
    expect(await keep()).toEqual(fail({ code: 'storageFailed', cause: 'full' }));
    expect(await drafts.list()).toMatchObject({ value: [{ id: 'draft-1' }] });
    expect(changes()).toBe(1);
  });

  it('is one of at most a thousand; one of them can still be kept again', async () => {
    const { drafts, keep, store } = setUp();
    await keep();
    const [draft] = store.read().drafts;
    store.write({
      formatVersion: 1,
      drafts: Array.from({ length: 1000 }, (_, index) => ({ ...draft!, id: `d${index}` })),
    });
    expect(await keep()).toMatchObject({ ok: false, failure: { code: 'inputInvalid' } });
    expect(await drafts.keep({ kind: 'register', hubId: 'hub', draftId: 'd7', fields: nothing })).toMatchObject({
      ok: true,
    });
  });

  it('goes with its hub, and no other does', async () => {
    const { drafts, keep, removeOfHub, changes } = setUp();
    await keep();
    await keep(whole, 'other');
    expect(removeOfHub('hub')).toEqual(ok(null));
    expect(await drafts.list()).toMatchObject({ value: [{ hubId: 'other' }] });
    expect(removeOfHub('hub')).toEqual(ok(null));
    expect(changes()).toBe(3);
  });
});

describe('the plan of a new registration', () => {
  it('is free to be sent when nothing is wrong and nobody has its name', async () => {
    const { drafts, keep, asked } = setUp();
    await keep();
    expect(await drafts.plan({ draftId: 'draft-1' })).toEqual(ok({ kind: 'register', problems: [], twins: [] }));
    expect(asked).toEqual([{ hubId: 'hub', applicationName: 'SalesDesk9' }]);
  });

  it('shows who has the same name on the Hub now', async () => {
    const twin = registrationWith({ applicationName: 'SalesDesk9' });
    const { drafts, keep } = setUp({ lookUp: () => Promise.resolve(ok([twin])) });
    await keep();
    expect(await drafts.plan({ draftId: 'draft-1' })).toMatchObject({ value: { twins: [{ id: twin.id }] } });
  });

  it('names every field that stands in the way, and looks for no empty name', async () => {
    const { drafts, keep, asked } = setUp();
    await keep({ ...nothing, systemUrl: 'desk', productionLevel: '2.5' });
    expect(await drafts.plan({ draftId: 'draft-1' })).toEqual(
      ok({
        kind: 'register',
        twins: [],
        problems: [
          { field: 'systemUrl', problem: 'malformedUrl' },
          { field: 'applicationName', problem: 'required' },
          { field: 'applicationLabel', problem: 'required' },
          { field: 'platform', problem: 'required' },
          { field: 'productionLevel', problem: 'notWhole' },
        ],
      }),
    );
    expect(asked).toEqual([]);
  });

  it('is not made up when the Hub cannot be asked', async () => {
    const away = fail({ code: 'hubUnreachable', cause: 'dns', host: 'hub.example' } as const);
    const { drafts, keep } = setUp({ lookUp: () => Promise.resolve(away) });
    await keep();
    expect(await drafts.plan({ draftId: 'draft-1' })).toEqual(away);
  });
});

describe('the plan of an edit', () => {
  it('leads from the Hub’s value of now to the draft’s', async () => {
    const { planOf } = setUp();
    expect(await planOf({ description: ' Captures sales ', productionLevel: '3' })).toMatchObject({
      value: {
        kind: 'edit',
        problems: [],
        registration: { id: 'REG-22951' },
        changes: [
          { field: 'description', before: base.description, after: 'Captures sales' },
          { field: 'productionLevel', before: '2', after: '3' },
        ],
        conflicts: [],
      },
    });
  });

  it('tells of the draft’s own fields which somebody else changed meanwhile, and of no others', async () => {
    const { planOf } = setUp({
      read: () => Promise.resolve(ok(registrationWith({ platform: 'SAP', applicationLabel: 'Desk three' }))),
    });
    expect(await planOf({ platform: 'Pega' })).toMatchObject({
      value: {
        changes: [{ field: 'platform', before: 'SAP', after: 'Pega' }],
        conflicts: [{ field: 'platform', before: 'uPlusTelco', after: 'SAP' }],
      },
    });
  });

  it('is empty where the Hub has it all already, whoever changed it', async () => {
    const { planOf } = setUp({ read: () => Promise.resolve(ok(registrationWith({ platform: 'Pega' }))) });
    expect(await planOf({ platform: 'Pega', weighting: '1' })).toMatchObject({ value: { changes: [], conflicts: [] } });
  });

  it.each([
    [{ productionLevel: '' }, 'productionLevel', 'required'],
    [{ productionLevel: '9' }, 'productionLevel', 'outOfRange'],
    [{ applicationLabel: ' ' }, 'applicationLabel', 'required'],
    [{ weighting: 'much' }, 'weighting', 'notWhole'],
  ])('says what stands in the way: %o', async (edited, field, problem) => {
    const { planOf } = setUp();
    expect(await planOf(edited)).toMatchObject({ value: { problems: [{ field, problem }] } });
  });

  it('is gone when its registration is', async () => {
    const { planOf } = setUp({ read: () => Promise.resolve(fail({ code: 'registrationGone' })) });
    expect(await planOf({ platform: 'Pega' })).toEqual(ok({ kind: 'gone' }));
  });
});
