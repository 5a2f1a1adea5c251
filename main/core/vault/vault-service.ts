// The operations that protect secrets: unlocking, locking, and moving everything from one protection to another.
import type { Protection } from '#contract/credentials.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { ResealOutcome, VaultOperations, VaultStatus } from '#contract/vault.ts';
import type { ProtectInput } from '#contract/vault-inputs.ts';
import { AGE_BACKEND } from '../credentials/stored-secret.ts';
import type { RecordStore, SecretBox } from '../ports.ts';
import type { KeystoreMark } from './keystore-mark.ts';
import { moveSecrets, type MovingParts, type Target } from './move-secrets.ts';
import { keyFingerprint, type MadeKey, type PassphraseKey } from './passphrase-key.ts';
import type { StoredVault } from './stored-vault.ts';
import { sealInKeystore } from './vault-box.ts';

export interface VaultServicePorts extends Pick<MovingParts, 'records' | 'session' | 'box' | 'onMoved'> {
  readonly store: RecordStore<StoredVault>;
  /** False when the record cannot be kept: a key that is gone with this run must not seal anything. */
  readonly isKept: boolean;
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
  readonly status: () => VaultStatus;
  /** Locks, if there is something to lock. */
  readonly lockNow: () => void;
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
  /** One move after the other. */
  let moving: Promise<unknown> = Promise.resolve();

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = moving.then(work, work);
    moving = turn;
    return turn;
  }

  function lockNow(): void {
    if (store.read().key === null || key.isLocked) return;
    key.lock();
    ports.onLocked();
    ports.onStatesChanged();
  }

  async function unlock(passphrase: string): Promise<Result<VaultStatus>> {
    const unlocked = await key.unlock(passphrase);
    if (!unlocked.ok) return unlocked;
    ports.onStatesChanged();
    return ok(status());
  }

  async function move(target: Target): Promise<Result<ResealOutcome>> {
    if (!ports.isKept) return fail({ code: 'storageFailed', cause: 'denied' });
    const moved = await moveSecrets(ports, target);
    ports.onStatesChanged();
    return moved.ok ? ok({ status: status(), ...moved.value }) : moved;
  }

  async function protect(input: ProtectInput): Promise<Result<ResealOutcome>> {
    if (input.level === store.read().level) return ok({ status: status(), moved: 0, left: 0 });
    if (input.level === 'passphrase') return move(behind(await key.make(input.passphrase), key));
    return move(input.level === 'osKeystore' ? intoKeystore(ports) : INTO_SESSION);
  }

  async function change(current: string, next: string): Promise<Result<ResealOutcome>> {
    const unlocked = await unlock(current);
    return unlocked.ok ? move(behind(await key.make(next), key)) : unlocked;
  }

  return {
    status,
    lockNow,
    vault: {
      status: told,
      keystore: async (): Promise<Result<Protection>> => ok(await keystore.protection()),
      unlock: ({ passphrase }) => unlock(passphrase),
      dismissUnlock() {
        key.dismiss();
        return told();
      },
      lock() {
        lockNow();
        return told();
      },
      protect: (input) => inTurn(() => protect(input)),
      changePassphrase: ({ current, next }) => inTurn(() => change(current, next)),
      giveUpPassphrase: () => inTurn(() => Promise.resolve(giveUp(ports, lockNow))),
      shield({ isOn }) {
        ports.setShield(isOn);
        return Promise.resolve(ok(null));
      },
    },
  };
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

const INTO_SESSION: Target = {
  level: 'sessionOnly',
  key: null,
  seal: () => Promise.resolve(null),
  onDecided: () => undefined,
};

function intoKeystore(ports: VaultServicePorts): Target {
  return {
    level: 'osKeystore',
    key: null,
    async seal(plaintext) {
      const sealed = await sealInKeystore(ports, plaintext);
      return sealed?.ok === true ? ok({ ...sealed.value, keyFingerprint: ports.mark.known() }) : sealed;
    },
    onDecided: () => ports.key.dismiss(),
  };
}

function behind(made: MadeKey, key: PassphraseKey): Target {
  const { publicKey } = made.stored;
  return {
    level: 'passphrase',
    key: made.stored,
    seal: async (plaintext) =>
      ok({
        ciphertext: await key.seal(plaintext, publicKey),
        backend: AGE_BACKEND,
        keyFingerprint: keyFingerprint(publicKey),
      }),
    onDecided: () => key.take(made),
  };
}
