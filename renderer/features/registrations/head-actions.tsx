// What can be done with the whole list, in the head beside the search.
import type { ReactElement } from 'react';
import { filterInWords } from '../../words/list-view-words.ts';
import { listWords } from '../../words/registration-words.ts';
import { ExportMenu } from './export/export-menu.tsx';
import type { HubList } from './use-list.ts';

interface HeadActionsProps {
  readonly hubId: string;
  readonly list: HubList;
}

export function HeadActions({ hubId, list }: HeadActionsProps): ReactElement | null {
  const { registrations, view, settings } = list;
  if (registrations.length === 0) return null;
  return (
    <ExportMenu
      hubId={hubId}
      registrations={view.shown}
      columns={view.columns.map(({ id }) => ({ id, heading: listWords.columns[id] }))}
      narrowedTo={filterInWords(view.filter, settings.staleAfterDays)}
    />
  );
}
