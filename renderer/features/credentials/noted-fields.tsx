// What is noted of a credential, also by whoever handed it on: seen before it is saved, and of a new secret its own end.
import type { ReactElement } from 'react';
import type { CredentialsDraft } from '#contract/credentials.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { bookWords as words, newEndHint } from '../../words/credential-words.ts';
import type { ReviewForm } from './review-form.ts';

interface NotedFieldsProps {
  readonly draft: CredentialsDraft;
  readonly form: ReviewForm;
  readonly onChange: (form: ReviewForm) => void;
}

/** Open where something would be saved unseen otherwise, or where an end that was noted counts no longer. */
export function NotedFields({ draft, form, onChange }: NotedFieldsProps): ReactElement {
  const { suggestedNote, suggestedExpiresAtMs, replaces } = draft;
  const endBefore = replaces?.expiresAtMs ?? null;
  const isNoted = suggestedNote !== '' || suggestedExpiresAtMs !== null || endBefore !== null;
  return (
    <Disclosure title={words.noted} isOpenAtFirst={isNoted}>
      <TextField
        name="expiresAtMs"
        type="date"
        label={words.expiresOn}
        hint={endBefore === null ? words.expiresHint : newEndHint(endBefore)}
        value={form.expiresOn}
        onChange={(expiresOn) => onChange({ ...form, expiresOn })}
      />
      <TextArea
        name="note"
        label={words.note}
        hint={words.noteHint}
        rows={2}
        value={form.note}
        onChange={(note) => onChange({ ...form, note })}
      />
    </Disclosure>
  );
}
