// The list itself, or why it is empty.
import { useCallback, type ReactElement } from 'react';
import type { Registration } from '#contract/registration.ts';
import type { ListFilter, Settings } from '#contract/settings.ts';
import { NO_FILTER } from '../../../app/facets.ts';
import { NothingMatches, NothingRegistered } from './list-content.tsx';
import { RegistrationsTable } from './registrations-table.tsx';
import type { ListColumn } from './shown-columns.ts';
import type { ChangingSettings } from './use-change-settings.ts';
import type { ListView } from './use-list-view.ts';
import { rowHeightPx } from './use-visible-rows.ts';

interface ListSectionProps {
  readonly registrations: readonly Registration[];
  readonly view: ListView;
  readonly settings: Settings;
  readonly changing: ChangingSettings;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
  readonly onNarrow: (change: Partial<ListFilter>) => void;
  readonly onRegister: () => void;
}

export function ListSection(props: ListSectionProps): ReactElement {
  const { registrations, view, settings, onNarrow } = props;
  const { change } = props.changing;
  const setColumns = useCallback((columns: readonly ListColumn[]) => change({ columns: [...columns] }), [change]);
  if (registrations.length === 0) return <NothingRegistered onRegister={props.onRegister} />;
  return (
    <>
      <RegistrationsTable
        registrations={view.shown}
        filter={view.filter}
        order={view.order}
        onOrder={view.setOrder}
        columns={view.columns}
        hasUsualColumns={view.hasUsualColumns}
        onColumns={setColumns}
        rowHeightPx={rowHeightPx(settings.rowHeight)}
        selectedId={props.selectedId}
        onSelect={props.onSelect}
        onOpen={props.onOpen}
      />
      {view.shown.length === 0 && (
        // The table keeps its head and remembers where it stood.
        <div className="list-nothing">
          <NothingMatches
            filter={view.filter}
            staleAfterDays={settings.staleAfterDays}
            count={registrations.length}
            onClear={() => onNarrow(NO_FILTER)}
          />
        </div>
      )}
    </>
  );
}
