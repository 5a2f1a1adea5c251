// What keeps secrets, put together: the keystore, the passphrase's key, and the moves between them.
import type { OnResealed } from './adapters/electron-secret-box.ts';
import type { OpenedRecord } from './adapters/electron-record-store.ts';
import type { Parse } from './adapters/kept-file.ts';
import type { Access } from './compose-access.ts';
import type { Records } from './compose-records.ts';
import { parseStoredKeys } from './core/hand-off/stored-keys.ts';
import { parseStoredHubs } from './core/hubs/stored-hubs.ts';
import { parseStoredPairs } from './core/pairs/stored-pairs.ts';
import type { AgeFiles, NewId, RenewedSecret, SealedSecret, SecretBox } from './core/ports.ts';
import { holderInReach } from './core/reach/reach-book.ts';
import type { ReachBook } from './core/reach/reach-book.ts';
import { parseStoredReach } from './core/reach/stored-reach.ts';
import { keystoreMark } from './core/vault/keystore-mark.ts';
import { finishMoves } from './core/vault/move-secrets.ts';
import type { LiveRecord, SealedRecord } from './core/vault/move-secrets.ts';
import { PassphraseKey } from './core/vault/passphrase-key.ts';
import { vaultBox } from './core/vault/vault-box.ts';
import { vaultService, vaultStatus } from './core/vault/vault-service.ts';
import type { VaultService } from './core/vault/vault-service.ts';
import type { Tell } from './ipc/events.ts';
import type { Safe, SealedRecords } from './safe.ts';
import type { ServicePorts } from './service-ports.ts';

interface SafeParts {
  readonly records: SealedRecords & Pick<Records, 'vault'>;
  readonly keystore: SecretBox;
  readonly age: AgeFiles;
  readonly newId: NewId;
  readonly tell: Tell;
}

/** To be called before the records are used: a move that was cut off is finished here. */
export function composeSafe({ records, keystore, age, newId, tell }: SafeParts): Safe {
  const { store, isKept } = records.vault;
  const holders = [records.hubs, records.pairs, records.keys, records.reach];
  const sealed = {
    hubs: { ...sealedRecord(records.hubs, parseStoredHubs), keepsEndings: true },
    pairs: { ...sealedRecord(records.pairs, parseStoredPairs), keepsEndings: true },
    keys: { ...sealedRecord(records.keys, parseStoredKeys), keepsEndings: false },
    reach: { ...sealedRecord(records.reach, parseStoredReach), keepsEndings: false, holderAt: holderInReach },
  };
  // Where nothing at all can be kept, nothing is there to be read either.
  const isBeyondReach = !isKept && holders.some((each) => each.isKept);
  finishMoves({ records: Object.values(sealed), store });
  const key: PassphraseKey = new PassphraseKey({
    age,
    stored: () => store.read().key,
    onChanged: () => tell('vaultChanged', vaultStatus({ store, key })),
  });
  const mark = keystoreMark({ keystore, store, newId });
  const box = vaultBox({ keystore, mark, key, store, isBeyondReach });
  const setAside = [...holders, records.vault].map((each) => each.setAside);
  return { box, keystore, mark, key, store, isKept, isBeyondReach, setAside, records: sealed };
}

function sealedRecord<Value>(
  { store }: OpenedRecord<Value>,
  parse: Parse<Value>,
): Pick<SealedRecord, 'read' | 'replace'> {
  return {
    read: () => store.read(),
    replace(record) {
      const parsed = parse(record);
      if (!parsed.ok) throw new Error('A record does not take secrets that moved');
      return store.write(parsed.value);
    },
  };
}

/** Whoever puts a secret that was sealed anew in the place of the same one sealed before. */
type Renew = (before: SealedSecret, after: RenewedSecret) => void;

/** What the keystore sealed anew goes where it was, with the fingerprint of the key that sealed it. */
export function renewing({ mark }: Pick<Safe, 'mark'>, renewers: readonly Renew[]): OnResealed {
  return async (before, after) => {
    if (await mark.renew(before)) return;
    const fingerprint = await mark.fingerprint();
    const renewed = { ...after, keyFingerprint: fingerprint === '' ? undefined : fingerprint };
    for (const renew of renewers) renew(before, renewed);
  };
}

type VaultPorts = Pick<ServicePorts, 'safe' | 'book' | 'tell' | 'setShield'>;

/** Whoever has secrets. */
type Holders = Pick<Access, 'vault' | 'pairs' | 'keys' | 'keeper'> & { readonly reach: ReachBook };

/** The operations, over the secrets that the app holds. */
export function composeVault({ safe, book, tell, setShield }: VaultPorts, holders: Holders): VaultService {
  const { vault, pairs, keys, keeper, reach } = holders;
  const { records } = safe;
  const credentials = {
    sessionOf: (id: string) => vault.sessionOf(id),
    keepForSession: vault.keepForSession.bind(vault),
    reread: () => {
      for (const { id, secret, previousSecret } of book.hubs().flatMap((hub) => hub.credentials)) {
        if (secret.level !== 'sessionOnly') vault.forget(id);
        if (previousSecret?.level !== 'sessionOnly') vault.forgetReplaced(id);
      }
    },
  };
  const live: readonly LiveRecord[] = [
    { ...records.hubs, ...credentials },
    liveRecord(records.pairs, pairs),
    liveRecord(records.keys, keys),
    liveRecord(records.reach, reach),
  ];
  return vaultService({
    ...safe,
    records: live,
    setShield,
    onStatesChanged() {
      tell('hubsChanged', null);
      pairs.tellAll();
      tell('keysChanged', null);
      tell('vaultChanged', vaultStatus(safe));
    },
    onLocked() {
      const credentialsOfAll = book.hubs().flatMap((hub) => hub.credentials);
      for (const { id, secret } of credentialsOfAll) if (secret.level === 'passphrase') keeper.forget(id);
    },
  });
}

function liveRecord(record: SealedRecord, memory: Omit<LiveRecord, keyof SealedRecord>): LiveRecord {
  return {
    ...record,
    sessionOf: (id) => memory.sessionOf(id),
    keepForSession: (id, content) => memory.keepForSession(id, content),
    reread: () => memory.reread(),
  };
}
