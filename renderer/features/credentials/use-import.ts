// The flow of an import: whatever brings credentials in, it ends in the same review, one after the other.
import { useReducer } from 'react';
import type { PageFile } from '#contract/bridge.ts';
import type { CredentialSummary, SaveOutcome } from '#contract/credentials.ts';
import type { OpenedHandOff } from '#contract/hand-off.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { practiceWords } from '../../words/connect-words.ts';
import { isBusy, noImport, reduceImport, type ImportState, type Waiting } from './import-state.ts';
import { importSteps, type FoundHandOff } from './import-steps.ts';
import { putAway } from './put-away.ts';

export interface ImportFlow {
  readonly state: ImportState;
  /** Offers dropped files one by one; while one is under review the others wait. */
  readonly importFiles: (files: readonly PageFile[]) => void;
  readonly importText: (text: string) => void;
  readonly chooseFile: () => void;
  /** The same for a new secret of this credential: a file of another one is said to be that. */
  readonly chooseFileOf: (expected: CredentialSummary) => void;
  /** Lets the person choose a backup of hubs and settings. */
  readonly chooseBackup: () => void;
  /** The practice hub's own file, as if it had been dropped. */
  readonly importPracticeFile: () => void;
  /** A hand-off file that was chosen elsewhere, as if it had been dropped. */
  readonly importHandOff: (found: FoundHandOff) => void;
  /** A hand-off file was opened with its passphrase. */
  readonly opened: (handOff: OpenedHandOff) => void;
  /** Offers the credentials of the opened hand-off file one by one. */
  readonly reviewHanded: () => void;
  /** Leaves a failure, a review or a saved message behind and goes on with what waits. */
  readonly goOn: () => void;
  /** What is under review was saved; null for a data-sync pair, after which nothing has to be said. */
  readonly saved: (outcome: SaveOutcome | null) => void;
}

/** One import at a time for the whole window. */
export function useImport(): ImportFlow {
  const bridge = useBridge();
  const [state, dispatch] = useReducer(reduceImport, noImport);

  const { settled, failed, read, plan, readAlone, readNext } = importSteps(bridge, dispatch);

  return {
    state,
    importFiles: (files) => {
      const dropped = files.map((file): Waiting => ({ kind: 'file', file }));
      const all = [...dropped, ...state.waiting];
      if (isBusy(state)) dispatch({ kind: 'queued', waiting: dropped });
      else readNext(all, all.length);
    },
    importText: (text) => readAlone('', bridge.credentials.readText({ text })),
    chooseFile: () => void read(bridge.credentials.chooseFile()),
    chooseFileOf: (expected) => void read(bridge.credentials.chooseFile(), expected),
    chooseBackup: () => void plan(bridge.backup.choose()),
    importPracticeFile: () => readAlone(practiceWords.fileInWords, bridge.practiceHub.readCredentials()),
    importHandOff: failed,
    opened: (handOff) => settled({ kind: 'opened', handOff }),
    reviewHanded: () => {
      if (state.step.kind !== 'opened') return;
      const { handOffId, fileName, madeAtMs, items } = state.step.handOff;
      const handed = items.map((item): Waiting => ({ kind: 'handed', handOffId, fileName, madeAtMs, item }));
      readNext([...handed, ...state.waiting], handed.length + state.waiting.length);
    },
    goOn: () => {
      putAway(bridge, state);
      readNext(state.waiting, state.total);
    },
    saved: (outcome) => {
      putAway(bridge, { ...state, step: { kind: 'idle' } });
      if (state.waiting.length > 0 || outcome === null) readNext(state.waiting, state.total);
      else settled({ kind: 'saved', outcome });
    },
  };
}
