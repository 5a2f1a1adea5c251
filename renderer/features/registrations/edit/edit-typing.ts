// What is typed into the form Edit, what it was loaded with, and what of it would be sent.
import type { Draft } from '#contract/drafts.ts';
import type { FieldProblem } from '#contract/failure.ts';
import type { FieldChange } from '#contract/life-cycle.ts';
import { editChanges, type EditBase, type EditChanges } from '#contract/life-cycle-inputs.ts';
import type { Registration } from '#contract/registration.ts';
import { problemsOf } from '../../../app/form-problems.ts';

export type EditField = keyof EditBase;
export type EditDraft = Extract<Draft, { kind: 'edit' }>;

/** A form as it stands; `draftId` is the draft it was opened from, null when from none. */
export interface EditTyping {
  readonly base: EditBase;
  readonly typed: EditBase;
  readonly draftId: string | null;
}

/** What would be sent: the input, and the same as a difference to be read. */
export interface Sendable {
  readonly changes: EditChanges;
  readonly differences: readonly FieldChange[];
}

/** In the order of the form. */
export const EDIT_FIELDS: readonly EditField[] = [
  'systemUrl',
  'applicationName',
  'applicationLabel',
  'description',
  'platform',
  'productionLevel',
  'weighting',
];

/** The fields as the Hub has them. */
export function baseOf(registration: Registration): EditBase {
  const { systemUrl, applicationName, applicationLabel, description, platform, productionLevel, weighting } =
    registration;
  return { systemUrl, applicationName, applicationLabel, description, platform, productionLevel, weighting };
}

/** A form that nothing was typed into yet. */
export function freshTyping(registration: Registration): EditTyping {
  const base = baseOf(registration);
  return { base, typed: base, draftId: null };
}

/** The form as a draft kept it, on top of what it was loaded with then. */
export function typingOf({ id, edit: { base, changes } }: EditDraft): EditTyping {
  const typed = { ...base };
  for (const field of EDIT_FIELDS) typed[field] = changes[field] ?? base[field];
  return { base, typed, draftId: id };
}

/** What was typed, field by field, whether it can be sent or not: what a draft keeps. */
export function typedChanges({ base, typed }: EditTyping): Partial<EditBase> {
  return Object.fromEntries(
    EDIT_FIELDS.filter((field) => typed[field] !== base[field]).map((field) => [field, typed[field]]),
  );
}

export function isChanged(typing: EditTyping): boolean {
  return EDIT_FIELDS.some((field) => typing.typed[field] !== typing.base[field]);
}

/** The changes as they can be sent, or the problems of their fields. What was not changed is not judged. */
export function sendable(typing: EditTyping): Sendable | { readonly problems: readonly FieldProblem[] } {
  const typed = typedChanges(typing);
  const { productionLevel: level, ...texts } = typed;
  const parsed = editChanges.safeParse(level === undefined ? texts : { ...texts, productionLevel: levelOf(level) });
  if (!parsed.success) return { problems: problemsOf(parsed.error) };
  // Blanks around a text are no change.
  const changed = EDIT_FIELDS.filter(
    (field) => parsed.data[field] !== undefined && String(parsed.data[field]) !== typing.base[field],
  );
  const differences = changed.map((field) => ({
    field,
    before: typing.base[field],
    after: String(parsed.data[field]),
  }));
  return { changes: Object.fromEntries(changed.map((field) => [field, parsed.data[field]])), differences };
}

function levelOf(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : undefined;
}

/** What is wrong with one field that was left; nothing is said of one that is as it was. */
export function problemsOfField(typing: EditTyping, field: EditField): readonly FieldProblem[] {
  if (typing.typed[field] === typing.base[field]) return [];
  const result = sendable(typing);
  return 'problems' in result ? result.problems.filter((problem) => problem.field === field) : [];
}

/** True when the Hub's record has every one of these values now. */
export function hasArrived(differences: readonly FieldChange[], now: Registration): boolean {
  const base = baseOf(now);
  return EDIT_FIELDS.every((field) => {
    const difference = differences.find((known) => known.field === field);
    return difference === undefined || difference.after === base[field];
  });
}
