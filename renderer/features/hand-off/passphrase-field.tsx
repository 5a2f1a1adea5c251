// A passphrase being typed. It lives in the form alone, goes to main once, and the window is shielded meanwhile.
import type { ReactElement } from 'react';
import { useShield } from '../../app/use-shield.ts';
import { TextField } from '../../ui/field.tsx';

interface PassphraseFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isFirst?: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function PassphraseField({ hint, isFirst = false, ...rest }: PassphraseFieldProps): ReactElement {
  useShield();
  return (
    <TextField
      type="password"
      isCode
      isRequired
      autoFocus={isFirst}
      {...(hint === undefined ? {} : { hint })}
      {...rest}
    />
  );
}
