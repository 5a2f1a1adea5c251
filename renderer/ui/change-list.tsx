// What a field was and what it becomes, one field under the other: for the narrow places where a change is told.
import type { ReactElement } from 'react';
import type { FieldChange } from '#contract/life-cycle.ts';
import { fieldWord } from '../words/field-words.ts';
import { uiWords } from '../words/ui-words.ts';
import { ValueText } from './value-text.tsx';
import './change-list.css';

export function ChangeList({ changes }: { readonly changes: readonly FieldChange[] }): ReactElement {
  return (
    <dl className="changes">
      {changes.map(({ field, before, after }) => (
        <div key={field} className="change">
          <dt>{fieldWord(field)}</dt>
          <dd className="selectable">
            <span className="change-old">
              <ValueText field={field} value={before} />
            </span>{' '}
            <Arrow />{' '}
            <span className="change-new">
              <ValueText field={field} value={after} />
            </span>
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
