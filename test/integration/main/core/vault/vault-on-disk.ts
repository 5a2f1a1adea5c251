// Everything that keeps secrets as the app has it, over real files and a keystore that survives the process.
import '../../../../doubles/no-electron-download.ts';
import process from 'node:process';
import { ok, type Result } from '#contract/result.ts';
import { openElectronRecordStore } from '../../../../../main/adapters/electron-record-store.ts';
import { electronSecretBox } from '../../../../../main/adapters/electron-secret-box.ts';
import type { Parse } from '../../../../../main/adapters/kept-file.ts';
import type { Keystore } from '../../../../../main/adapters/keystore-cipher.ts';
import { randomId } from '../../../../../main/adapters/random-id.ts';
import { systemClock } from '../../../../../main/adapters/system-clock.ts';
import { composeSafe, composeVault, renewing } from '../../../../../main/compose-vault.ts';
import { CredentialVault, replacedIdOf } from '../../../../../main/core/credentials/credential-vault.ts';
import { OwnKeys } from '../../../../../main/core/hand-off/own-keys.ts';
import { emptyStoredKeys, parseStoredKeys } from '../../../../../main/core/hand-off/stored-keys.ts';
import { hubBook } from '../../../../../main/core/hubs/hub-book.ts';
import { placeCredential } from '../../../../../main/core/hubs/place-credential.ts';
import { emptyStoredHubs, parseStoredHubs, untouched } from '../../../../../main/core/hubs/stored-hubs.ts';
import { PairBook } from '../../../../../main/core/pairs/pair-book.ts';
import { emptyStoredPairs, parseStoredPairs } from '../../../../../main/core/pairs/stored-pairs.ts';
import type { AgeFiles } from '../../../../../main/core/ports.ts';
import { ReachBook } from '../../../../../main/core/reach/reach-book.ts';
import { emptyStoredReach, parseStoredReach } from '../../../../../main/core/reach/stored-reach.ts';
import { renewSealedSecret } from '../../../../../main/renew-sealed-secret.ts';
import type { TokenKeeper } from '../../../../../main/core/tokens/token-keeper.ts';
import { emptyStoredVault, parseStoredVault } from '../../../../../main/core/vault/stored-vault.ts';
import { quickAge } from '../../../../doubles/quick-age.ts';
import { flippingKeystore } from '../pairs/flipping-keystore.ts';

const log = { info: () => undefined, warn: () => undefined };
const ORIGIN = 'https://hub.example';
const ENDPOINT = `${ORIGIN}/prweb/PRRestService/oauth2/v1/token`;

/** The secret of the credential with this number. */
export const secretOf = (number: number): string => `FAKE-secret-of-credential-${number}`;
const PAIR_SECRET = 'FAKE-secret-of-the-pair';
const PROXY_PASSWORD = 'FAKE-password-of-the-proxy';

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

export function vaultOnDisk(folder: string, { age = quickAge, keystore = flippingKeystore }: Machine = {}) {
  const open = <Value extends object>(name: string, parse: Parse<Value>, empty: Value) =>
    openElectronRecordStore({ folder, name, parse, empty, clock: systemClock, log });
  const records = {
    hubs: open('hubs', parseStoredHubs, emptyStoredHubs),
    pairs: open('pairs', parseStoredPairs, emptyStoredPairs),
    keys: open('keys', parseStoredKeys, emptyStoredKeys),
    reach: open('reach', parseStoredReach, emptyStoredReach),
    vault: open('vault', parseStoredVault, emptyStoredVault),
  };
  const box = electronSecretBox({
    keystore,
    platform: process.platform,
    log,
    onResealed: (before, after) => renew(before, after),
  });
  const tell = () => undefined;
  const safe = composeSafe({ records, keystore: box, age, newId: randomId, tell });
  const book = hubBook(records.hubs.store);
  const common = { secretBox: safe.box, clock: systemClock, newId: randomId, onChanged: () => undefined };
  const vault = new CredentialVault({ book, secretBox: safe.box, onStateChanged: () => undefined });
  const pairs = new PairBook({ ...common, store: records.pairs.store, book });
  const keys = new OwnKeys({ ...common, store: records.keys.store, age });
  const reach = new ReachBook({ store: records.reach.store, secretBox: safe.box });
  const renew = renewing(safe, [
    (before, after) => void book.change((hubs) => renewSealedSecret(hubs, before, after)),
    (before, after) => pairs.renewSealed(before, after),
    (before, after) => keys.renewSealed(before, after),
    (before, after) => reach.renewSealed(before, after),
  ]);
  const forgotten: string[] = [];
  // SAFETY: of the tokens nothing is used here but that they are forgotten.
  const keeper = { forget: (id: string) => forgotten.push(id) } as unknown as TokenKeeper;
  const service = composeVault({ safe, book, tell, setShield: () => undefined }, { vault, pairs, keys, reach, keeper });

  /** Saving it again with another suffix is a rotation. */
  async function saveCredential(number: number, suffix = ''): Promise<void> {
    const clientSecret = secretOf(number) + suffix;
    const prepared = valueOf(await vault.prepare({ clientSecret, boundOrigins: [ORIGIN] }));
    const credential = {
      id: `credential-${number}`,
      label: `Label ${number}`,
      clientId: String(number),
      tokenEndpoint: ENDPOINT,
      clientAuthentication: 'body' as const,
      savedAtMs: 0,
      secret: prepared.stored,
      ...untouched,
    };
    const hub = { id: 'hub', name: 'Hub', baseUrl: `${ORIGIN}/prweb/api/ppf/v1`, isPracticeHub: false };
    const placement = { hub, isNameChosen: false, credential, isUsable: () => true };
    const placed = valueOf(book.change((hubs) => ok(placeCredential(hubs, placement))));
    vault.replace(credential.id, prepared, placed);
  }

  return {
    ...service,
    forgotten,
    records,
    credentials: () => book.hubs().flatMap((hub) => hub.credentials),
    replacedSessionOf: (number: number) => vault.sessionOf(replacedIdOf(`credential-${number}`)),
    stateOf: (number: number) => {
      const found = book.findCredential(`credential-${number}`);
      return found === null ? null : vault.stateOf(found.credential);
    },
    openCredential: async (number: number) => {
      const opened = await vault.open(`credential-${number}`);
      return opened.ok ? opened.value.clientSecret : opened.failure.code;
    },
    openPair: async () => {
      const opened = await pairs.open(pairs.of('hub')[0]?.id ?? '');
      return opened.ok ? opened.value.clientSecret : opened.failure.code;
    },
    openProxy: async () => {
      const opened = await reach.open(null, 'proxy');
      return opened?.ok === true ? opened.value.clientSecret : null;
    },
    saveCredential,
    keys,
    /** The fingerprint of every secret that is stored; undefined where none is told. */
    fingerprints: () => {
      const found: (string | undefined)[] = [];
      for (const record of Object.values(safe.records)) collectFingerprints(record.read(), found);
      return found;
    },
    /** Two credentials, a pair and the password of a proxy. */
    async fill(): Promise<void> {
      await saveCredential(1);
      await saveCredential(2);
      const from = { hubId: 'hub', registrationId: 'REG-1', applicationName: 'Desk', clientId: '77' };
      await pairs.keep({ ...from, clientSecret: PAIR_SECRET });
      const prepared = valueOf(await reach.prepare({ clientSecret: PROXY_PASSWORD, boundOrigins: [ORIGIN] }));
      const proxy = {
        kind: 'manual',
        address: 'http://proxy.example:3128',
        userName: 'me',
        password: prepared.stored,
      } as const;
      valueOf(reach.change(null, { proxy }));
      reach.keep(null, 'proxy', prepared);
    },
    /** Every secret, opened. */
    async all(): Promise<readonly (string | null)[]> {
      return [
        await this.openCredential(1),
        await this.openCredential(2),
        await this.openPair(),
        await this.openProxy(),
      ];
    },
  };
}

interface Machine {
  readonly age?: AgeFiles;
  readonly keystore?: Keystore;
}

export const ALL_SECRETS = [secretOf(1), secretOf(2), PAIR_SECRET, PROXY_PASSWORD];

function collectFingerprints(value: unknown, found: (string | undefined)[]): void {
  if (typeof value !== 'object' || value === null) return;
  if ('ciphertext' in value) {
    found.push(
      'keyFingerprint' in value && typeof value.keyFingerprint === 'string' ? value.keyFingerprint : undefined,
    );
  }
  for (const part of Object.values(value)) collectFingerprints(part, found);
}
