// How the client ID and secret are sent to the token endpoint.
import type { ReactElement } from 'react';
import { clientAuthentication, type ClientAuthentication } from '#contract/inputs.ts';
import { Select } from '../../ui/choice.tsx';
import { reviewWords as words } from '../../words/review-words.ts';

interface AuthenticationChoiceProps {
  readonly value: ClientAuthentication;
  readonly onChange: (value: ClientAuthentication) => void;
}

export function AuthenticationChoice({ value, onChange }: AuthenticationChoiceProps): ReactElement {
  return (
    <Select
      name="clientAuthentication"
      label={words.authentication}
      hint={words.authenticationHint}
      options={words.authenticationOptions}
      value={value}
      onChange={(chosen) => onChange(clientAuthentication.parse(chosen))}
    />
  );
}
