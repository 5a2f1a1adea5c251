// How tall the rows of lists are.
import type { ReactElement } from 'react';
import { settings as schema, type Settings } from '#contract/settings.ts';
import { Select } from '../../ui/choice.tsx';
import { FailureNotice } from '../../ui/failure-notice.tsx';
import { settingsWords as words } from '../../words/settings-words.ts';
import { useChangeSetting } from './use-change-setting.ts';

const { rowHeight } = schema.shape;
const heights = rowHeight.options.map((id) => ({ id, label: words.rowHeights[id] }));

export function RowHeightSetting({ settings }: { readonly settings: Settings }): ReactElement {
  const { shown, change, failure } = useChangeSetting(settings);
  return (
    <div className="setting">
      <Select
        label={words.rowHeight}
        hint={words.rowHeightHint}
        options={heights}
        value={shown.rowHeight}
        onChange={(key) => {
          const chosen = rowHeight.safeParse(key);
          if (chosen.success) change({ rowHeight: chosen.data });
        }}
      />
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  );
}
