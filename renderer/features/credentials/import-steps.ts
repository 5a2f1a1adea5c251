// The steps of an import, each asked of main and told to the state: reading, opening a hand-off, going on.
import type { WindowBridge } from '#contract/bridge.ts';
import type { CredentialsDraft, CredentialSummary } from '#contract/credentials.ts';
import type { Failure } from '#contract/failure.ts';
import type { BackupPlan } from '#contract/hand-off.ts';
import type { Result } from '#contract/result.ts';
import { settle } from '../../app/ask.ts';
import type { ImportAction, ImportState, Waiting } from './import-state.ts';

type Reading = Promise<Result<CredentialsDraft | null>>;
/** A hand-off file that was found where a credentials file or a backup was looked for. */
export type FoundHandOff = Extract<Failure, { code: 'fileIsHandOff' }>;

export interface ImportSteps {
  readonly settled: (step: ImportState['step']) => void;
  /** Tells a failure; a hand-off file is none: it is opened, or asks for its passphrase. Nor is a backup: its plan is shown. */
  readonly failed: (failure: Failure) => void;
  /** `expected`: whose new secret was asked for. */
  readonly read: (reading: Reading, expected?: CredentialSummary) => Promise<void>;
  /** Shows what taking over a backup would do. */
  readonly plan: (planning: Promise<Result<BackupPlan | null>>) => Promise<void>;
  /** Reads what came alone; `name` is '' for a pasted text. */
  readonly readAlone: (name: string, reading: Reading) => void;
  /** Goes on with the first of what waits. */
  readonly readNext: (all: readonly Waiting[], total: number) => void;
}

export function importSteps(bridge: WindowBridge, dispatch: (action: ImportAction) => void): ImportSteps {
  const settled: ImportSteps['settled'] = (step) => dispatch({ kind: 'settled', step });
  const failed: ImportSteps['failed'] = (failure) => {
    if (failure.code === 'fileIsBackup') void plan(bridge.backup.plan({ planId: failure.planId }));
    else if (failure.code !== 'fileIsHandOff') settled({ kind: 'failed', failure });
    else if (failure.opensWith === 'passphrase') settled({ kind: 'sealed', sealed: failure });
    else void openWithKey(failure);
  };
  const openWithKey = async ({ handOffId }: FoundHandOff): Promise<void> => {
    const opened = await settle(bridge.handOff.open({ handOffId, passphrase: null }));
    if (opened.ok) settled({ kind: 'opened', handOff: opened.value });
    else settled({ kind: 'failed', failure: opened.failure });
  };
  const read: ImportSteps['read'] = async (reading, expected) => {
    const result = await settle(reading);
    if (!result.ok) failed(result.failure);
    // No file was chosen: whatever was said before still holds.
    else if (result.value !== null) settled({ kind: 'review', draft: result.value, expected: expected ?? null });
  };
  const plan: ImportSteps['plan'] = async (planning) => {
    const result = await settle(planning);
    if (!result.ok) failed(result.failure);
    else if (result.value !== null) settled({ kind: 'backup', plan: result.value });
  };
  const readWaiting = (next: Waiting): void => {
    if (next.kind === 'file') void read(bridge.credentials.readFile({ file: next.file }));
    else if (next.item.kind === 'dataSync') settled({ ...next, kind: 'pair' });
    else void read(bridge.handOff.readCredential({ handOffId: next.handOffId, index: next.item.index }));
  };

  return {
    settled,
    failed,
    read,
    plan,
    readAlone(name, reading) {
      dispatch({ kind: 'reading', name, handOffId: null, waiting: [], total: 0 });
      void read(reading);
    },
    readNext([next, ...waiting], total) {
      if (next === undefined) {
        settled({ kind: 'idle' });
        return;
      }
      const isFile = next.kind === 'file';
      const name = isFile ? next.file.name : next.fileName;
      dispatch({ kind: 'reading', name, handOffId: isFile ? null : next.handOffId, waiting, total });
      readWaiting(next);
    },
  };
}
