import { describe, expect, test } from 'vitest';
import type { JsonObject, Registration } from '#contract/registration.ts';
import type { MatchKey } from '#contract/review.ts';
import { readRegistration } from '../../../../../main/core/registrations/registration.ts';
import { compareCopies } from '../../../../../main/core/review/compare-copies.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

function read(changes: JsonObject): Registration {
  const registration = readRegistration(wireRegistration(changes));
  if (registration === null) throw new Error('That is no registration');
  return registration;
}
const app = (applicationName: string, changes: JsonObject = {}) =>
  read({ ID: `REG-${applicationName}`, applicationName, ...changes });
const copy = (hubId: string, ...registrations: readonly Registration[]) => ({ hubId, takenAtMs: 1, registrations });
const compare = (
  left: readonly Registration[],
  right: readonly Registration[],
  { matchBy = 'applicationName', rightHub = 'h2' }: { matchBy?: MatchKey; rightHub?: string } = {},
) => compareCopies({ left: copy('h1', ...left), right: { ...copy(rightHub, ...right), takenAtMs: 2 } }, matchBy);
const names = (registrations: readonly Registration[]) => registrations.map(({ applicationName }) => applicationName);

describe('two hubs', () => {
  test('are the same when they say the same of the same applications, whatever each of them notes by itself', () => {
    const elsewhere: JsonObject = {
      ID: 'REG-9',
      clientID: '1',
      createDateTime: '20260101T000000.000 GMT',
      createOperator: 'x',
      icon: 'other',
      lastTaskSyncedDateTime: '20260101T000000.000 GMT',
      syncErrors: '12',
      updateDateTime: '20260101T000000.000 GMT',
      updateOperator: 'y',
    };
    expect(compare([app('A'), app('B')], [app('B'), app('A', elsewhere)])).toEqual({
      leftTakenAtMs: 1,
      rightTakenAtMs: 2,
      onlyLeft: [],
      onlyRight: [],
      different: [],
      sameCount: 2,
      ambiguous: [],
      ignoredFields: [
        'ID',
        'clientID',
        'createDateTime',
        'createOperator',
        'icon',
        'lastTaskSyncedDateTime',
        'syncErrors',
        'updateDateTime',
        'updateOperator',
      ],
    });
  });

  test('tell what is only here and only there, in the order of the keys', () => {
    const { onlyLeft, onlyRight, sameCount } = compare(
      [app('App10'), app('b'), app('App9')],
      [app('C'), app('b'), app('A')],
    );
    expect([names(onlyLeft), names(onlyRight), sameCount]).toEqual([['App9', 'App10'], ['A', 'C'], 1]);
  });

  test('differ by field, also in one that a side lacks', () => {
    const [left, right] = [app('A', { weighting: '2', zone: ['n'] }), app('A', { systemURL: 'https://x.example' })];
    expect(compare([left], [right]).different).toEqual([
      {
        key: 'A',
        left,
        right,
        fields: [
          { field: 'systemURL', left: 'https://ap15.uplustelco.com', right: 'https://x.example' },
          { field: 'weighting', left: '2', right: '1' },
          { field: 'zone', left: ['n'], right: null },
        ],
      },
    ]);
  });

  test.each([
    ['a number and its text', { productionLevel: 2 }, { productionLevel: '2' }],
    ['nothing and an empty text', { note: '' }, {}],
    ['null and nothing', { note: null }, {}],
    ['two spellings of one status', { status: 'Sync-InProgress' }, { status: 'Open-SyncProgress' }],
  ])('are of two versions perhaps: %s mean the same', (_what, left, right) => {
    expect(compare([app('A', left)], [app('A', right)]).sameCount).toBe(1);
  });

  test.each([
    ['two statuses', { status: 'Active' }, { status: 'Inactive' }],
    ['two statuses that nobody knows', { status: 'This' }, { status: 'That' }],
    ['an empty list and nothing', { note: [] }, {}],
    ['no and nothing', { note: false }, {}],
  ])('differ in %s', (_what, left, right) => {
    expect(compare([app('A', left)], [app('A', right)]).different).toHaveLength(1);
  });
});

describe('what makes two registrations one', () => {
  test.each([
    ['applicationLabel', { applicationLabel: 'One' }, { applicationLabel: ' One ' }],
    ['systemUrl', { systemURL: 'https://one.example/' }, { systemURL: 'https://one.example' }],
    ['id', { ID: 'REG-1' }, { ID: 'REG-1' }],
  ] as const)('can be the %s', (matchBy, left, right) => {
    expect(compare([app('A', left)], [app('B', right)], { matchBy }).different).toHaveLength(1);
    expect(compare([app('A', left)], [app('B')], { matchBy }).onlyLeft).toHaveLength(1);
  });

  test('is ambiguous when a side has it twice, which is told and not guessed at', () => {
    const twice = [app('A', { ID: 'REG-1' }), app('A', { ID: 'REG-2' })];
    const { ambiguous, onlyLeft, onlyRight, different, sameCount } = compare([...twice, app('B')], [app('A')]);
    expect(ambiguous).toEqual([{ key: 'A', leftCount: 2, rightCount: 1 }]);
    expect([names(onlyLeft), onlyRight, different, sameCount]).toEqual([['B'], [], [], 0]);
    expect(compare([], twice).ambiguous).toEqual([{ key: 'A', leftCount: 0, rightCount: 2 }]);
  });

  test('is never that both have none', () => {
    const { onlyLeft, onlyRight, ambiguous } = compare([app('')], [app(''), app(' ', { ID: 'REG-2' })]);
    expect([onlyLeft.length, onlyRight.length, ambiguous]).toEqual([1, 2, []]);
  });
});

describe('one hub at two moments', () => {
  test('leaves nothing out, and takes nothing for the same that is not', () => {
    const [before, now] = [app('A', { syncErrors: '0' }), app('A', { syncErrors: 0, updateOperator: 'x' })];
    const { different, ignoredFields } = compare([before], [now], { rightHub: 'h1', matchBy: 'id' });
    expect(ignoredFields).toEqual([]);
    expect(different[0]?.fields).toEqual([
      { field: 'syncErrors', left: '0', right: 0 },
      { field: 'updateOperator', left: 'user2', right: 'x' },
    ]);
  });
});
