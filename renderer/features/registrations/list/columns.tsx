// What each column of the list shows of a registration.
import type { ReactElement, ReactNode } from 'react';
import type { Registration } from '#contract/registration.ts';
import { Time } from '../../../ui/time.tsx';
import { productionLevelInWords } from '../../../words/registration-words.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { ColumnId } from './column-ids.ts';

/** The content of a cell, by its column. */
export const cells: Readonly<Record<ColumnId, (registration: Registration) => ReactNode>> = {
  label: ({ applicationLabel }) => <Text text={applicationLabel} />,
  name: ({ applicationName }) => <Text text={applicationName} />,
  platform: ({ platform }) => <Text text={platform} />,
  status: ({ status }) => <StatusMark status={status} />,
  productionLevel: ({ productionLevel }) => <Level raw={productionLevel} />,
  systemUrl: ({ systemUrl }) => <Text text={systemUrl} isCode />,
  updated: ({ updatedAtMs }) => moment(updatedAtMs),
  id: ({ id }) => <Text text={id} isCode />,
  description: ({ description }) => <Text text={description} />,
  weighting: ({ weighting }) => <Text text={weighting} />,
  syncErrors: ({ syncErrors }) => <Text text={syncErrors} />,
  lastTaskSynced: ({ lastTaskSyncedAtMs }) => moment(lastTaskSyncedAtMs),
  clientId: ({ clientId }) => <Text text={clientId} isCode />,
  created: ({ createdAtMs }) => moment(createdAtMs),
  createdBy: ({ createdBy }) => <Text text={createdBy} />,
  updatedBy: ({ updatedBy }) => <Text text={updatedBy} />,
};

function moment(atMs: number | null): ReactNode {
  return atMs !== null && <Time ofMs={atMs} />;
}

/** A text that is cut when it does not fit; the whole of it is its title. */
function Text({ text, isCode = false }: { readonly text: string; readonly isCode?: boolean }): ReactElement {
  return (
    <span className={isCode ? 'truncate code' : 'truncate'} title={text}>
      {text}
    </span>
  );
}

/** A narrow column keeps the number and drops the word. */
function Level({ raw }: { readonly raw: string }): ReactElement {
  const words = productionLevelInWords(raw);
  return (
    <span className="truncate" title={words}>
      {raw}
      <span className="list-level-word">{words.slice(raw.length)}</span>
    </span>
  );
}
