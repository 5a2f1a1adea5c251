// The fields of an edit: as they are on the record, what of them changed, and what of a wish is still to be sent.
import type { EditBase, EditChanges } from '#contract/life-cycle-inputs.ts';
import type { FieldChange } from '#contract/life-cycle.ts';
import type { Registration } from '#contract/registration.ts';

/** A record's fields as an edit form loads them: texts, as the Hub wrote them. */
export function editBaseOf(registration: Registration): EditBase {
  const { systemUrl, applicationName, applicationLabel, description, platform, productionLevel, weighting } =
    registration;
  return { systemUrl, applicationName, applicationLabel, description, platform, productionLevel, weighting };
}

/** What is different from what a form was loaded with, by the form's field names. */
export function changesSince(base: EditBase, now: Registration): readonly FieldChange[] {
  const fields = Object.entries(editBaseOf(now));
  const before = new Map(Object.entries(base));
  return fields
    .map(([field, after]) => ({ field, before: before.get(field) ?? '', after }))
    .filter((change) => !isSameText(change.before, change.after));
}

/** What of the wish the record does not have yet. */
export function stillToSend(changes: EditChanges, now: Registration): EditChanges {
  const fields = new Map(Object.entries(editBaseOf(now)));
  const different = Object.entries(changes).filter(
    ([field, value]) => value !== undefined && !isSameText(String(value), fields.get(field) ?? ''),
  );
  return Object.fromEntries(different);
}

/** A page's text field turns every line end into its own: that alone changes nothing. */
function isSameText(one: string, other: string): boolean {
  return one.replace(/\r\n?/g, '\n') === other.replace(/\r\n?/g, '\n');
}
