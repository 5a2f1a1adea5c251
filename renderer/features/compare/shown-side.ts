// A side of a comparison as its lists show it: its words, and the way to one of its registrations.
import type { SideWords } from '../../words/compare-words.ts';

export interface ShownSide extends SideWords {
  /** null for the past, which cannot be opened. */
  readonly onOpen: ((registrationId: string) => void) | null;
}

/** How many items a press shows. */
export const PORTION = 200;
