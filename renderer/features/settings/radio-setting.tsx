// A setting that is one of a few values, all of them in sight.
import type { ReactElement } from 'react';
import { settings as schema, type Settings } from '#contract/settings.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { importedFileWords } from '../../words/credential-words.ts';
import { onOpeningWords } from '../../words/settings-words.ts';
import { useChangeSetting } from './use-change-setting.ts';

/** Whether a hub is read when it is opened, or only when somebody says so. */
export const OnOpeningSetting = radioSetting('onOpeningHub', schema.shape.onOpeningHub.options, onOpeningWords);
/** What happens to a credentials file after its import. */
export const ImportedFileSetting = radioSetting('importedFile', schema.shape.importedFile.options, importedFileWords);

type Name = 'onOpeningHub' | 'importedFile';

interface Words<Value extends string> {
  readonly label: string;
  readonly hint: string;
  readonly options: Readonly<Record<Value, string>>;
}

function radioSetting<N extends Name>(name: N, values: readonly Settings[N][], words: Words<Settings[N]>) {
  const options = values.map((id) => ({ id, label: words.options[id] }));
  return function RadioSetting({ settings }: { readonly settings: Settings }): ReactElement {
    const { shown, change, failure } = useChangeSetting(settings);
    return (
      <div className="setting">
        <RadioChoice
          label={words.label}
          hint={words.hint}
          options={options}
          value={shown[name]}
          onChange={(value) => change({ [name]: value })}
        />
        {failure !== null && <FailureNotice failure={failure} />}
      </div>
    );
  };
}
