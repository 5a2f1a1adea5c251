// The difference of two records field by field, and taking it forwards and backwards.
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { isJsonList, isJsonObject } from '../answers/json-reading.ts';

/** One field on its way from one record to the next; a side that is left out did not have the field. */
export interface FieldStep {
  readonly field: string;
  readonly before?: JsonValue;
  readonly after?: JsonValue;
}

/** What leads from one record to the other, in the order of their fields; empty when they say the same. */
export function fieldSteps(before: JsonObject, after: JsonObject): readonly FieldStep[] {
  const fields = Object.keys(before);
  // Nearly every record of a large list is as it was.
  if (areEqual(before, after, fields)) return [];
  const steps: FieldStep[] = [];
  for (const field of fields) {
    const [from, to] = [ownField(before, field), ownField(after, field)];
    if (!isSameJson(from, to)) steps.push(fieldStep(field, from, to));
  }
  for (const field of Object.keys(after)) {
    if (!Object.hasOwn(before, field)) steps.push(fieldStep(field, undefined, ownField(after, field)));
  }
  return steps;
}

/** The record after the steps, or before them. */
export function takeSteps(record: JsonObject, steps: readonly FieldStep[], to: 'before' | 'after'): JsonObject {
  const fields = new Map(Object.entries(record));
  for (const step of steps) {
    const value = step[to];
    if (value === undefined) fields.delete(step.field);
    else fields.set(step.field, value);
  }
  // Unlike an assignment this also keeps a field that is called `__proto__` a plain field.
  return Object.fromEntries(fields);
}

/** Two walks one after the other as one; a field that came back to where it was is left out. */
export function joinSteps(first: readonly FieldStep[], second: readonly FieldStep[]): readonly FieldStep[] {
  const joined = new Map(first.map((step) => [step.field, step]));
  for (const step of second) {
    const earlier = joined.get(step.field);
    joined.set(step.field, earlier === undefined ? step : fieldStep(step.field, earlier.before, step.after));
  }
  return [...joined.values()].filter(({ before, after }) => !isSameJson(before, after));
}

/** The record's own field; undefined when it has none, whatever every object is born with. */
export function ownField(record: JsonObject, field: string): JsonValue | undefined {
  return Object.hasOwn(record, field) ? record[field] : undefined;
}

/** Whether both say the same; the order of an object's fields says nothing. */
export function isSameJson(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (one === other) return true;
  if (isJsonList(one)) {
    if (!isJsonList(other) || one.length !== other.length) return false;
    return one.every((item, index) => isSameJson(item, other[index]));
  }
  return isJsonObject(one) && isJsonObject(other) && fieldSteps(one, other).length === 0;
}

/** A quick yes; a no only means that one has to look closer. */
function areEqual(before: JsonObject, after: JsonObject, fields: readonly string[]): boolean {
  return fields.every((field) => before[field] === after[field]) && Object.keys(after).length === fields.length;
}

function fieldStep(field: string, before: JsonValue | undefined, after: JsonValue | undefined): FieldStep {
  return { field, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
}
