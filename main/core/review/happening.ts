// What happened to registrations between two looks: told, done again and undone.
import type { Registration } from '#contract/registration.ts';
import { readWithoutSecrets } from '../registrations/registration.ts';
import type { WithoutSecretFields } from '../registrations/withheld-fields.ts';
import { fieldSteps, takeSteps } from './field-steps.ts';
import type { FieldStep } from './field-steps.ts';

/** One thing that happened to one registration, with all that it takes to do it again and to undo it. */
export interface Happening {
  /** When it was seen, in milliseconds since the epoch. */
  readonly atMs: number;
  readonly id: string;
  readonly applicationName: string;
  readonly kind: 'appeared' | 'changed' | 'disappeared';
  /** Who did it, where the Hub says so (hub-contract 3.3: the operator behind the token); null otherwise. */
  readonly operator: string | null;
  /** Only with `changed`. */
  readonly fields: readonly FieldStep[];
  /**
   * What appeared or disappeared; null with `changed`, and with `disappeared` when it had not been there before either,
   * which only folding makes.
   */
  readonly record: WithoutSecretFields | null;
  /** How many of them were folded into this one; 1 otherwise. */
  readonly folded: number;
}

/** What happened between two lists, by ID: first what there is now in its order, then what is gone. */
export function happeningsBetween(
  before: readonly Registration[],
  after: readonly Registration[],
  atMs: number,
): readonly Happening[] {
  const earlier = new Map(before.map((registration) => [registration.id, registration]));
  const happenings: Happening[] = [];
  for (const registration of after) {
    const known = earlier.get(registration.id);
    earlier.delete(registration.id);
    const happened = known === undefined ? appeared(registration, atMs) : changed(known, registration, atMs);
    if (happened !== null) happenings.push(happened);
  }
  for (const registration of earlier.values()) happenings.push(disappeared(registration, atMs));
  return happenings;
}

/** Registrations by ID. */
export type Registrations = Map<string, Registration>;

/** Does it again to registrations that are as they were before. */
export function redo(registrations: Registrations, { kind, id, record, fields }: Happening): void {
  if (kind === 'disappeared') registrations.delete(id);
  else if (kind === 'appeared') put(registrations, record);
  else walk(registrations, { id, fields, to: 'after' });
}

/** Undoes it to registrations that are as they were afterwards. */
export function undo(registrations: Registrations, { kind, id, record, fields }: Happening): void {
  if (kind === 'disappeared') put(registrations, record);
  else if (kind === 'appeared') registrations.delete(id);
  else walk(registrations, { id, fields, to: 'before' });
}

const common = ({ id, applicationName }: Registration, atMs: number) => ({ atMs, id, applicationName, folded: 1 });

const fieldsOf = ({ wire, withheldFields }: Registration): WithoutSecretFields => ({ wire, withheldFields });

function appeared(registration: Registration, atMs: number): Happening {
  const record = fieldsOf(registration);
  const operator = registration.createdBy || null;
  return { ...common(registration, atMs), kind: 'appeared', operator, fields: [], record };
}

function changed(before: Registration, after: Registration, atMs: number): Happening | null {
  const fields = before === after ? [] : fieldSteps(before.wire, after.wire);
  if (fields.length === 0) return null;
  // Somebody who updated it earlier did not do what happened without an update.
  const isUpdate = fields.some(({ field }) => field === 'updateDateTime' || field === 'updateOperator');
  const operator = isUpdate ? after.updatedBy || null : null;
  return { ...common(after, atMs), kind: 'changed', operator, fields, record: null };
}

function disappeared(registration: Registration, atMs: number): Happening {
  const record = fieldsOf(registration);
  return { ...common(registration, atMs), kind: 'disappeared', operator: null, fields: [], record };
}

function put(registrations: Registrations, record: WithoutSecretFields | null): void {
  const registration = record === null ? null : readWithoutSecrets(record);
  if (registration !== null) registrations.set(registration.id, registration);
}

interface Walk {
  readonly id: string;
  readonly fields: readonly FieldStep[];
  readonly to: 'before' | 'after';
}

function walk(registrations: Registrations, { id, fields, to }: Walk): void {
  const known = registrations.get(id);
  if (known !== undefined) put(registrations, { ...fieldsOf(known), wire: takeSteps(known.wire, fields, to) });
}
