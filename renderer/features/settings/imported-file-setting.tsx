// What happens to a credentials file after its import.
import type { ReactElement } from 'react';
import { settings as schema, type Settings } from '#contract/settings.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { importedFileWords as words } from '../../words/credential-words.ts';
import { useChangeSetting } from './use-change-setting.ts';

const choices = schema.shape.importedFile.options.map((id) => ({ id, label: words.options[id] }));

export function ImportedFileSetting({ settings }: { readonly settings: Settings }): ReactElement {
  const { shown, change, failure } = useChangeSetting(settings);
  return (
    <div className="setting">
      <RadioChoice
        label={words.label}
        hint={words.hint}
        options={choices}
        value={shown.importedFile}
        onChange={(importedFile) => change({ importedFile })}
      />
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
