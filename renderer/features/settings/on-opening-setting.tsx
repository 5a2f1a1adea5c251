// Whether a hub is read when it is opened, or only when somebody says so.
import type { ReactElement } from 'react';
import { settings as schema, type Settings } from '#contract/settings.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { onOpeningWords as words } from '../../words/settings-words.ts';
import { useChangeSetting } from './use-change-setting.ts';

const choices = schema.shape.onOpeningHub.options.map((id) => ({ id, label: words.options[id] }));

export function OnOpeningSetting({ settings }: { readonly settings: Settings }): ReactElement {
  const { shown, change, failure } = useChangeSetting(settings);
  return (
    <div className="setting">
      <RadioChoice
        label={words.label}
        hint={words.hint}
        options={choices}
        value={shown.onOpeningHub}
        onChange={(onOpeningHub) => change({ onOpeningHub })}
      />
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
