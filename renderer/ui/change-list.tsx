// What a field was and what it becomes, one field under the other: for the narrow places where a change is told.
import type { ReactElement } from 'react';
import type { FieldChange } from '#contract/life-cycle.ts';
import type { JsonValue } from '#contract/registration.ts';
import { fieldWord, valueInWords } from '../words/field-words.ts';
import { uiWords } from '../words/ui-words.ts';
import { LongText } from './long-text.tsx';
import './change-list.css';

export function ChangeList({ changes }: { readonly changes: readonly FieldChange[] }): ReactElement {
  return (
    <dl className="changes">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="change">
          <dt>{fieldWord(field)}</dt>
          <dd className="selectable">
            <ChangedValue field={field} value={before} isOld /> <Arrow /> <ChangedValue field={field} value={after} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Arrow(): ReactElement {
  return (
    <span role="img" aria-label={uiWords.becomes} className="change-arrow">
      →
    </span>
  );
}

interface ChangedValueProps {
  readonly field: string;
  readonly value: JsonValue;
  readonly isOld?: boolean;
}

/** One value of a field as it reads; what was not there says so. */
export function ChangedValue({ field, value, isOld = false }: ChangedValueProps): ReactElement {
  const text = valueInWords(field, value);
  if (text === '') return <span className="change-nothing">{uiWords.nothing}</span>;
  return (
    <span className={isOld ? 'change-old' : 'change-new'}>
      <LongText text={text} />
    </span>
  );
}
