// Two people changed one registration: which fields clash, and the form as it is once each is decided.
import type { FieldChange } from '#contract/life-cycle.ts';
import type { Registration } from '#contract/registration.ts';
import { baseOf, EDIT_FIELDS, type EditField, type EditTyping } from './edit-typing.ts';

/** A field that both changed, and not to the same value. */
export interface Clash {
  readonly field: EditField;
  readonly before: string;
  readonly yours: string;
  readonly theirs: string;
}

export interface Conflict {
  /** The record as the Hub has it now. */
  readonly now: Registration;
  readonly clashes: readonly Clash[];
  /** What only the others changed. */
  readonly others: readonly FieldChange[];
}

export type Side = 'yours' | 'theirs';
/** What was decided so far. Nothing is decided beforehand: neither side is overwritten silently. */
export type Choices = Readonly<Partial<Record<EditField, Side>>>;

export function conflictOf({ base, typed }: EditTyping, now: Registration): Conflict {
  const theirs = baseOf(now);
  const changed = EDIT_FIELDS.filter((field) => theirs[field] !== base[field]);
  const clashing = changed.filter((field) => typed[field] !== base[field] && typed[field] !== theirs[field]);
  return {
    now,
    clashes: clashing.map((field) => ({
      field,
      before: base[field],
      yours: typed[field],
      theirs: theirs[field],
    })),
    others: changed
      .filter((field) => typed[field] === base[field])
      .map((field) => ({ field, before: base[field], after: theirs[field] })),
  };
}

export function isDecided({ clashes }: Conflict, choices: Choices): boolean {
  return clashes.every(({ field }) => choices[field] !== undefined);
}

/** The form on top of what the Hub has now: what was typed stays, except where the other side was chosen. */
export function decided(typing: EditTyping, { now, clashes }: Conflict, choices: Choices): EditTyping {
  const base = baseOf(now);
  const isMine = (field: EditField): boolean => {
    if (clashes.some((clash) => clash.field === field)) return choices[field] === 'yours';
    return typing.typed[field] !== typing.base[field];
  };
  const typed = { ...base };
  for (const field of EDIT_FIELDS) if (isMine(field)) typed[field] = typing.typed[field];
  return { ...typing, base, typed };
}
