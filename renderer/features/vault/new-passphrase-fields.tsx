// The two fields of a new passphrase, with a word on its strength.
import type { ReactElement } from 'react';
import { passphraseWords as words, strengthWords } from '../../words/vault-words.ts';
import type { TypedPassphrase } from './new-passphrase.ts';
import { PassphraseField } from './passphrase-field.tsx';

interface NewPassphraseFieldsProps {
  readonly typed: TypedPassphrase;
  readonly hasFocus: boolean;
  readonly onChange: (typed: TypedPassphrase) => void;
}

export function NewPassphraseFields({ typed, hasFocus, onChange }: NewPassphraseFieldsProps): ReactElement {
  return (
    <>
      <PassphraseField
        name="next"
        label={words.next}
        hint={strengthWords(typed.next) ?? words.hint}
        value={typed.next}
        autoFocus={hasFocus}
        onChange={(next) => onChange({ ...typed, next })}
      />
      <PassphraseField
        name="repeated"
        label={words.repeat}
        hint={words.noRescue}
        value={typed.repeated}
        onChange={(repeated) => onChange({ ...typed, repeated })}
      />
    </>
  );
}
