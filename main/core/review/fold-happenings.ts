// Two things that happened to one registration, one after the other, as one.
import { fieldSteps, joinSteps, takeSteps } from './field-steps.ts';
import type { FieldStep } from './field-steps.ts';
import type { Happening } from './happening.ts';

/**
 * What both together did: the values before the first and after the last. Told with the later one's time, and with its
 * operator where there is one.
 */
export function foldHappenings(first: Happening, second: Happening): Happening {
  return {
    ...second,
    ...together(first, second),
    operator: second.operator ?? first.operator,
    folded: first.folded + second.folded,
  };
}

type Deed = Pick<Happening, 'kind' | 'fields' | 'record'>;

function together(first: Happening, second: Happening): Deed {
  if (second.kind === 'changed') return thenChanged(first, second.fields);
  return second.kind === 'disappeared' ? thenDisappeared(first, second) : thenAppeared(first, second);
}

function thenChanged(first: Happening, fields: readonly FieldStep[]): Deed {
  const { kind, record } = first;
  if (kind === 'changed') return { kind, fields: joinSteps(first.fields, fields), record: null };
  if (record === null) return first;
  return { kind, fields: [], record: { ...record, wire: takeSteps(record.wire, fields, 'after') } };
}

function thenDisappeared(first: Happening, { kind, record }: Happening): Deed {
  // It was not there before either, so undoing both brings nothing back.
  if (first.kind === 'appeared' || record === null) return { kind, fields: [], record: null };
  return { kind, fields: [], record: { ...record, wire: takeSteps(record.wire, first.fields, 'before') } };
}

function thenAppeared(first: Happening, second: Happening): Deed {
  if (first.kind !== 'disappeared' || first.record === null || second.record === null) return second;
  return { kind: 'changed', fields: fieldSteps(first.record.wire, second.record.wire), record: null };
}
