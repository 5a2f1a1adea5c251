// A small drawing of the form an administrator fills in: what to set and, as important, what to clear.
import { Square, SquareCheck } from 'lucide-react';
import type { ReactElement } from 'react';
import { Icon } from '../../ui/icon.tsx';
import { administratorWords as words } from '../../words/connect-words.ts';

export function RegistrationPicture(): ReactElement {
  return (
    <figure className="form-picture" aria-hidden>
      <figcaption>{words.formTitle}</figcaption>
      <div className="form-picture-row">
        <span>{words.formType}</span>
        <span className="form-picture-box">{words.formTypeValue}</span>
      </div>
      <div className="form-picture-row">
        <span>{words.formGrants}</span>
        <span className="form-picture-checks">
          <span className="form-picture-on">
            <Icon of={SquareCheck} /> {words.formGrantOn}
          </span>
          <span>
            <Icon of={Square} /> {words.formGrantOff}
          </span>
        </span>
      </div>
      <div className="form-picture-row">
        <span>{words.formOperator}</span>
        <span className="form-picture-box">{words.formOperatorValue}</span>
      </div>
    </figure>
  );
}
