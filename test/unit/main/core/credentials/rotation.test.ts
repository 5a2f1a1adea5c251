// A rotation from the import of the new file to its first token: the book, the vault and the notes of use together.
import { describe, expect, it } from 'vitest';
import type { TokenStatus } from '#contract/credentials.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { credentialService } from '../../../../../main/core/credentials/credential-service.ts';
import { credentialUses } from '../../../../../main/core/credentials/credential-uses.ts';
import { CredentialVault } from '../../../../../main/core/credentials/credential-vault.ts';
import { hubBook } from '../../../../../main/core/hubs/hub-book.ts';
import { emptyStoredHubs } from '../../../../../main/core/hubs/stored-hubs.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { recordingLog } from '../../../../doubles/recording-log.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

const OLD = 'FAKE-old-secret-of-the-client-0001';
const NEW = 'FAKE-new-secret-of-the-client-0002';
const NEWER = 'FAKE-newer-secret-of-the-client-03';
const HOST = 'https://hub.example';

const file = (secret: string): string =>
  [
    'Client ID',
    '1',
    'Client Secret',
    secret,
    'Access token endpoint',
    `${HOST}/prweb/PRRestService/oauth2/v1/token`,
  ].join('\n');

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

function start({ store = memoryRecordStore(emptyStoredHubs), box = scriptedSecretBox() } = {}) {
  let lastId = 0;
  const replaced: string[] = [];
  const clock = fixedClock(1000);
  const book = hubBook(store);
  const vault = new CredentialVault({ book, secretBox: box, onStateChanged: () => undefined });
  const notReached = () => Promise.resolve(fail({ code: 'hubMissing' } as const));
  const { credentials, hubs } = credentialService({
    book,
    vault,
    secretBox: box,
    fileReader: { read: () => Promise.resolve(fail({ code: 'fileMissing', fileName: '' })) },
    clock,
    newId: () => `id-${(lastId += 1)}`,
    connectionTest: { testDraft: notReached, testSaved: notReached },
    practiceHubOrigin: () => null,
    sealedFiles: { keep: () => null },
    backups: { keepFile: () => null },
    removeKept: () => Promise.resolve(ok(null)),
    onHubsChanged: () => undefined,
    onCredentialReplaced: (id) => replaced.push(id),
    onCredentialRemoved: () => undefined,
    onImported: () => Promise.resolve(),
  });
  const log = recordingLog();
  const noteUse = credentialUses({ book, vault, clock, log, onHubsChanged: () => undefined });
  async function save(secret: string, baseUrl = `${HOST}/prweb/api/ppf/v1`): Promise<string> {
    const draft = valueOf(await credentials.readText({ text: file(secret) }));
    const names = { hubName: 'Hub', credentialLabel: 'Mine', clientAuthentication: 'body' } as const;
    return valueOf(await credentials.saveDraft({ draftId: draft.draftId, baseUrl, ...names })).credentialId;
  }
  const secretOf = async (credentialId: string) => valueOf(await vault.open(credentialId)).clientSecret;
  const summary = async () => valueOf(await hubs.list())[0]?.credentials[0];
  const gotToken = (credentialId: string, more: Partial<TokenStatus> = {}): void =>
    noteUse({
      credentialId,
      state: 'valid',
      expiresAtMs: 9000,
      operator: 'arek',
      accessGroup: 'PPF',
      clockAheadMs: null,
      ...more,
    });
  return { store, box, book, vault, clock, log, credentials, replaced, save, secretOf, summary, gotToken };
}

describe('a replaced secret', () => {
  it('is kept sealed until the new one got a token, and is gone then', async () => {
    const app = start();
    const id = await app.save(OLD);
    await app.save(NEW);
    expect(await app.secretOf(id)).toBe(NEW);
    expect((await app.summary())?.replacedSecret).toMatchObject({ secretMask: '••••••••0001', secretState: 'ready' });
    expect(app.store.text()).not.toContain(OLD);
    app.gotToken(id);
    expect((await app.summary())?.replacedSecret).toBeNull();
    expect(await app.credentials.goBack({ credentialId: id })).toEqual(fail({ code: 'replacedSecretGone' }));
  });

  it('can be taken back, also after a restart, and then the new one is kept in its stead', async () => {
    const before = start();
    const id = await before.save(OLD);
    await before.save(NEW);
    const app = start(before);
    app.clock.set(5000);
    expect(valueOf(await app.credentials.goBack({ credentialId: id })).credentials[0]).toMatchObject({
      secretMask: '••••••••0001',
      savedAtMs: 5000,
      replacedSecret: { secretMask: '••••••••0002' },
    });
    expect(await app.secretOf(id)).toBe(OLD);
    expect(app.replaced).toEqual([id]);
    await app.credentials.goBack({ credentialId: id });
    expect(await app.secretOf(id)).toBe(NEW);
  });

  it('is the last one that may have worked, after two new ones that did not', async () => {
    const app = start();
    const id = await app.save(OLD);
    app.gotToken(id);
    await app.save(NEW);
    await app.save(NEWER);
    await app.credentials.goBack({ credentialId: id });
    expect(await app.secretOf(id)).toBe(OLD);
  });

  it('is kept for this session where there is no keystore, and not taken for kept after a restart', async () => {
    const first = start();
    first.box.become('unprotected');
    const id = await first.save(OLD);
    await first.save(NEW);
    await first.credentials.goBack({ credentialId: id });
    expect(await first.secretOf(id)).toBe(OLD);
    await first.credentials.goBack({ credentialId: id });
    expect(await first.secretOf(id)).toBe(NEW);

    const app = start({ store: first.store, box: scriptedSecretBox() });
    expect((await app.summary())?.replacedSecret?.secretState).toBe('forgotten');
    expect(await app.credentials.goBack({ credentialId: id })).toEqual(fail({ code: 'secretForgotten' }));
  });

  it('is the one that opens, not what an earlier run or a backup left without a secret', async () => {
    const first = start();
    first.box.become('unprotected');
    const id = await first.save(OLD);
    const app = start({ store: first.store, box: scriptedSecretBox() });
    await app.save(NEW);
    expect((await app.summary())?.replacedSecret).toBeNull();
    await app.save(NEWER);
    expect((await app.summary())?.replacedSecret).toMatchObject({ secretMask: '••••••••0002', secretState: 'ready' });
    await app.credentials.goBack({ credentialId: id });
    expect(await app.secretOf(id)).toBe(NEW);
  });

  it('that an earlier run left without a secret gives way to the one in place', async () => {
    const first = start();
    first.box.become('unprotected');
    await first.save(OLD);
    await first.save(NEW);
    const app = start({ store: first.store, box: scriptedSecretBox() });
    const id = await app.save(NEWER);
    await app.save('FAKE-newest-secret-of-the-client-4');
    await app.credentials.goBack({ credentialId: id });
    expect(await app.secretOf(id)).toBe(NEWER);
  });

  it('that nothing opens any more is not set aside', async () => {
    const first = start();
    const id = await first.save(OLD);
    const app = start({ store: first.store, box: scriptedSecretBox() });
    await app.vault.open(id);
    await app.save(NEW);
    expect((await app.summary())?.replacedSecret).toBeNull();
  });

  it('that is sealed outlives a new one that worked but is kept for this session only', async () => {
    const first = start();
    const id = await first.save(OLD);
    first.box.become('unprotected');
    await first.save(NEW);
    first.gotToken(id);
    expect((await first.summary())?.replacedSecret).not.toBeNull();
    first.box.become('none');
    const app = start({ store: first.store, box: first.box });
    expect(await app.summary()).toMatchObject({ secretState: 'forgotten', replacedSecret: { secretState: 'ready' } });
    await app.credentials.goBack({ credentialId: id });
    expect(await app.secretOf(id)).toBe(OLD);
    app.gotToken(id, { expiresAtMs: 20_000 });
    expect((await app.summary())?.replacedSecret).toBeNull();
  });

  it('that cannot be opened any more is not gone back to', async () => {
    const first = start();
    const id = await first.save(OLD);
    await first.save(NEW);
    await first.credentials.goBack({ credentialId: id });
    const app = start({ store: first.store, box: scriptedSecretBox() });
    await app.vault.open(id);
    await app.credentials.goBack({ credentialId: id });
    expect((await app.summary())?.replacedSecret?.secretState).toBe('unreadable');
    expect(await app.credentials.goBack({ credentialId: id })).toEqual(fail({ code: 'secretUnreadable' }));
  });

  it('is of no use at another host, and is not kept for it', async () => {
    const app = start();
    await app.save(OLD);
    await app.save(NEW, 'https://api.example/prweb/api/ppf/v1');
    const moved = app.book.hubs().flatMap((hub) => hub.credentials);
    expect(moved).toMatchObject([{ previousSecret: null }]);
  });

  it('goes with its credential', async () => {
    const app = start();
    const id = await app.save(OLD);
    await app.save(NEW);
    await app.credentials.remove({ credentialId: id });
    expect(app.store.text()).not.toContain('ciphertext');
    expect(await app.credentials.goBack({ credentialId: id })).toEqual(fail({ code: 'credentialMissing' }));
  });

  it('stays where it is when the disk refuses to change places', async () => {
    const app = start();
    const id = await app.save(OLD);
    await app.save(NEW);
    app.store.refuse('full');
    expect(await app.credentials.goBack({ credentialId: id })).toMatchObject({ failure: { code: 'storageFailed' } });
    expect(await app.secretOf(id)).toBe(NEW);
    expect(app.replaced).toEqual([id]);
  });
});

describe('what was noted of a credential', () => {
  it('outlives a rotation, but not the end of the old secret', async () => {
    const app = start();
    const id = await app.save(OLD);
    const fields = { label: 'Mine', clientAuthentication: 'body', note: 'From Mia', expiresAtMs: 99 } as const;
    await app.credentials.change({ credentialId: id, ...fields });
    app.gotToken(id);
    await app.save(NEW);
    expect(await app.summary()).toMatchObject({
      note: 'From Mia',
      expiresAtMs: null,
      lastUsedAtMs: 1000,
      lastOperator: 'arek',
      lastAccessGroup: 'PPF',
    });
  });

  it('comes back with the secret it was noted of', async () => {
    const app = start();
    const id = await app.save(OLD);
    const fields = { label: 'Mine', clientAuthentication: 'body', note: '' } as const;
    await app.credentials.change({ credentialId: id, ...fields, expiresAtMs: 99 });
    await app.save(NEW);
    await app.credentials.change({ credentialId: id, ...fields, expiresAtMs: 1000 });
    await app.save(NEWER);
    await app.credentials.goBack({ credentialId: id });
    expect(await app.summary()).toMatchObject({ secretMask: '••••••••0001', expiresAtMs: 99 });
  });

  it('is asked of the person anew when the end is another one', async () => {
    const app = start();
    const id = await app.save(OLD);
    const fields = { credentialId: id, label: 'Mine', clientAuthentication: 'body', note: '' } as const;
    await app.credentials.change({ ...fields, expiresAtMs: 99 });
    await app.credentials.dismissReminder({ credentialId: id, step: 7 });
    await app.credentials.change({ ...fields, note: 'x', expiresAtMs: 99 });
    expect(await app.summary()).toMatchObject({ dismissedReminder: 7 });
    await app.credentials.change({ ...fields, expiresAtMs: 100 });
    expect(await app.summary()).toMatchObject({ dismissedReminder: null });
  });
});

describe('the use of a credential', () => {
  it('is written once a token, not once a call', async () => {
    const app = start();
    const id = await app.save(OLD);
    const before = app.store.writes();
    app.gotToken(id);
    app.gotToken(id);
    expect(app.store.writes()).toBe(before + 1);
    app.gotToken(id, { expiresAtMs: 12_000, operator: null, accessGroup: null });
    expect(app.store.writes()).toBe(before + 2);
    expect(await app.summary()).toMatchObject({ lastOperator: 'arek', lastAccessGroup: 'PPF' });
  });

  it('is noted again for a new secret, even if its token ends at the same time', async () => {
    const app = start();
    const id = await app.save(OLD);
    app.gotToken(id);
    await app.save(NEW);
    app.gotToken(id, { state: 'none', expiresAtMs: null, operator: null, accessGroup: null });
    expect((await app.summary())?.replacedSecret).not.toBeNull();
    app.gotToken(id);
    expect((await app.summary())?.replacedSecret).toBeNull();
  });

  it('that the disk refuses keeps the replaced secret and is tried again', async () => {
    const app = start();
    const id = await app.save(OLD);
    await app.save(NEW);
    app.store.refuse('full');
    app.gotToken(id);
    app.store.accept();
    expect((await app.summary())?.replacedSecret).not.toBeNull();
    app.gotToken(id);
    expect((await app.summary())?.replacedSecret).toBeNull();
  });
});
