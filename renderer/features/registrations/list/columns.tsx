// The columns of the list: what each shows and how wide it may be.
import type { ReactElement, ReactNode } from 'react';
import type { Registration } from '#contract/registration.ts';
import { Time } from '../../../ui/time.tsx';
import { listWords, productionLevelInWords } from '../../../words/registration-words.ts';
import { StatusMark } from '../../../ui/status-mark.tsx';
import type { ColumnId } from './arrangement.ts';

export interface ListColumn {
  readonly id: ColumnId;
  readonly heading: string;
  readonly render: (registration: Registration) => ReactNode;
}

export const columns: readonly ListColumn[] = [
  column('label', ({ applicationLabel }) => <Text text={applicationLabel} />),
  column('name', ({ applicationName }) => <Text text={applicationName} />),
  column('platform', ({ platform }) => <Text text={platform} />),
  column('status', ({ status }) => <StatusMark status={status} />),
  column('productionLevel', ({ productionLevel }) => <Level raw={productionLevel} />),
  column('systemUrl', ({ systemUrl }) => <Text text={systemUrl} isCode />),
  column('updated', ({ updatedAtMs }) => updatedAtMs !== null && <Time ofMs={updatedAtMs} />),
];

function column(id: ColumnId, render: ListColumn['render']): ListColumn {
  return { id, heading: listWords.columns[id], render };
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
