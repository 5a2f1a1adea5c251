// One setting that is a whole number, with the sentence that says what it does.
import type { ReactElement } from 'react';
import { settings as schema, type Settings } from '#contract/settings.ts';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { settingsWords as words } from '../../words/settings-words.ts';
import { useChangeSetting } from './use-change-setting.ts';

interface NumberSettingProps {
  readonly settings: Settings;
  readonly name: 'historyDays' | 'stuckAfterMinutes' | 'staleAfterDays' | 'lockAfterMinutes';
}

export function NumberSetting({ settings, name }: NumberSettingProps): ReactElement {
  const { shown, change, failure } = useChangeSetting(settings);
  const { minValue, maxValue } = schema.shape[name];
  const [min, max] = [minValue ?? 1, maxValue ?? Number.MAX_SAFE_INTEGER];
  return (
    <div className="setting">
      <NumberField
        label={words[name]}
        hint={words[`${name}Hint`]}
        value={shown[name]}
        min={min}
        max={max}
        onChange={(value) => change({ [name]: value })}
      />
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
