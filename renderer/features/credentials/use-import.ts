// The flow of an import: whatever brings credentials in, it ends in the same review, one file after the other.
import { useReducer } from 'react';
import type { PageFile, WindowBridge } from '#contract/bridge.ts';
import type { CredentialsDraft, SaveOutcome } from '#contract/credentials.ts';
import type { Result } from '#contract/result.ts';
import { settle } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { practiceWords } from '../../words/connect-words.ts';
import { isBusy, noImport, reduceImport, type ImportState } from './import-state.ts';

type Reading = Promise<Result<CredentialsDraft | null>>;

export interface ImportFlow {
  readonly state: ImportState;
  /** Offers dropped files one by one; while one is under review the others wait. */
  readonly importFiles: (files: readonly PageFile[]) => void;
  readonly importText: (text: string) => void;
  readonly chooseFile: () => void;
  /** The practice hub's own file, as if it had been dropped. */
  readonly importPracticeFile: () => void;
  /** Leaves a failure, a review or a saved message behind and goes on with the next waiting file. */
  readonly goOn: () => void;
  /** The draft under review was saved. */
  readonly saved: (outcome: SaveOutcome) => void;
}

/** One import at a time for the whole window. */
export function useImport(): ImportFlow {
  const bridge = useBridge();
  const [state, dispatch] = useReducer(reduceImport, noImport);

  const read = async (reading: Reading): Promise<void> => {
    const result = await settle(reading);
    if (!result.ok) dispatch({ kind: 'settled', step: { kind: 'failed', failure: result.failure } });
    // No file was chosen: whatever was said before still holds.
    else if (result.value !== null) dispatch({ kind: 'settled', step: { kind: 'review', draft: result.value } });
  };
  const readAlone = (name: string, reading: Reading): void => {
    dispatch({ kind: 'reading', name, waiting: [], total: 0 });
    void read(reading);
  };
  const readNext = (files: readonly PageFile[], total: number): void => {
    const [file, ...waiting] = files;
    if (file === undefined) {
      dispatch({ kind: 'settled', step: { kind: 'idle' } });
      return;
    }
    dispatch({ kind: 'reading', name: file.name, waiting, total });
    void read(bridge.credentials.readFile({ file }));
  };

  return {
    state,
    importFiles: (files) => {
      const all = [...files, ...state.waiting];
      if (isBusy(state)) dispatch({ kind: 'queued', files });
      else readNext(all, all.length);
    },
    importText: (text) => readAlone('', bridge.credentials.readText({ text })),
    chooseFile: () => void read(bridge.credentials.chooseFile()),
    importPracticeFile: () => readAlone(practiceWords.fileInWords, bridge.practiceHub.readCredentials()),
    goOn: () => {
      discard(bridge, state);
      readNext(state.waiting, state.total);
    },
    saved: (outcome) =>
      state.waiting.length === 0
        ? dispatch({ kind: 'settled', step: { kind: 'saved', outcome } })
        : readNext(state.waiting, state.total),
  };
}

/** A draft that was not saved is dropped from main's memory; if even that fails, main drops it when it ends. */
function discard(bridge: WindowBridge, { step }: ImportState): void {
  if (step.kind === 'review') void settle(bridge.credentials.discardDraft({ draftId: step.draft.draftId }));
}
