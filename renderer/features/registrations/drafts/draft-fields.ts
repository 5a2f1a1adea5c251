// Between a draft and the forms: what is typed as texts to keep, and back; what of an edit is to be sent.
import type { DraftEdit, RegistrationDraftFields } from '#contract/draft-inputs.ts';
import { editChanges, type EditChanges } from '#contract/life-cycle-inputs.ts';
import type { RegistrationDraft } from '../register/registration-draft.ts';

/** What is typed into the form, as a draft keeps it. */
export function keptFields(draft: RegistrationDraft): RegistrationDraftFields {
  return { ...draft, productionLevel: draft.productionLevel === null ? '' : String(draft.productionLevel) };
}

/** A kept draft as the form has it; a level that is none of the scale is to be chosen again. */
export function typedFields(fields: RegistrationDraftFields): RegistrationDraft {
  const level = Number(fields.productionLevel);
  return { ...fields, productionLevel: fields.productionLevel !== '' && Number.isInteger(level) ? level : null };
}

/** The Hub's names of the form's fields, where they differ (hub-contract 3.3). */
const FORM_FIELDS: ReadonlyMap<string, string> = new Map([
  ['systemURL', 'systemUrl'],
  ['applicationDescription', 'description'],
]);

/** A field by the form's name, whichever of both it is told by. */
export function formField(field: string): string {
  return FORM_FIELDS.get(field) ?? field;
}

/** What of an edit is sent: all of it but `left`, the form fields that stay as the Hub has them. null for no edit. */
export function changesToSend({ changes }: DraftEdit, left: ReadonlySet<string>): EditChanges | null {
  const wanted = Object.fromEntries(
    Object.entries(changes)
      .filter(([field]) => !left.has(field))
      .map(([field, value]) => [field, field === 'productionLevel' ? Number(value) : value]),
  );
  const parsed = editChanges.safeParse(wanted);
  return parsed.success ? parsed.data : null;
}
