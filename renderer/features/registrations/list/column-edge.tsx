// The edge of a column's head, to be dragged; a double press gives the width back to the window. For the pointer only:
// the keys are the head's own.
import { useRef, type PointerEvent, type ReactElement } from 'react';
import type { ColumnId } from './column-ids.ts';
import type { Resizing } from './use-column-widths.ts';

interface ColumnEdgeProps {
  readonly id: ColumnId;
  readonly resizing: Resizing;
}

export function ColumnEdge({ id, resizing }: ColumnEdgeProps): ReactElement {
  const start = useRef<{ readonly atX: number; readonly widthPx: number } | null>(null);
  /** How wide the column is with the pointer there; null when nothing is dragged. */
  const widthAt = ({ clientX }: PointerEvent): number | null =>
    start.current === null ? null : start.current.widthPx + clientX - start.current.atX;

  return (
    <span
      aria-hidden
      className="list-edge"
      // A press on the edge sorts nothing.
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={() => resizing.onResize(id, null)}
      onPointerDown={(event) => {
        const cell = event.currentTarget.parentElement;
        if (event.button !== 0 || cell === null) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { atX: event.clientX, widthPx: cell.getBoundingClientRect().width };
      }}
      onPointerMove={(event) => {
        const widthPx = widthAt(event);
        if (widthPx !== null) resizing.onDrag(id, widthPx);
      }}
      onPointerUp={(event) => {
        const widthPx = widthAt(event);
        // A press that moved nothing keeps the width to the window.
        if (widthPx !== null && widthPx !== start.current?.widthPx) resizing.onResize(id, widthPx);
        start.current = null;
      }}
      onPointerCancel={() => {
        start.current = null;
      }}
    />
  );
}
