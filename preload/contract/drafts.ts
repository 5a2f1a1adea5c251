// What was written and not sent: drafts of new registrations and of edits. Nothing is ever sent by itself.
import type { RegistrationDraftFields, DraftEdit } from './draft-inputs.ts';
import type { FieldProblem } from './failure.ts';
import type { FieldChange } from './life-cycle.ts';
import type { Registration } from './registration.ts';

interface DraftFrame {
  readonly id: string;
  readonly hubId: string;
  readonly savedAtMs: number;
}

/** A draft as it was typed; it need not be complete. */
export type Draft =
  | (DraftFrame & { readonly kind: 'register'; readonly fields: RegistrationDraftFields })
  | (DraftFrame & { readonly kind: 'edit'; readonly edit: DraftEdit });

/** What a draft would do now, as the Hub is at this moment. */
export type DraftPlan =
  /** `problems` is empty when it can be sent; `twins` have the same application name on the Hub now. */
  | { readonly kind: 'register'; readonly problems: readonly FieldProblem[]; readonly twins: readonly Registration[] }
  | {
      readonly kind: 'edit';
      readonly problems: readonly FieldProblem[];
      readonly registration: Registration;
      /** What would be sent: from the Hub's value of now to the draft's. Empty when the Hub has it all already. */
      readonly changes: readonly FieldChange[];
      /** Fields of the draft that somebody else changed since it was begun. */
      readonly conflicts: readonly FieldChange[];
    }
  /** The registration of an edit is not on the Hub any more. */
  | { readonly kind: 'gone' };
