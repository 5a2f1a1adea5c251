// What an import is doing: reading, told a failure, under review, saved. Several files wait for their turn.
import type { PageFile } from '#contract/bridge.ts';
import type { CredentialsDraft, SaveOutcome } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';

type ImportStep =
  | { readonly kind: 'idle' }
  /** `name` is '' for a pasted text. */
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'review'; readonly draft: CredentialsDraft }
  | { readonly kind: 'saved'; readonly outcome: SaveOutcome };

export interface ImportState {
  readonly step: ImportStep;
  /** Files dropped together that have not had their turn. They are handles: nothing of them is read here. */
  readonly waiting: readonly PageFile[];
  /** How many files were dropped together, the waiting ones included; 0 when it was no drop of files. */
  readonly total: number;
}

export type ImportAction =
  | { readonly kind: 'reading'; readonly name: string; readonly waiting: readonly PageFile[]; readonly total: number }
  | { readonly kind: 'queued'; readonly files: readonly PageFile[] }
  | { readonly kind: 'settled'; readonly step: ImportStep };

export const noImport: ImportState = { step: { kind: 'idle' }, waiting: [], total: 0 };

/** True while another file has to wait for its turn. */
export function isBusy({ step }: ImportState): boolean {
  return step.kind === 'reading' || step.kind === 'review';
}

/** Which of the files dropped together is the present one, counted from 1; null when there is only one. */
export function positionOf({ waiting, total }: ImportState): { position: number; total: number } | null {
  return total > 1 ? { position: total - waiting.length, total } : null;
}

export function reduceImport(state: ImportState, action: ImportAction): ImportState {
  switch (action.kind) {
    case 'reading':
      return { step: { kind: 'reading', name: action.name }, waiting: action.waiting, total: action.total };
    case 'queued':
      // What is under review counts as the first of them, whether it was dropped, chosen or pasted.
      return {
        ...state,
        waiting: [...state.waiting, ...action.files],
        total: Math.max(state.total, 1) + action.files.length,
      };
    case 'settled':
      return { ...state, step: action.step };
  }
}
