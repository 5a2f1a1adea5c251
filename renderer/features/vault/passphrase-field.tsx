// A passphrase as it is typed.
import type { ReactElement, ReactNode } from 'react';
import { SecretField } from '../../app/secret-field.tsx';

interface PassphraseFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}

export function PassphraseField({ hint, autoFocus = false, ...rest }: PassphraseFieldProps): ReactElement {
  return <SecretField {...rest} {...(hint === undefined ? {} : { hint })} autoFocus={autoFocus} />;
}
