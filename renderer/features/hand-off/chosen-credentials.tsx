// Which credentials and pairs go into a hand-off, hub by hub.
import type { ReactElement } from 'react';
import { Checkbox } from '../../ui/checkbox.tsx';
import { handOffWords as words, itemKind } from '../../words/hand-off-words.ts';
import type { Offered, OfferedHub } from './offered-credentials.ts';

interface ChosenCredentialsProps {
  readonly hubs: readonly OfferedHub[];
  readonly isChosen: (offered: Offered) => boolean;
  readonly onChange: (offered: Offered, isChosen: boolean) => void;
  /** What is wrong with the choice; null when nothing is. */
  readonly problem: string | null;
}

export function ChosenCredentials({ hubs, isChosen, onChange, problem }: ChosenCredentialsProps): ReactElement {
  return (
    <div className="handed-choice" role="group" aria-label={words.which}>
      <span className="field-label">{words.which}</span>
      {hubs.length === 0 && <p className="muted">{words.noneToGive}</p>}
      {hubs.map((hub) => (
        <fieldset key={hub.id} className="handed-hub">
          <legend>{hub.name}</legend>
          {hub.offered.map((offered) => (
            <Checkbox
              key={offered.id}
              isDisabled={!offered.isUsable}
              isSelected={isChosen(offered)}
              onChange={(isWanted) => onChange(offered, isWanted)}
            >
              {offered.label} <span className="muted">{detailOf(offered)}</span>
            </Checkbox>
          ))}
        </fieldset>
      ))}
      {problem !== null && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
    </div>
  );
}

function detailOf({ isUsable, clientId, ...offered }: Offered): string {
  const kind = itemKind(offered);
  return [kind, clientId, ...(isUsable ? [] : [words.unusable])].filter(Boolean).join(' · ');
}
