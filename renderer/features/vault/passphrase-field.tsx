// A passphrase as it is typed: never shown, never completed, never checked for spelling.
import type { ReactElement, ReactNode } from 'react';
import { TextField } from '../../ui/field.tsx';

interface PassphraseFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly autoFocus?: boolean;
  readonly onChange: (value: string) => void;
}

export function PassphraseField({ hint, autoFocus = false, ...rest }: PassphraseFieldProps): ReactElement {
  return <TextField {...rest} {...(hint === undefined ? {} : { hint })} type="password" isCode autoFocus={autoFocus} />;
}
