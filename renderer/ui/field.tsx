// Fields: a label above, the input, then its problem (or its hint) below. Problems come from the surrounding form.
import type { ReactElement, ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea as AriaTextArea } from 'react-aria-components/TextArea';
import { TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components/TextField';
import './field.css';

export interface FieldWords {
  readonly label: string;
  /** One short sentence that helps to fill it in; it gives way to the problem when there is one. */
  readonly hint?: ReactNode;
}

/** The lines above and below an input, the same for every kind of field. */
export function FieldFrame({ label, hint, children }: FieldWords & { readonly children: ReactNode }): ReactElement {
  return (
    <>
      <Label className="field-label">{label}</Label>
      {children}
      {hint !== undefined && (
        <Text slot="description" className="field-hint">
          {hint}
        </Text>
      )}
      <FieldError className="field-problem" />
    </>
  );
}

type Base = Omit<AriaTextFieldProps, 'children' | 'className'> & FieldWords;
export type TextFieldProps = Base & {
  /** For IDs and URLs. */
  readonly isCode?: boolean;
  readonly placeholder?: string;
};

/** One line of text. */
export function TextField({ label, hint, isCode = false, placeholder = '', ...rest }: TextFieldProps): ReactElement {
  return (
    <AriaTextField autoComplete="off" spellCheck={isCode ? 'false' : 'true'} {...rest} className="field">
      <FieldFrame label={label} {...(hint === undefined ? {} : { hint })}>
        <Input className={isCode ? 'input code' : 'input'} placeholder={placeholder} />
      </FieldFrame>
    </AriaTextField>
  );
}

/** Several lines of text. */
export function TextArea({ label, hint, rows = 4, ...rest }: Base & { readonly rows?: number }): ReactElement {
  return (
    <AriaTextField autoComplete="off" {...rest} className="field">
      <FieldFrame label={label} {...(hint === undefined ? {} : { hint })}>
        <AriaTextArea className="input input-area" rows={rows} />
      </FieldFrame>
    </AriaTextField>
  );
}
