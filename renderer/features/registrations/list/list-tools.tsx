// The bar over the list with everything that changes how it is shown: what it is narrowed to, its columns, its views.
import { memo, type ReactElement } from 'react';
import type { SavedCopy } from '#contract/registration.ts';
import type { ListFilter, NamedView, Settings } from '#contract/settings.ts';
import { FailureNotice } from '../../../ui/failure-notice.tsx';
import { ColumnsPanel } from './columns-panel.tsx';
import { FilterBar } from './filter-bar.tsx';
import { orderOf } from './named-views.ts';
import type { ListColumn } from './shown-columns.ts';
import type { ChangingSettings } from './use-change-settings.ts';
import type { ListView } from './use-list-view.ts';
import { ViewsPanel } from './views-panel.tsx';

interface ListToolsProps {
  /** null before anything was ever read: then there is nothing to be set. */
  readonly copy: SavedCopy | null;
  readonly columns: readonly ListColumn[];
  /** May be a moment behind. */
  readonly view: ListView;
  readonly settings: Settings;
  readonly changing: ChangingSettings;
  readonly onNarrow: (change: Partial<ListFilter>) => void;
}

function Tools({ copy, columns, view, settings, changing, onNarrow }: ListToolsProps): ReactElement | null {
  if (copy === null || copy.registrations.length === 0) return null;
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
          columns={columns}
          onChange={(chosen) => changing.change({ columns: chosen === null ? null : [...chosen] })}
        />
        <ViewsPanel views={settings.views} now={view} onShow={show} onChange={(views) => changing.change({ views })} />
      </FilterBar>
      {changing.failure !== null && <FailureNotice failure={changing.failure} onDismiss={changing.dismiss} />}
    </>
  );
}

/** Drawn anew only when one of its parts is another one. */
export const ListTools = memo(Tools);
