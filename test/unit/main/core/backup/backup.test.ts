import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#contract/settings.ts';
import { ok, type Result } from '#contract/result.ts';
import { backupOf, parseBackup } from '../../../../../main/core/backup/backup-document.ts';
import { backupService } from '../../../../../main/core/backup/backup-service.ts';
import { keptBackups } from '../../../../../main/core/backup/kept-backups.ts';
import { hubBook } from '../../../../../main/core/hubs/hub-book.ts';
import {
  parseStoredHubs,
  untouched,
  type StoredHub,
  type StoredHubs,
} from '../../../../../main/core/hubs/stored-hubs.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';

const MARKER = 'MARKER-ciphertext';

function hub(name: string, more: Partial<StoredHub> = {}): StoredHub {
  const origin = `https://${name.toLowerCase()}.example`;
  return {
    id: name,
    name,
    baseUrl: `${origin}/prweb/api/ppf/v1`,
    isPracticeHub: false,
    credentialInUseId: `${name}-1`,
    credentials: [
      {
        id: `${name}-1`,
        label: 'Configurator',
        clientId: '0123456789',
        tokenEndpoint: `${origin}/prweb/PRRestService/oauth2/v1/token`,
        clientAuthentication: 'basic',
        savedAtMs: 5,
        secret: { level: 'osKeystore', ciphertext: MARKER, backend: 'kwallet6', ending: 'CAFE' },
        ...untouched,
        note: 'of Ada',
      },
    ],
    ...more,
  };
}

const VIEW = {
  columns: [],
  sort: { column: 'label', direction: 'ascending' },
  filter: {
    text: '',
    statuses: [],
    platforms: [],
    productionLevels: [],
    hasSyncErrors: false,
    isStale: false,
  },
} as const;

function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** A computer with these hubs; what it saves can be read by another. */
function computer(hubs: readonly StoredHub[], settings = defaultSettings) {
  const store = memoryRecordStore<StoredHubs>({ formatVersion: 3, hubs });
  const book = hubBook(store);
  let lastId = 0;
  let kept = settings;
  let file = '';
  let told = 0;
  const newId = (): string => `new-${(lastId += 1)}`;
  const service = backupService({
    book,
    kept: keptBackups(newId),
    settings: {
      now: () => kept,
      change: (changed) => {
        kept = changed;
        return ok(changed);
      },
    },
    sealedFiles: { keep: () => null },
    fileReader: {
      read: () => Promise.resolve(ok({ fileName: 'backup.json', bytes: new TextEncoder().encode(file) })),
    },
    files: {
      write: (_where, content) => {
        file = String(content);
        return Promise.resolve(ok(null));
      },
    },
    askWhereToSave: (fileName) => Promise.resolve({ path: `/${fileName}`, fileName }),
    clock: fixedClock(),
    newId,
    onHubsChanged: () => (told += 1),
  });
  return {
    service,
    store,
    book,
    settings: () => kept,
    file: () => file,
    take: (text: string) => {
      file = text;
      return service.readFile('/backup.json');
    },
    told: () => told,
  };
}

async function savedBy(from: ReturnType<typeof computer>): Promise<string> {
  valueOf(await from.service.backup.save());
  return from.file();
}

describe('a backup', () => {
  it('holds hubs, names and settings, no secret in any form, and not the practice hub', async () => {
    const text = await savedBy(computer([hub('Claims'), hub('Practice', { isPracticeHub: true })]));
    expect(text).toContain('of Ada');
    for (const secret of [MARKER, 'CAFE', 'ciphertext', 'Practice']) expect(text).not.toContain(secret);
  });

  it('on a new computer brings everything back but the secrets, after saying so', async () => {
    const text = await savedBy(computer([hub('Claims'), hub('Policy')], { ...defaultSettings, historyDays: 90 }));
    const fresh = computer([]);
    const plan = valueOf(await fresh.take(text));
    expect(await fresh.service.backup.plan({ planId: plan.planId })).toEqual(ok(plan));
    expect(plan).toMatchObject({
      newHubs: [
        { name: 'Claims', credentials: 1 },
        { name: 'Policy', credentials: 1 },
      ],
      knownHubs: [],
      differences: [{ name: 'historyDays', here: defaultSettings.historyDays, inBackup: 90 }],
    });
    expect(fresh.store.writes()).toBe(0);
    const outcome = valueOf(await fresh.service.backup.apply({ planId: plan.planId, takesSettings: true }));
    expect(outcome).toEqual({ hubs: 2, credentials: 2, views: 0, settings: 1 });
    expect(fresh.settings().historyDays).toBe(90);
    expect(fresh.book.hubs()[0]).toMatchObject({
      name: 'Claims',
      credentials: [{ label: 'Configurator', clientAuthentication: 'basic', secret: { level: 'sessionOnly' } }],
    });
    expect(parseStoredHubs(fresh.store.read())).toMatchObject({ ok: true });
    expect(fresh.told()).toBe(1);
    expect(await fresh.service.backup.apply({ planId: plan.planId, takesSettings: true })).toMatchObject({
      failure: { code: 'backupGone' },
    });
  });

  it('overwrites nothing that is here, and taken over twice it adds nothing more', async () => {
    const view = (name: string) => ({
      name,
      view: { ...VIEW, columns: [], filter: { ...VIEW.filter, statuses: [], platforms: [], productionLevels: [] } },
    });
    const backedUp = { ...defaultSettings, historyDays: 90, views: [view('Mine'), view('Theirs')] };
    const text = await savedBy(computer([hub('Claims', { name: 'Their name' }), hub('Policy')], backedUp));
    const here = computer([hub('Claims')], { ...defaultSettings, views: [view('MINE')] });
    const before = here.book.findHub('Claims');
    for (const added of [
      { hubs: 1, credentials: 1, views: 1, settings: 0 },
      { hubs: 0, credentials: 0, views: 0, settings: 0 },
    ]) {
      const { planId } = valueOf(await here.take(text));
      expect(valueOf(await here.service.backup.apply({ planId, takesSettings: false }))).toEqual(added);
    }
    expect(here.book.findHub('Claims')).toEqual(before);
    expect(here.settings()).toMatchObject({ historyDays: defaultSettings.historyDays });
    expect(here.settings().views.map(({ name }) => name)).toEqual(['MINE', 'Theirs']);
  });

  it('that the disk refuses changes nothing and can be tried again', async () => {
    const text = await savedBy(computer([hub('Claims')]));
    const fresh = computer([]);
    const { planId } = valueOf(await fresh.take(text));
    fresh.store.refuse('full');
    const input = { planId, takesSettings: false };
    expect(await fresh.service.backup.apply(input)).toMatchObject({
      failure: { code: 'storageFailed', cause: 'full' },
    });
    expect(fresh.book.hubs()).toEqual([]);
    fresh.store.accept();
    expect(await fresh.service.backup.apply(input)).toMatchObject({ value: { hubs: 1 } });
  });

  it('that would be too large to be read again is not written', async () => {
    const [first] = hub('Claims').credentials;
    if (first === undefined) throw new Error('There is no credential');
    const credentials = Array.from({ length: 5_000 }, (_, index) => ({
      ...first,
      ...{ id: `${index}`, clientId: `${index}`, note: 'n'.repeat(4_000) },
    }));
    const full = computer([hub('Claims', { credentials, credentialInUseId: '0' })]);
    expect(await full.service.backup.save()).toMatchObject({ failure: { code: 'handOffTooLarge', what: 'backup' } });
    expect(full.file()).toBe('');
  });

  it('of another kind, of a later version, or with an address nobody should be sent to is refused', async () => {
    const fresh = computer([]);
    expect(await fresh.take('a letter')).toMatchObject({ failure: { code: 'backupUnreadable', isNewer: false } });
    const newer = JSON.stringify({ format: 'Fabric Registrar backup', formatVersion: 2 });
    expect(await fresh.take(newer)).toMatchObject({ failure: { code: 'backupUnreadable', isNewer: true } });
    const document = backupOf({ hubs: [hub('Claims')], settings: defaultSettings, madeAtMs: 5 });
    expect(parseBackup(document)).toMatchObject({ ok: true });
    const [first] = document.hubs;
    for (const wrong of [
      { ...first, baseUrl: 'http://claims.example/prweb' },
      { ...first, name: '' },
    ]) {
      expect(parseBackup({ ...document, hubs: [wrong] })).toEqual({ ok: false, failure: 'unreadable' });
    }
    expect(parseBackup({ ...document, settings: { historyDays: -1 } })).toEqual({ ok: false, failure: 'unreadable' });
  });
});
