// The steps of one draft on its way to the Hub: one union, and what each allows. A draft is sent only after it was shown
// what it would do, and never again while it is not known what became of it.
import type { DraftPlan } from '#contract/drafts.ts';
import type { Failure } from '#contract/failure.ts';
import type { JsonValue } from '#contract/registration.ts';
import { formField } from './draft-fields.ts';

export type EditPlan = Extract<DraftPlan, { kind: 'edit' }>;

export type DraftStep =
  /** Nothing was asked yet. `failure`: why what was asked could not be told. */
  | { readonly kind: 'kept'; readonly failure: Failure | null }
  | { readonly kind: 'planning' }
  | {
      readonly kind: 'planned';
      readonly plan: DraftPlan;
      /** Why it was not taken; nothing was changed on the Hub. */
      readonly failure: Failure | null;
      /** The form fields in conflict that are to be as the draft has them. */
      readonly accepted: ReadonlySet<string>;
      /** The record changed between the plan and the sending. */
      readonly isNews: boolean;
    }
  | { readonly kind: 'sending' }
  /** It may have arrived. */
  | { readonly kind: 'unknown'; readonly failure: Failure };

export type Planned = Extract<DraftStep, { kind: 'planned' }>;

export const atFirst: DraftStep = { kind: 'kept', failure: null };

export function planned(plan: DraftPlan, isNews = false): DraftStep {
  return { kind: 'planned', plan, failure: null, accepted: new Set(), isNews };
}

/** Where a failure leads that came back instead of an outcome: in doubt, the plan is void. */
export function afterRefusal(step: Planned, failure: Failure): DraftStep {
  const isInDoubt = failure.code === 'outcomeUnknown' || failure.code === 'unexpected';
  return isInDoubt ? { kind: 'unknown', failure } : { ...step, failure, isNews: false };
}

/** A field that somebody else changed and that the draft would change again. */
export interface Contested {
  /** By the form's name. */
  readonly field: string;
  readonly whenBegun: JsonValue;
  readonly onTheHub: JsonValue;
  readonly inTheDraft: JsonValue;
}

export function contested({ conflicts, changes }: EditPlan): readonly Contested[] {
  const begun = new Map(conflicts.map(({ field, before }) => [formField(field), before]));
  return changes.flatMap(({ field, before, after }) => {
    const whenBegun = begun.get(formField(field));
    if (whenBegun === undefined) return [];
    return [{ field: formField(field), whenBegun, onTheHub: before, inTheDraft: after }];
  });
}

/** The contested fields that stay as the Hub has them. */
export function leftToTheHub({ plan, accepted }: Planned): ReadonlySet<string> {
  if (plan.kind !== 'edit') return new Set();
  const fields = contested(plan).map(({ field }) => field);
  return new Set(fields.filter((field) => !accepted.has(field)));
}

/** True when the plan shows that it can be sent, and there is something to send. */
export function canSend(step: DraftStep): step is Planned {
  if (step.kind !== 'planned' || step.plan.kind === 'gone' || step.plan.problems.length > 0) return false;
  if (step.plan.kind === 'register') return true;
  const left = leftToTheHub(step);
  return step.plan.changes.some(({ field }) => !left.has(formField(field)));
}
