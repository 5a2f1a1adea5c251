// The current row of the list and the details that belong to it: open details follow the selection.
import { useCallback, useState } from 'react';
import type { Whereabouts } from './use-whereabouts.ts';

export interface Selection {
  /** Survives closing the details, a filter that hides the row and a refresh. */
  readonly selectedId: string | null;
  readonly isDetailsOpen: boolean;
  readonly select: (id: string) => void;
  readonly open: (id: string) => void;
  readonly closeDetails: () => void;
}

export function useSelection({ openId, move }: Whereabouts): Selection {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const select = useCallback(
    (id: string): void => {
      setChosenId(id);
      move((from) => (from.openId === null ? {} : { openId: id }));
    },
    [move],
  );
  const open = useCallback(
    (id: string): void => {
      setChosenId(id);
      move(() => ({ openId: id }));
    },
    [move],
  );
  const closeDetails = useCallback((): void => {
    // Details that were opened from elsewhere leave their row selected.
    if (openId !== null) setChosenId(openId);
    move(() => ({ openId: null }));
  }, [openId, move]);
  return { selectedId: openId ?? chosenId, isDetailsOpen: openId !== null, select, open, closeDetails };
}
