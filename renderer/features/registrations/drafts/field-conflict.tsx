// One field that somebody else changed since a draft of it was begun: the person says which value is to be.
import type { ReactElement } from 'react';
import { RadioChoice } from '../../../ui/radio-choice.tsx';
import { ValueText } from '../../../ui/value-text.tsx';
import { planWords as words } from '../../../words/draft-words.ts';
import { fieldWord } from '../../../words/field-words.ts';
import type { Contested } from './draft-step.ts';

interface FieldConflictProps {
  readonly conflict: Contested;
  /** The draft's value is to be sent; otherwise the Hub's stays. */
  readonly isAccepted: boolean;
  readonly onAccept: (isAccepted: boolean) => void;
}

export function FieldConflict({ conflict, isAccepted, onAccept }: FieldConflictProps): ReactElement {
  const { field, whenBegun, onTheHub, inTheDraft } = conflict;
  const value = (of: Contested['onTheHub']): ReactElement => <ValueText field={field} value={of} />;
  return (
    <RadioChoice
      label={fieldWord(field)}
      hint={
        <>
          {words.begun} {value(whenBegun)}
        </>
      }
      value={isAccepted ? 'draft' : 'hub'}
      onChange={(chosen) => onAccept(chosen === 'draft')}
      options={[
        {
          id: 'hub',
          label: (
            <>
              {words.asTheHubHasIt} {value(onTheHub)}
            </>
          ),
        },
        {
          id: 'draft',
          label: (
            <>
              {words.asTheDraftHasIt} {value(inTheDraft)}
            </>
          ),
        },
      ]}
    />
  );
}
