// Which columns are shown and in which order: the shown ones from the first to the last, then all others.
import { ChevronDown, ChevronUp, Minus, Plus } from 'lucide-react';
import { useRef, type ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { listViewWords as words } from '../../../words/list-view-words.ts';
import { listWords } from '../../../words/registration-words.ts';
import type { ColumnId } from './column-ids.ts';
import { hiddenColumns, moved, toggled, type ListColumn } from './shown-columns.ts';
import './columns-panel.css';

interface ColumnsPanelProps {
  readonly columns: readonly ListColumn[];
  readonly hasUsualColumns: boolean;
  /** null for the app's own choice. */
  readonly onChange: (columns: readonly ListColumn[] | null) => void;
}

export function ColumnsPanel(props: ColumnsPanelProps): ReactElement {
  return <Panel label={words.columns}>{() => <Columns {...props} />}</Panel>;
}

function Columns({ columns, hasUsualColumns, onChange }: ColumnsPanelProps): ReactElement {
  const listRef = useRef<HTMLOListElement>(null);
  const hidden = hiddenColumns(columns);

  const move = (id: ColumnId, by: -1 | 1): void => {
    flushSync(() => onChange(moved(columns, id, by)));
    // The row was moved in the page, and a moved element loses the focus; at the end the other way is left.
    const row = listRef.current?.querySelector(`[data-column="${id}"]`);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    (buttons.find(({ dataset }) => dataset['by'] === String(by)) ?? buttons[0])?.focus();
  };

  return (
    <div className="columns-panel">
      <p className="muted">{words.columnsHint}</p>
      <ol ref={listRef} aria-label={words.shownColumns}>
        {columns.map(({ id }, index) => (
          <ShownColumn
            key={id}
            id={id}
            isFirst={index === 0}
            isLast={index === columns.length - 1}
            onMove={(by) => move(id, by)}
            onHide={() => onChange(toggled(columns, id))}
          />
        ))}
      </ol>
      {hidden.length > 0 && (
        <ul aria-label={words.hiddenColumns} className="columns-hidden">
          {hidden.map((id) => (
            <li key={id} className="columns-row">
              <span className="truncate muted">{listWords.columns[id]}</span>
              <IconButton
                size="small"
                icon={Plus}
                label={words.show(listWords.columns[id])}
                onPress={() => onChange(toggled(columns, id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Button size="small" isDisabled={hasUsualColumns} onPress={() => onChange(null)}>
        {words.usualColumns}
      </Button>
    </div>
  );
}

interface ShownColumnProps {
  readonly id: ColumnId;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onHide: () => void;
}

function ShownColumn({ id, isFirst, isLast, onMove, onHide }: ShownColumnProps): ReactElement {
  const heading = listWords.columns[id];
  return (
    <li data-column={id} className="columns-row">
      <span className="truncate">{heading}</span>
      <IconButton
        size="small"
        icon={ChevronUp}
        label={words.moveUp(heading)}
        data-by="-1"
        isDisabled={isFirst}
        onPress={() => onMove(-1)}
      />
      <IconButton
        size="small"
        icon={ChevronDown}
        label={words.moveDown(heading)}
        data-by="1"
        isDisabled={isLast}
        onPress={() => onMove(1)}
      />
      <IconButton
        size="small"
        icon={Minus}
        label={words.hide(heading)}
        isDisabled={isFirst && isLast}
        onPress={onHide}
      />
    </li>
  );
}
