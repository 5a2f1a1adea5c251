// What is typed in the review of credentials, and what the contract's schema says of it.
import type { CredentialsDraft } from '#contract/credentials.ts';
import type { FieldProblem } from '#contract/failure.ts';
import {
  draftConnectionInput,
  saveDraftInput,
  type DraftConnectionInput,
  type SaveDraftInput,
} from '#contract/inputs.ts';
import { problemsOf } from '../../app/form-problems.ts';
import { dayOf, endOf } from './expiry.ts';

export type ReviewForm = Omit<SaveDraftInput, 'draftId' | 'hubAddress' | 'note' | 'expiresAtMs'> & {
  readonly hubAddress: string;
  readonly note: string;
  /** The end as a date field has it; '' for none. */
  readonly expiresOn: string;
};

type Checked<Input> =
  { readonly input: Input; readonly problems: readonly [] } | { readonly problems: readonly FieldProblem[] };

/** What the draft suggests. */
export function formOf(draft: CredentialsDraft): ReviewForm {
  return {
    hubName: draft.suggestedHubName,
    credentialLabel: draft.suggestedLabel,
    baseUrl: draft.suggestedBaseUrl,
    hubAddress: '',
    // What this Hub was found to want stays so when only the secret is another one.
    clientAuthentication: draft.replaces?.clientAuthentication ?? draft.suggestedAuthentication ?? 'body',
    note: draft.suggestedNote,
    expiresOn: dayOf(draft.suggestedExpiresAtMs),
  };
}

/** The base URL of the hub at an address: the documented path on its host (hub-contract section 1); '' for no address. */
function baseUrlAt(hubAddress: string): string {
  return URL.canParse(hubAddress) ? `${new URL(hubAddress).origin}/prweb/api/ppf/v1` : '';
}

/** The form with a new hub address; the base URL follows it until the person wrote one of their own. */
export function withHubAddress(form: ReviewForm, hubAddress: string): ReviewForm {
  const follows = form.baseUrl === '' || form.baseUrl === baseUrlAt(form.hubAddress);
  return { ...form, hubAddress, baseUrl: follows ? baseUrlAt(hubAddress) : form.baseUrl };
}

/** The input of a test, or the problems of the fields it needs. */
export function checkForTest(draft: CredentialsDraft, form: ReviewForm): Checked<DraftConnectionInput> {
  const { baseUrl, hubAddress, clientAuthentication } = form;
  const parsed = draftConnectionInput.safeParse({ draftId: draft.draftId, baseUrl, hubAddress, clientAuthentication });
  return checked(parsed.success ? parsed.data : null, [...missingAddress(draft, form), ...issuesOf(parsed)]);
}

/** The input of a save, or the problems of the fields. */
export function checkForSave(draft: CredentialsDraft, form: ReviewForm): Checked<SaveDraftInput> {
  const { expiresOn, ...fields } = form;
  const parsed = saveDraftInput.safeParse({ draftId: draft.draftId, ...fields, expiresAtMs: endAt(draft, expiresOn) });
  return checked(parsed.success ? parsed.data : null, [...missingAddress(draft, form), ...issuesOf(parsed)]);
}

/** A day that was left as it is keeps the very moment that the sender of a hand-off noted. */
function endAt({ suggestedExpiresAtMs }: CredentialsDraft, day: string): number | null {
  return day === dayOf(suggestedExpiresAtMs) ? suggestedExpiresAtMs : endOf(day);
}

function issuesOf(
  parsed: ReturnType<typeof draftConnectionInput.safeParse | typeof saveDraftInput.safeParse>,
): readonly FieldProblem[] {
  return parsed.success ? [] : problemsOf(parsed.error);
}

function checked<Input>(input: Input | null, problems: readonly FieldProblem[]): Checked<Input> {
  return input !== null && problems.length === 0 ? { input, problems: [] } : { problems };
}

/** A draft whose file named no token endpoint cannot do without the hub's address. */
function missingAddress(draft: CredentialsDraft, form: ReviewForm): readonly FieldProblem[] {
  return draft.tokenEndpoint === null && form.hubAddress.trim() === ''
    ? [{ field: 'hubAddress', problem: 'required' }]
    : [];
}
