// A passphrase being typed. It lives in the form alone and goes to main once.
import type { ReactElement } from 'react';
import { SecretField } from '../../app/secret-field.tsx';

interface PassphraseFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isFirst?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function PassphraseField({ hint, isFirst = false, ...rest }: PassphraseFieldProps): ReactElement {
  return <SecretField isRequired autoFocus={isFirst} {...(hint === undefined ? {} : { hint })} {...rest} />;
}
