// The bar over the list with everything that changes how it is shown: what it is narrowed to, its columns, its views.
import type { ReactElement } from 'react';
import type { SavedCopy } from '#contract/registration.ts';
import type { ListFilter, NamedView, Settings } from '#contract/settings.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { FilterBar } from './filter-bar.tsx';
import { orderOf } from './named-views.ts';
import type { ChangingSettings } from './use-change-settings.ts';
import type { ListView } from './use-list-view.ts';
import { ViewsPanel } from './views-panel.tsx';

interface ListToolsProps {
  readonly copy: SavedCopy;
  readonly view: ListView;
  readonly settings: Settings;
  readonly changing: ChangingSettings;
  readonly onNarrow: (filter: ListFilter) => void;
}

export function ListTools({ copy, view, settings, changing, onNarrow }: ListToolsProps): ReactElement | null {
  if (copy.registrations.length === 0) return null;
  const show = ({ view: saved }: NamedView): void => {
    changing.change({ columns: saved.columns });
    view.setOrder(orderOf(saved) ?? view.order);
    onNarrow(saved.filter);
  };
  return (
    <>
      <FilterBar
        registrations={copy.registrations}
        takenAtMs={copy.takenAtMs}
        staleAfterDays={settings.staleAfterDays}
        filter={view.filter}
        onNarrow={onNarrow}
      >
        <ColumnsPanel
          columns={view.columns}
          onChange={(columns) => changing.change({ columns: columns === null ? null : [...columns] })}
        />
        <ViewsPanel views={settings.views} now={view} onShow={show} onChange={(views) => changing.change({ views })} />
      </FilterBar>
      {changing.failure !== null && <FailureNotice failure={changing.failure} onDismiss={changing.dismiss} />}
    </>
  );
}
