// The fields of the review: names for the person, addresses for the app.
import type { ReactElement } from 'react';
import type { CredentialsDraft } from '#contract/credentials.ts';
import { TextField } from '../../ui/field.tsx';
import { reviewWords as words } from '../../words/review-words.ts';
import { withHubAddress, type ReviewForm } from './review-form.ts';

interface ReviewFieldsProps {
  readonly draft: CredentialsDraft;
  readonly form: ReviewForm;
  readonly onChange: (form: ReviewForm) => void;
}

export function ReviewFields({ draft, form, onChange }: ReviewFieldsProps): ReactElement {
  return (
    <>
      {draft.tokenEndpoint === null && (
        <TextField
          name="hubAddress"
          label={words.hubAddress}
          hint={words.hubAddressHint}
          isCode
          isRequired
          placeholder={words.hubAddressExample}
          value={form.hubAddress}
          onChange={(hubAddress) => onChange(withHubAddress(form, hubAddress))}
        />
      )}
      <div className="review-pair">
        <TextField
          name="hubName"
          label={words.hubName}
          isRequired
          value={form.hubName}
          onChange={(hubName) => onChange({ ...form, hubName })}
        />
        <TextField
          name="credentialLabel"
          label={words.credentialLabel}
          isRequired
          value={form.credentialLabel}
          onChange={(credentialLabel) => onChange({ ...form, credentialLabel })}
        />
      </div>
      <TextField
        name="baseUrl"
        label={words.baseUrl}
        isCode
        isRequired
        value={form.baseUrl}
        onChange={(baseUrl) => onChange({ ...form, baseUrl })}
      />
    </>
  );
}
