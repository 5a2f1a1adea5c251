// Two copies side by side: what is only here, only there, or different, and in which fields.
import type { JsonValue, Registration, SavedCopy } from '#contract/registration.ts';
import type { Comparison, Difference, MatchKey } from '#contract/review.ts';
import { statusKind } from '#contract/status-kind.ts';
import { jsonText } from '../answers/json-reading.ts';
import { isSameJson, ownField } from './field-steps.ts';

/**
 * What two hubs never have in common, though the applications are the same: what the Hub itself gives and notes
 * (hub-contract 3.3). The system URL, the production level and the weighting are not among them: somebody chose those,
 * and whether they are right is what a comparison is for.
 */
const OF_ONE_HUB: readonly string[] = [
  'ID',
  'id',
  'Id',
  'clientID',
  'createDateTime',
  'createOperator',
  'icon',
  'lastTaskSyncedDateTime',
  'syncErrors',
  'updateDateTime',
  'updateOperator',
];

/** A side of a comparison: a hub as it is, or as it was. */
export interface Sides {
  readonly left: SavedCopy;
  readonly right: SavedCopy;
}

/** Compares by what makes two registrations one. A registration without it is nobody's other half. */
export function compareCopies({ left, right }: Sides, matchBy: MatchKey): Comparison {
  const isOneHub = left.hubId === right.hubId;
  const differing = isOneHub ? differingExactly : differingAcrossHubs;
  const meetings = meetingsOf(grouped(left.registrations, matchBy), grouped(right.registrations, matchBy));
  const pairs = meetings.flatMap(({ key, pair }) => (pair === null ? [] : [{ key, pair, fields: differing(...pair) }]));
  const unpaired = meetings.filter(({ pair }) => pair === null);
  return {
    leftTakenAtMs: left.takenAtMs,
    rightTakenAtMs: right.takenAtMs,
    onlyLeft: unpaired.flatMap(({ here, isAmbiguous }) => (isAmbiguous ? [] : here)),
    onlyRight: unpaired.flatMap(({ there, isAmbiguous }) => (isAmbiguous ? [] : there)),
    different: pairs.flatMap(({ key, pair, fields }) =>
      fields.length === 0 ? [] : [{ key, left: pair[0], right: pair[1], fields }],
    ),
    sameCount: pairs.filter(({ fields }) => fields.length === 0).length,
    ambiguous: unpaired.flatMap(({ key, here, there, isAmbiguous }) =>
      isAmbiguous ? [{ key, leftCount: here.length, rightCount: there.length }] : [],
    ),
    ignoredFields: isOneHub ? [] : ignoredOf([...left.registrations, ...right.registrations]),
  };
}

type Group = readonly Registration[];

/** What there is of one key on both sides. */
interface Meeting {
  readonly key: string;
  readonly here: Group;
  readonly there: Group;
  readonly isAmbiguous: boolean;
  /** The one of each side; null when a side has none or several. */
  readonly pair: readonly [Registration, Registration] | null;
}

type Groups = ReadonlyMap<string, Group>;

/** In the order of the keys. */
function meetingsOf(left: Groups, right: Groups): readonly Meeting[] {
  const keys = new Set([...left.keys(), ...right.keys()]);
  return [...keys].sort(inOrder.compare).map((key) => meetingOf(key, left.get(key) ?? [], right.get(key) ?? []));
}

function meetingOf(key: string, here: Group, there: Group): Meeting {
  const isAmbiguous = key !== '' && Math.max(here.length, there.length) > 1;
  const [one, other] = [here[0], there[0]];
  if (key === '' || isAmbiguous || one === undefined || other === undefined) {
    return { key, here, there, isAmbiguous, pair: null };
  }
  return { key, here, there, isAmbiguous, pair: [one, other] };
}

const inOrder = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

function grouped(registrations: Group, matchBy: MatchKey): Groups {
  const groups = new Map<string, Registration[]>();
  for (const registration of registrations) {
    const key = keyOf(registration, matchBy);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [registration]);
    else group.push(registration);
  }
  return groups;
}

/** As the Hub wrote it, but for blanks around it, and a slash at the end of an address. */
function keyOf(registration: Registration, matchBy: MatchKey): string {
  const text = registration[matchBy].trim();
  return matchBy === 'systemUrl' ? text.replace(/\/+$/, '') : text;
}

type Fields = Difference['fields'];

function fieldNames({ wire }: Registration, other: Registration): readonly string[] {
  return [...new Set([...Object.keys(wire), ...Object.keys(other.wire)])];
}

function field(name: string, left: JsonValue | undefined, right: JsonValue | undefined): Fields[number] {
  return { field: name, left: left ?? null, right: right ?? null };
}

/** One hub at two moments: whatever is not the same has changed. */
function differingExactly(left: Registration, right: Registration): Fields {
  return fieldNames(left, right).flatMap((name) => {
    const [here, there] = [ownField(left.wire, name), ownField(right.wire, name)];
    return isSameJson(here, there) ? [] : [field(name, here, there)];
  });
}

/** Two hubs may be of two versions: what is written another way but means the same is no difference. */
function differingAcrossHubs(left: Registration, right: Registration): Fields {
  return fieldNames(left, right).flatMap((name) => {
    if (OF_ONE_HUB.includes(name)) return [];
    const [here, there] = [ownField(left.wire, name), ownField(right.wire, name)];
    return isSameMeaning(name, here, there) ? [] : [field(name, here, there)];
  });
}

function isSameMeaning(name: string, here: JsonValue | undefined, there: JsonValue | undefined): boolean {
  if (isSameJson(here, there)) return true;
  if (!isPlain(here) || !isPlain(there)) return false;
  const [left, right] = [jsonText(here), jsonText(there)];
  if (left === right) return true;
  const kind = statusKind(left);
  return name === 'status' && kind !== 'unknown' && kind === statusKind(right);
}

/** A text, a number, or nothing in any of its spellings (hub-contract Q6). */
function isPlain(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || typeof value === 'string' || typeof value === 'number';
}

/** Those that there are. */
function ignoredOf(registrations: Group): readonly string[] {
  return OF_ONE_HUB.filter((name) => registrations.some(({ wire }) => Object.hasOwn(wire, name)));
}
