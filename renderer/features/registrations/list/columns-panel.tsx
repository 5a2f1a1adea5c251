// Which columns are shown and in which order: the shown ones from the first to the last, then all others.
import { ChevronDown, ChevronUp, Minus, Plus } from 'lucide-react';
import { useLayoutEffect, useRef, type ReactElement, type RefObject } from 'react';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { listViewWords as words } from '../../../words/list-view-words.ts';
import { listWords } from '../../../words/registration-words.ts';
import type { ColumnId } from './column-ids.ts';
import { hiddenColumns, moved, toggled, type ListColumn } from './shown-columns.ts';
import './columns-panel.css';

interface ColumnsPanelProps {
  readonly columns: readonly ListColumn[];
  /** null for the app's own choice. */
  readonly onChange: (columns: readonly ListColumn[] | null) => void;
}

export function ColumnsPanel(props: ColumnsPanelProps): ReactElement {
  return <Panel label={words.columns}>{() => <Columns {...props} />}</Panel>;
}

function Columns({ columns, onChange }: ColumnsPanelProps): ReactElement {
  const { rootRef, pressedRef } = useFocusKept(columns);
  const act = (id: ColumnId, action: Action): void => {
    pressedRef.current = { id, action };
    onChange(changed(columns, id, action));
  };
  return (
    <div ref={rootRef} className="columns-panel">
      <p className="muted">{words.columnsHint}</p>
      <ol aria-label={words.shownColumns}>
        {columns.map(({ id }, index) => (
          <ShownColumn
            key={id}
            id={id}
            isFirst={index === 0}
            isLast={index === columns.length - 1}
            onAct={(action) => act(id, action)}
          />
        ))}
      </ol>
      <ul aria-label={words.hiddenColumns} className="columns-hidden">
        {hiddenColumns(columns).map((id) => (
          <li key={id} data-column={id} className="columns-row">
            <span className="truncate muted">{listWords.columns[id]}</span>
            <IconButton
              size="small"
              icon={Plus}
              label={words.show(listWords.columns[id])}
              onPress={() => act(id, 'toggle')}
            />
          </li>
        ))}
      </ul>
      <Button size="small" onPress={() => onChange(null)}>
        {words.usualColumns}
      </Button>
    </div>
  );
}

type Action = 'up' | 'down' | 'toggle';

function changed(columns: readonly ListColumn[], id: ColumnId, action: Action): readonly ListColumn[] {
  if (action === 'toggle') return toggled(columns, id);
  return moved(columns, id, action === 'up' ? -1 : 1);
}

interface ShownColumnProps {
  readonly id: ColumnId;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onAct: (action: Action) => void;
}

function ShownColumn({ id, isFirst, isLast, onAct }: ShownColumnProps): ReactElement {
  const heading = listWords.columns[id];
  return (
    <li data-column={id} className="columns-row">
      <span className="truncate">{heading}</span>
      <IconButton
        size="small"
        icon={ChevronUp}
        label={words.moveUp(heading)}
        data-action="up"
        isDisabled={isFirst}
        onPress={() => onAct('up')}
      />
      <IconButton
        size="small"
        icon={ChevronDown}
        label={words.moveDown(heading)}
        data-action="down"
        isDisabled={isLast}
        onPress={() => onAct('down')}
      />
      <IconButton
        size="small"
        icon={Minus}
        label={words.hide(heading)}
        isDisabled={isFirst && isLast}
        onPress={() => onAct('toggle')}
      />
    </li>
  );
}

interface Pressed {
  readonly id: ColumnId;
  readonly action: Action;
}

/** What moves in the page loses the focus: it comes back to the same button, or to what is left of its row. */
function useFocusKept(columns: readonly ListColumn[]): {
  readonly rootRef: RefObject<HTMLDivElement | null>;
  readonly pressedRef: RefObject<Pressed | null>;
} {
  const rootRef = useRef<HTMLDivElement>(null);
  const pressedRef = useRef<Pressed | null>(null);
  useLayoutEffect(() => {
    if (pressedRef.current === null) return;
    const { id, action } = pressedRef.current;
    pressedRef.current = null;
    const row = rootRef.current?.querySelector(`[data-column="${id}"]`);
    const buttons = [...(row?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    (buttons.find(({ dataset }) => dataset['action'] === action) ?? buttons[0])?.focus();
  }, [columns]);
  return { rootRef, pressedRef };
}
