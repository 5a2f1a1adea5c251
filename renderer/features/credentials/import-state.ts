// What an import is doing: reading, told a failure, opening a hand-off, under review, saved. The rest waits for its turn.
import type { PageFile } from '#contract/bridge.ts';
import type { CredentialsDraft, CredentialSummary, SaveOutcome } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import type { BackupPlan, HandedItem, OpenedHandOff } from '#contract/hand-off.ts';

/** A hand-off file in main's memory that wants a passphrase. */
interface SealedHandOff {
  readonly handOffId: string;
  readonly fileName: string;
}

/** One credential of an opened hand-off, with what is known of the file. */
interface Handed extends Pick<OpenedHandOff, 'handOffId' | 'fileName' | 'madeAtMs'> {
  readonly item: HandedItem;
}

type ImportStep =
  | { readonly kind: 'idle' }
  /** `name` is '' for a pasted text. */
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly failure: Failure }
  | { readonly kind: 'sealed'; readonly sealed: SealedHandOff }
  /** What is in it, before the first of its credentials is reviewed. */
  | { readonly kind: 'opened'; readonly handOff: OpenedHandOff }
  /** A backup of hubs and settings: what taking it over would do. */
  | { readonly kind: 'backup'; readonly plan: BackupPlan }
  /** `expected`: whose new secret was asked for; null when any credentials will do. */
  | { readonly kind: 'review'; readonly draft: CredentialsDraft; readonly expected: CredentialSummary | null }
  | ({ readonly kind: 'pair' } & Handed)
  | { readonly kind: 'saved'; readonly outcome: SaveOutcome };

/** What waits: a file that was dropped, or a credential of a hand-off that was opened. Nothing of it is read here. */
export type Waiting = { readonly kind: 'file'; readonly file: PageFile } | ({ readonly kind: 'handed' } & Handed);

export interface ImportState {
  readonly step: ImportStep;
  /** The hand-off file whose credential is at work; null when it is none. */
  readonly handOffId: string | null;
  readonly waiting: readonly Waiting[];
  /** How many came together, the waiting ones included; 0 when it was no drop of files. */
  readonly total: number;
}

export type ImportAction =
  | {
      readonly kind: 'reading';
      readonly name: string;
      readonly handOffId: string | null;
      readonly waiting: readonly Waiting[];
      readonly total: number;
    }
  | { readonly kind: 'queued'; readonly waiting: readonly Waiting[] }
  | { readonly kind: 'settled'; readonly step: ImportStep };

export const noImport: ImportState = { step: { kind: 'idle' }, handOffId: null, waiting: [], total: 0 };

const BUSY: ReadonlySet<ImportStep['kind']> = new Set(['reading', 'sealed', 'opened', 'backup', 'review', 'pair']);

/** True while whatever comes has to wait for its turn. */
export function isBusy({ step }: ImportState): boolean {
  return BUSY.has(step.kind);
}

/** Which of those that came together is the present one, counted from 1; null when there is only one. */
export function positionOf({ waiting, total }: ImportState): { position: number; total: number } | null {
  return total > 1 ? { position: total - waiting.length, total } : null;
}

export function reduceImport(state: ImportState, action: ImportAction): ImportState {
  switch (action.kind) {
    case 'reading': {
      const { name, handOffId, waiting, total } = action;
      return { step: { kind: 'reading', name }, handOffId, waiting, total };
    }
    case 'queued':
      // What is under review counts as the first of them, whether it was dropped, chosen or pasted.
      return {
        ...state,
        waiting: [...state.waiting, ...action.waiting],
        total: Math.max(state.total, 1) + action.waiting.length,
      };
    case 'settled': {
      const isOver = action.step.kind === 'idle' || action.step.kind === 'saved';
      return { ...state, step: action.step, handOffId: isOver ? null : state.handOffId };
    }
  }
}
