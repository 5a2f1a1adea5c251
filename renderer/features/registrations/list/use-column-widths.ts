// The widths of the columns while they are changed: a drag is shown at once and kept when it is let go.
import { useMemo, useState } from 'react';
import type { ColumnId } from './column-ids.ts';
import { resized, type ListColumn } from './shown-columns.ts';

/** How a column's width is changed: while it is dragged, when it is let go, and back to what the window gives (null). */
export interface Resizing {
  readonly onDrag: (id: ColumnId, widthPx: number) => void;
  readonly onResize: (id: ColumnId, widthPx: number | null) => void;
}

export interface ColumnWidths {
  /** The columns as wide as they are at this moment. */
  readonly columns: readonly ListColumn[];
  readonly isDragging: boolean;
  readonly resizing: Resizing;
}

interface Dragged {
  readonly id: ColumnId;
  readonly widthPx: number | null;
  /** The columns as they were when it was dragged. */
  readonly of: readonly ListColumn[];
}

export function useColumnWidths(
  columns: readonly ListColumn[],
  onColumns: (columns: readonly ListColumn[]) => void,
): ColumnWidths {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const resizing = useMemo(
    (): Resizing => ({
      onDrag: (id, widthPx) => setDragged({ id, widthPx, of: columns }),
      onResize: (id, widthPx) => {
        // Stays until the columns have come back with their new width, so that nothing jumps in between.
        setDragged({ id, widthPx, of: columns });
        onColumns(resized(columns, id, widthPx));
      },
    }),
    [columns, onColumns],
  );
  const isDragging = dragged?.of === columns;
  return {
    columns: isDragging ? resized(columns, dragged.id, dragged.widthPx) : columns,
    isDragging,
    resizing,
  };
}
