// What is typed into the form Register application, and what the contract's schema says of it.
import type { FieldProblem } from '#contract/failure.ts';
import { registrationForm, type RegistrationForm } from '#contract/inputs.ts';
import type { Registration } from '#contract/registration.ts';
import { problemsOf } from '../../../app/form-problems.ts';

/** The form while it is typed: as {@link RegistrationForm}, but no level may be chosen yet. */
export type RegistrationDraft = Omit<RegistrationForm, 'productionLevel'> & { readonly productionLevel: number | null };
export type DraftField = keyof RegistrationDraft;

export const emptyDraft: RegistrationDraft = {
  systemUrl: '',
  applicationName: '',
  applicationLabel: '',
  description: '',
  platform: '',
  productionLevel: null,
};

export function isEmpty(draft: RegistrationDraft): boolean {
  return Object.values(draft).every((value) => value === '' || value === null);
}

/** The input as it can be sent, or the problems of its fields. */
export function checked(
  draft: RegistrationDraft,
): { readonly form: RegistrationForm } | { readonly problems: readonly FieldProblem[] } {
  const parsed = registrationForm.safeParse({ ...draft, productionLevel: draft.productionLevel ?? undefined });
  return parsed.success ? { form: parsed.data } : { problems: problemsOf(parsed.error) };
}

/** The fields that could be sent as they are: what the request would hold if it were sent now. */
export function sendablePart(draft: RegistrationDraft): Partial<RegistrationForm> {
  const result = checked(draft);
  if ('form' in result) return result.form;
  const fields = Object.entries(draft).filter(([name]) => !result.problems.some(({ field }) => field === name));
  const parsed = registrationForm.partial().safeParse(Object.fromEntries(fields));
  return parsed.success ? withoutGaps(parsed.data) : {};
}

/** What zod leaves as undefined is left out. */
function withoutGaps(form: { readonly [Name in keyof RegistrationForm]?: RegistrationForm[Name] | undefined }) {
  return Object.fromEntries(Object.entries(form).filter(([, value]) => value !== undefined));
}

/** What is wrong with one field that was left; nothing is said of one that is still empty. */
export function problemsOfField(draft: RegistrationDraft, field: DraftField): readonly FieldProblem[] {
  if (draft[field] === '' || draft[field] === null) return [];
  const result = checked(draft);
  return 'problems' in result ? result.problems.filter((problem) => problem.field === field) : [];
}

/** A registration that already has this application name, if the saved copy knows one. */
export function alreadyNamed(registrations: readonly Registration[], name: string): Registration | undefined {
  const wanted = name.trim().toLowerCase();
  return wanted === '' ? undefined : registrations.find((known) => known.applicationName.toLowerCase() === wanted);
}

/** The platforms of a list, the most frequent first: what one is likely to type. */
export function platformsIn(registrations: readonly Registration[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { platform } of registrations) {
    if (platform !== '') counts.set(platform, (counts.get(platform) ?? 0) + 1);
  }
  return [...counts].toSorted(([, one], [, other]) => other - one).map(([platform]) => platform);
}
