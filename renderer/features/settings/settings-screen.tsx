// What a person can set on this computer; each change is saved at once, and a refusal is told beside it.
import type { ReactElement, ReactNode } from 'react';
import type { Settings } from '#contract/settings.ts';
import { QueryFailure } from '../../app/query-failure.tsx';
import { useSettingsQuery } from '../../app/queries.ts';
import { Section, ViewHead } from '../../ui/parts.tsx';
import { importedFileWords } from '../../words/credential-words.ts';
import { onOpeningWords, settingsWords as words } from '../../words/settings-words.ts';
import { NamedViews } from './named-views.tsx';
import { NumberSetting } from './number-setting.tsx';
import { ImportedFileSetting, OnOpeningSetting } from './radio-setting.tsx';
import { RowHeightSetting } from './row-height-setting.tsx';
import './settings.css';

interface SettingsScreenProps {
  /** What other features have to set, under the settings themselves. */
  readonly children?: ReactNode;
}

export function SettingsScreen({ children }: SettingsScreenProps): ReactElement {
  const query = useSettingsQuery();
  return (
    <div className="settings-screen">
      <ViewHead title={words.title} aside={words.aside} />
      <div className="settings-scroll">
        <div className="settings-column">
          <QueryFailure query={query} />
          {query.data !== undefined && <AllSettings settings={query.data} />}
          {children}
        </div>
      </div>
    </div>
  );
}

function AllSettings({ settings }: { readonly settings: Settings }): ReactElement {
  return (
    <>
      <Section title={words.lists}>
        <RowHeightSetting settings={settings} />
      </Section>
      <NamedViews settings={settings} />
      <Section title={onOpeningWords.section}>
        <OnOpeningSetting settings={settings} />
      </Section>
      <Section title={words.attention}>
        <NumberSetting settings={settings} name="stuckAfterMinutes" />
        <NumberSetting settings={settings} name="staleAfterDays" />
      </Section>
      <Section title={importedFileWords.section}>
        <ImportedFileSetting settings={settings} />
      </Section>
      <Section title={words.locking}>
        <NumberSetting settings={settings} name="lockAfterMinutes" />
      </Section>
      <Section title={words.history}>
        <NumberSetting settings={settings} name="historyDays" />
      </Section>
    </>
  );
}
