// The value of a field of the Hub's record as it reads, where it stands beside another one.
import type { ReactElement } from 'react';
import type { JsonValue } from '#contract/registration.ts';
import { valueInWords } from '../words/field-words.ts';
import { uiWords } from '../words/ui-words.ts';
import { LongText } from './long-text.tsx';

interface ValueTextProps {
  /** By its name on the wire or in our forms. */
  readonly field: string;
  readonly value: JsonValue;
}

/** What was not there, or is empty, says so. */
export function ValueText({ field, value }: ValueTextProps): ReactElement {
  const text = valueInWords(field, value);
  return text === '' ? <span className="long-text-nothing">{uiWords.nothing}</span> : <LongText text={text} />;
}
