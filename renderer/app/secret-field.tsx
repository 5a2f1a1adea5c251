// A secret being typed: never shown, never completed, never checked for spelling, and the window is shielded meanwhile.
import type { ReactElement } from 'react';
import { TextField, type TextFieldProps } from '../ui/field.tsx';
import { useShield } from './use-shield.ts';

type SecretFieldProps = Omit<TextFieldProps, 'type' | 'value' | 'isCode'> & {
  readonly value: string;
  /** True on a screen that stands open all day: there the shield is wanted only while something is typed. */
  readonly standsOpen?: boolean;
};

export function SecretField({ standsOpen = false, value, ...rest }: SecretFieldProps): ReactElement {
  useShield(!standsOpen || value !== '');
  return <TextField {...rest} type="password" isCode value={value} />;
}
