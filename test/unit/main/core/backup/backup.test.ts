import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { certificateFiles } from '../../../../../main/adapters/certificate-files.ts';
import { defaultSettings } from '#contract/settings.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { backupOf, parseBackup } from '../../../../../main/core/backup/backup-document.ts';
import { backupService } from '../../../../../main/core/backup/backup-service.ts';
import { hubWays } from '../../../../../main/core/backup/hub-ways.ts';
import { keptBackups } from '../../../../../main/core/backup/kept-backups.ts';
import { hubBook } from '../../../../../main/core/hubs/hub-book.ts';
import {
  parseStoredHubs,
  untouched,
  type StoredHub,
  type StoredHubs,
} from '../../../../../main/core/hubs/stored-hubs.ts';
import { ReachBook } from '../../../../../main/core/reach/reach-book.ts';
import { emptyStoredReach } from '../../../../../main/core/reach/stored-reach.ts';
import { pathBook } from '../../../../../main/core/registrations/life-cycle/path-book.ts';
import { emptyStoredActionPaths } from '../../../../../main/core/registrations/life-cycle/stored-action-paths.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';
import { scriptedSecretBox } from '../../../../doubles/scripted-secret-box.ts';

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

/** The ways of a computer over real books without a disk. */
function memoryWays() {
  const reachStore = memoryRecordStore(emptyStoredReach);
  const reach = new ReachBook({ store: reachStore, secretBox: scriptedSecretBox() });
  const paths = pathBook(memoryRecordStore(emptyStoredActionPaths));
  const addresses = new Map<string, string | null>();
  const reference = {
    addressOf: (hubId: string) => addresses.get(hubId) ?? null,
    keep: (hubId: string, address: string | null) => {
      addresses.set(hubId, address);
      return ok(null);
    },
  };
  return { ...hubWays({ reach, paths, reference }), reach, reachStore, paths, addresses };
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
  const ways = memoryWays();
  const settingsRefusal: { cause: 'full' | null } = { cause: null };
  const service = backupService({
    book,
    ways,
    certificateFiles,
    kept: keptBackups(newId),
    settings: {
      now: () => kept,
      change: (changed) => {
        if (settingsRefusal.cause !== null) return fail({ code: 'storageFailed', cause: settingsRefusal.cause });
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
    ways,
    settingsRefusal,
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
    const outcome = valueOf(
      await fresh.service.backup.apply({ planId: plan.planId, takesSettings: true, takesTrust: false }),
    );
    expect(outcome).toEqual({ hubs: 2, credentials: 2, views: 0, settings: 1, ways: 0 });
    expect(fresh.settings().historyDays).toBe(90);
    expect(fresh.book.hubs()[0]).toMatchObject({
      name: 'Claims',
      credentials: [{ label: 'Configurator', clientAuthentication: 'basic', secret: { level: 'sessionOnly' } }],
    });
    expect(parseStoredHubs(fresh.store.read())).toMatchObject({ ok: true });
    expect(fresh.told()).toBe(1);
    expect(
      await fresh.service.backup.apply({ planId: plan.planId, takesSettings: true, takesTrust: false }),
    ).toMatchObject({
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
      { hubs: 1, credentials: 1, views: 1, settings: 0, ways: 0 },
      { hubs: 0, credentials: 0, views: 0, settings: 0, ways: 0 },
    ]) {
      const { planId } = valueOf(await here.take(text));
      expect(valueOf(await here.service.backup.apply({ planId, takesSettings: false, takesTrust: false }))).toEqual(
        added,
      );
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
    const input = { planId, takesSettings: false, takesTrust: false };
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

  it('brings the ways to the hubs, but proxies and authorities only when they are wanted', async () => {
    const from = computer([hub('Claims')]);
    const pem = readFileSync('test/fixtures/tls/certificate.pem', 'utf8');
    const certificates = certificateFiles.certificatesIn({ fileName: 'ca.pem', bytes: Buffer.from(pem) });
    const password = valueOf(await from.ways.reach.prepare({ clientSecret: MARKER, boundOrigins: [] })).stored;
    const proxy = { kind: 'manual', address: 'http://proxy.example:8080', userName: 'ada', password } as const;
    const timeouts = { connectSeconds: 20, answerSeconds: 60 };
    valueOf(from.ways.reach.change(null, { proxy, timeouts }));
    valueOf(from.ways.reach.change('Claims', { certificates }));
    valueOf(from.ways.paths.set({ hubId: 'Claims', action: 'enable', path: 'actions/wake' }));
    from.ways.addresses.set('Claims', 'https://claims.example/openapi.yaml');
    const text = await savedBy(from);
    expect(text).not.toContain(MARKER);
    expect(text).not.toContain('password');

    for (const takesTrust of [false, true]) {
      const fresh = computer([]);
      const plan = valueOf(await fresh.take(text));
      expect(plan).toMatchObject({
        newWays: [
          { hubName: null, timeouts },
          {
            hubName: 'Claims',
            actionPaths: [{ action: 'enable', path: 'actions/wake' }],
            referenceAddress: 'https://claims.example/openapi.yaml',
          },
        ],
        newTrust: [
          { hubName: null, proxy: { kind: 'manual', address: 'http://proxy.example:8080', userName: 'ada' } },
          { hubName: 'Claims', authorities: certificates.map(({ facts }) => facts) },
        ],
      });
      const input = { planId: plan.planId, takesSettings: false, takesTrust };
      const trusted = 1 + certificates.length;
      expect(valueOf(await fresh.service.backup.apply(input)).ways).toBe(3 + (takesTrust ? trusted : 0));
      const { id } = fresh.book.hubs()[0] ?? { id: '' };
      expect(fresh.ways.of(null)).toMatchObject({ timeouts, proxy: takesTrust ? { kind: 'manual' } : null });
      expect(fresh.ways.of(id).authorities).toHaveLength(takesTrust ? certificates.length : 0);
      expect(fresh.ways.of(id)).toMatchObject({ actionPaths: [{ path: 'actions/wake', origin: 'set' }] });
      const again = valueOf(await fresh.take(text));
      expect(again).toMatchObject({ newWays: [], newTrust: takesTrust ? [] : [{}, {}] });
    }
  });

  it('leaves the ways that are set here as they are', async () => {
    const from = computer([hub('Claims')]);
    valueOf(
      from.ways.reach.change('Claims', { proxy: { kind: 'none' }, timeouts: { connectSeconds: 1, answerSeconds: 1 } }),
    );
    valueOf(from.ways.reach.change(null, { proxy: { kind: 'system' } }));
    const here = computer([hub('Claims')]);
    const own = { proxy: { kind: 'system' }, timeouts: { connectSeconds: 9, answerSeconds: 9 } } as const;
    valueOf(here.ways.reach.change('Claims', own));
    expect(valueOf(await here.take(await savedBy(from)))).toMatchObject({ newWays: [], newTrust: [] });
  });

  it('keeps in use the credential that was in use, and says which columns would change', async () => {
    const [first] = hub('Claims').credentials;
    if (first === undefined) throw new Error('There is no credential');
    const second = { ...first, id: 'second', label: 'Second', clientId: '2' };
    const columns = [{ id: 'label', widthPx: null }];
    const twoOf = hub('Claims', { credentials: [first, second], credentialInUseId: 'second' });
    const text = await savedBy(computer([twoOf], { ...defaultSettings, columns }));
    const fresh = computer([]);
    const plan = valueOf(await fresh.take(text));
    expect(plan.differences).toEqual([{ name: 'columns', here: null, inBackup: ['label'] }]);
    valueOf(await fresh.service.backup.apply({ planId: plan.planId, takesSettings: true, takesTrust: false }));
    const [taken] = fresh.book.hubs();
    expect(taken?.credentials.find(({ id }) => id === taken.credentialInUseId)).toMatchObject({ clientId: '2' });
    expect(fresh.settings().columns).toEqual(columns);
  });

  it('that the disk refuses half-way says so, and the rest is added when it is taken over again', async () => {
    const fresh = computer([]);
    const { planId } = valueOf(await fresh.take(await savedBy(computer([hub('Claims')]))));
    fresh.settingsRefusal.cause = 'full';
    const input = { planId, takesSettings: false, takesTrust: false };
    expect(await fresh.service.backup.apply(input)).toEqual(fail({ code: 'backupHalfTaken', cause: 'full' }));
    expect(fresh.book.hubs()).toHaveLength(1);
    fresh.settingsRefusal.cause = null;
    expect(valueOf(await fresh.service.backup.apply(input))).toMatchObject({ hubs: 0 });
  });

  it('of a version without ways is read as it was', async () => {
    const text = readFileSync('test/fixtures/store/backup.format-1.json', 'utf8');
    expect(valueOf(await computer([]).take(text))).toMatchObject({
      newHubs: [{ name: 'Claims Hub', credentials: 1 }],
      newWays: [],
      newTrust: [],
      differences: [{ name: 'historyDays', inBackup: 90 }],
    });
  });

  it('of another kind, of a later version, or with an address nobody should be sent to is refused', async () => {
    const fresh = computer([]);
    expect(await fresh.take('a letter')).toMatchObject({ failure: { code: 'backupUnreadable', isNewer: false } });
    const newer = JSON.stringify({ format: 'Fabric Registrar backup', formatVersion: 2 });
    expect(await fresh.take(newer)).toMatchObject({ failure: { code: 'backupUnreadable', isNewer: true } });
    const document = backupOf({ hubs: [hub('Claims')], settings: defaultSettings, ways: memoryWays(), madeAtMs: 5 });
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
