// The book of credentials as the app has it, over a real file and a keystore that survives the process.
import '../../../../doubles/no-electron-download.ts';
import process from 'node:process';
import { fail, ok, type Result } from '#contract/result.ts';
import { openElectronRecordStore } from '../../../../../main/adapters/electron-record-store.ts';
import { electronSecretBox } from '../../../../../main/adapters/electron-secret-box.ts';
import { randomId } from '../../../../../main/adapters/random-id.ts';
import { systemClock } from '../../../../../main/adapters/system-clock.ts';
import { credentialService } from '../../../../../main/core/credentials/credential-service.ts';
import { credentialUses } from '../../../../../main/core/credentials/credential-uses.ts';
import { CredentialVault, replacedHolder } from '../../../../../main/core/credentials/credential-vault.ts';
import { hubBook } from '../../../../../main/core/hubs/hub-book.ts';
import { emptyStoredHubs, parseStoredHubs } from '../../../../../main/core/hubs/stored-hubs.ts';
import { flippingKeystore } from '../pairs/flipping-keystore.ts';

const log = { info: () => undefined, warn: () => undefined };
const HOST = 'https://hub.example';

/** The secret of a rotation, by its number. */
export const secretOfRound = (round: number): string => `FAKE-secret-of-rotation-${String(round).padStart(6, '0')}`;

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const file = (secret: string): string =>
  [
    'Client ID',
    '1',
    'Client Secret',
    secret,
    'Access token endpoint',
    `${HOST}/prweb/PRRestService/oauth2/v1/token`,
  ].join('\n');

export function rotationOnDisk(folder: string) {
  const { store, recovery } = openElectronRecordStore({
    folder,
    name: 'hubs',
    parse: parseStoredHubs,
    empty: emptyStoredHubs,
    clock: systemClock,
    log,
  });
  const book = hubBook(store);
  const secretBox = electronSecretBox({ keystore: flippingKeystore, platform: process.platform, log });
  const vault = new CredentialVault({ book, secretBox, onStateChanged: () => undefined });
  const notReached = () => Promise.resolve(fail({ code: 'hubMissing' } as const));
  const { credentials } = credentialService({
    book,
    vault,
    secretBox,
    fileReader: { read: () => Promise.resolve(fail({ code: 'fileMissing', fileName: '' })) },
    clock: systemClock,
    newId: randomId,
    connectionTest: { testDraft: notReached, testSaved: notReached },
    practiceHubOrigin: () => null,
    sealedFiles: { keep: () => null },
    backups: { keepFile: () => null },
    removeKept: () => Promise.resolve(ok(null)),
    onHubsChanged: () => undefined,
    onCredentialReplaced: () => undefined,
    onCredentialRemoved: () => undefined,
    onImported: () => Promise.resolve(),
  });
  const noteUse = credentialUses({ book, vault, clock: systemClock, log, onHubsChanged: () => undefined });
  const credential = () => book.hubs()[0]?.credentials[0];
  return {
    recovery,
    count: () => book.hubs().flatMap((hub) => hub.credentials).length,
    async rotateTo(round: number): Promise<void> {
      const draft = valueOf(await credentials.readText({ text: file(secretOfRound(round)) }));
      const names = { hubName: 'Hub', credentialLabel: 'Mine', clientAuthentication: 'body' } as const;
      const baseUrl = `${HOST}/prweb/api/ppf/v1`;
      valueOf(await credentials.saveDraft({ draftId: draft.draftId, baseUrl, ...names }));
    },
    /** As after the first token. */
    worked(round: number): void {
      const credentialId = credential()?.id ?? '';
      noteUse({
        credentialId,
        state: 'valid',
        expiresAtMs: round,
        operator: null,
        accessGroup: null,
        clockAheadMs: null,
      });
    },
    async goBack(): Promise<void> {
      valueOf(await credentials.goBack({ credentialId: credential()?.id ?? '' }));
    },
    /** The secret in place and the one it replaced, opened; null where there is none. */
    async secrets(): Promise<readonly [string, string | null]> {
      const found = credential();
      if (found === undefined) throw new Error('no credential');
      const { clientSecret } = valueOf(await vault.open(found.id));
      const replaced = replacedHolder(found);
      if (replaced === null) return [clientSecret, null];
      const opened = await vault.openOf(() => replaced);
      return [clientSecret, opened?.ok === true ? opened.value.content.clientSecret : 'closed'];
    },
  };
}
