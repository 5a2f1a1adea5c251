// The operations that protect secrets: unlocking, locking, and moving everything from one protection to another.
import type { Protection } from '#contract/credentials.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { ResealOutcome, VaultOperations, VaultStatus } from '#contract/vault.ts';
import type { ProtectInput } from '#contract/vault-inputs.ts';
import type { RecordStore, SecretBox, SetAside } from '../ports.ts';
import type { KeystoreMark } from './keystore-mark.ts';
import { type Moved, moveSecrets, type MovingParts, type Target } from './move-secrets.ts';
import { behind, intoKeystore, intoSession } from './move-targets.ts';
import { keyFingerprint, type PassphraseKey } from './passphrase-key.ts';
import type { StoredVault } from './stored-vault.ts';

export interface VaultServicePorts extends Pick<MovingParts, 'records' | 'box'> {
  readonly store: RecordStore<StoredVault>;
  /** False when the record cannot be kept: a key that is gone with this run must not seal anything. */
  readonly isKept: boolean;
  /** As in {@link VaultBoxPorts}. */
  readonly isBeyondReach: boolean;
  /** The unreadable files beside the records. */
  readonly setAside: readonly SetAside[];
  readonly keystore: SecretBox;
  readonly mark: KeystoreMark;
  readonly key: PassphraseKey;
  /** What is known of secrets' states is another now. */
  readonly onStatesChanged: () => void;
  /** Tokens that were got with secrets which are now locked must go too. */
  readonly onLocked: () => void;
  readonly setShield: (isOn: boolean) => void;
}

export interface VaultService {
  readonly vault: VaultOperations;
  /** Locks, if there is something to lock. */
  readonly lockNow: () => void;
  /** Locks what is open, and asks for the passphrase where it is locked. */
  readonly lockOrAsk: () => void;
}

/** The status as it is now. Touches no keystore. */
export function vaultStatus({ store, key }: Pick<VaultServicePorts, 'store' | 'key'>): VaultStatus {
  const { level, key: stored } = store.read();
  return {
    level,
    isLocked: key.isLocked,
    keyFingerprint: stored === null ? null : keyFingerprint(stored.publicKey),
    isUnlockWanted: key.isWanted,
  };
}

export function vaultService(ports: VaultServicePorts): VaultService {
  const { key, store, keystore } = ports;
  const status = (): VaultStatus => vaultStatus(ports);
  const told = (): Promise<Result<VaultStatus>> => Promise.resolve(ok(status()));
  const inTurn = oneByOne();

  function lockNow(): void {
    if (store.read().key === null || key.isLocked) return;
    key.lock();
    ports.onLocked();
    ports.onStatesChanged();
  }

  return {
    lockNow,
    lockOrAsk: () => (key.isLocked ? key.ask() : lockNow()),
    vault: {
      status: told,
      keystore: async (): Promise<Result<Protection>> => {
        const protection = await keystore.protection();
        const known = ports.mark.known();
        return ok(
          protection.level === 'sessionOnly' || known === '' ? protection : { ...protection, keyFingerprint: known },
        );
      },
      unlock: ({ passphrase }) => unlock(ports, passphrase),
      dismissUnlock() {
        key.dismiss();
        return told();
      },
      lock() {
        lockNow();
        return told();
      },
      protect: (input) => inTurn(() => protect(ports, input)),
      changePassphrase: (input) => inTurn(() => changePassphrase(ports, input)),
      giveUpPassphrase() {
        const asked = status().keyFingerprint;
        // What waits for the passphrase would keep its turn for ever: it goes on without.
        key.dismiss();
        return inTurn(() => Promise.resolve(asked === status().keyFingerprint ? giveUp(ports, lockNow) : ok(status())));
      },
      removeSetAside() {
        const removed = ports.setAside.map((files) => files.remove());
        return Promise.resolve(removed.find((each) => !each.ok) ?? ok(null));
      },
      shield({ isOn }) {
        ports.setShield(isOn);
        return Promise.resolve(ok(null));
      },
    },
  };
}

/** Moves run one after the other: each starts from what the one before it left. */
function oneByOne(): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  };
}

async function unlock(ports: VaultServicePorts, passphrase: string): Promise<Result<VaultStatus>> {
  const unlocked = await ports.key.unlock(passphrase);
  if (!unlocked.ok) return unlocked;
  ports.onStatesChanged();
  return ok(vaultStatus(ports));
}

async function move(ports: VaultServicePorts, target: Target): Promise<Result<ResealOutcome>> {
  if (ports.isBeyondReach) return fail({ code: 'vaultUnavailable' });
  if (!ports.isKept) return fail({ code: 'storageFailed', cause: 'denied' });
  const moved = await moveSecrets(ports, target);
  ports.onStatesChanged();
  return moved.ok ? ok(outcomeOf(ports, moved.value)) : moved;
}

function outcomeOf(ports: VaultServicePorts, moved: Moved): ResealOutcome {
  // What nothing opened may have its only key in such a file: none is offered to be deleted then.
  const setAside = moved.left > 0 ? 0 : ports.setAside.reduce((sum, files) => sum + files.count(), 0);
  return { status: vaultStatus(ports), ...moved, setAside };
}

async function protect(ports: VaultServicePorts, input: ProtectInput): Promise<Result<ResealOutcome>> {
  const { key, store } = ports;
  if (input.level === 'passphrase') {
    // Another passphrase is taken for the present one only.
    if (store.read().level === 'passphrase') return ok(outcomeOf(ports, { moved: 0, left: 0, waiting: 0 }));
    return move(ports, behind(await key.make(input.passphrase), key));
  }
  return move(ports, input.level === 'osKeystore' ? intoKeystore(ports) : intoSession);
}

interface PassphraseChange {
  readonly passphrase: string;
  readonly nextPassphrase: string;
}

async function changePassphrase(
  ports: VaultServicePorts,
  { passphrase, nextPassphrase }: PassphraseChange,
): Promise<Result<ResealOutcome>> {
  const unlocked = await unlock(ports, passphrase);
  return unlocked.ok ? move(ports, behind(await ports.key.make(nextPassphrase), ports.key)) : unlocked;
}

/** The records stay, and say that nothing opens them any more. */
function giveUp(ports: VaultServicePorts, lockNow: () => void): Result<VaultStatus> {
  const { store, key } = ports;
  lockNow();
  const written = store.write({ ...store.read(), level: 'osKeystore', key: null });
  if (!written.ok) return written;
  key.dismiss();
  ports.onStatesChanged();
  return ok(vaultStatus(ports));
}
