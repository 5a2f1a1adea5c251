// The flow of an import: whatever brings credentials in, it ends in the same review, one after the other.
import { useReducer } from 'react';
import type { PageFile } from '#contract/bridge.ts';
import type { CredentialsDraft, SaveOutcome } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import type { OpenedHandOff } from '#contract/hand-off.ts';
import type { Result } from '#contract/result.ts';
import { settle } from '../../app/ask.ts';
import { useBridge } from '../../app/bridge-context.tsx';
import { practiceWords } from '../../words/connect-words.ts';
import { isBusy, noImport, reduceImport, type ImportState, type Waiting } from './import-state.ts';
import { putAway } from './put-away.ts';

type Reading = Promise<Result<CredentialsDraft | null>>;
/** A hand-off file that was found where a credentials file or a backup was looked for. */
type FoundHandOff = Extract<Failure, { code: 'fileIsHandOff' }>;

export interface ImportFlow {
  readonly state: ImportState;
  /** Offers dropped files one by one; while one is under review the others wait. */
  readonly importFiles: (files: readonly PageFile[]) => void;
  readonly importText: (text: string) => void;
  readonly chooseFile: () => void;
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

  const settled = (step: ImportState['step']): void => dispatch({ kind: 'settled', step });
  const failed = (failure: Failure): void => {
    if (failure.code === 'fileIsHandOff') void openFound(failure);
    else settled({ kind: 'failed', failure });
  };
  const openFound = async (found: FoundHandOff): Promise<void> => {
    if (found.opensWith === 'passphrase') {
      settled({ kind: 'sealed', sealed: found });
      return;
    }
    const opened = await settle(bridge.handOff.open({ handOffId: found.handOffId, passphrase: null }));
    if (opened.ok) settled({ kind: 'opened', handOff: opened.value });
    else settled({ kind: 'failed', failure: opened.failure });
  };
  const read = async (reading: Reading): Promise<void> => {
    const result = await settle(reading);
    if (!result.ok) failed(result.failure);
    // No file was chosen: whatever was said before still holds.
    else if (result.value !== null) settled({ kind: 'review', draft: result.value });
  };
  const readAlone = (name: string, reading: Reading): void => {
    dispatch({ kind: 'reading', name, handOffId: null, waiting: [], total: 0 });
    void read(reading);
  };
  const readNext = (all: readonly Waiting[], total: number): void => {
    const [next, ...waiting] = all;
    if (next === undefined) {
      settled({ kind: 'idle' });
    } else if (next.kind === 'file') {
      dispatch({ kind: 'reading', name: next.file.name, handOffId: null, waiting, total });
      void read(bridge.credentials.readFile({ file: next.file }));
    } else {
      const { handOffId, fileName, item } = next;
      dispatch({ kind: 'reading', name: fileName, handOffId, waiting, total });
      if (item.kind === 'dataSync') settled({ kind: 'pair', handOffId, item });
      else void read(bridge.handOff.readCredential({ handOffId, index: item.index }));
    }
  };

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
    importPracticeFile: () => readAlone(practiceWords.fileInWords, bridge.practiceHub.readCredentials()),
    importHandOff: failed,
    opened: (handOff) => settled({ kind: 'opened', handOff }),
    reviewHanded: () => {
      if (state.step.kind !== 'opened') return;
      const { handOffId, fileName, items } = state.step.handOff;
      const handed = items.map((item): Waiting => ({ kind: 'handed', handOffId, fileName, item }));
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
