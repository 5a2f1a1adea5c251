import { describe, expect, it } from 'vitest';
import { defaultTimeouts, type ReachView } from '#contract/reach.ts';
import { ok } from '#contract/result.ts';
import { defaultSettings } from '#contract/settings.ts';
import type { VaultStatus } from '#contract/vault.ts';
import type { StoredHub } from '../../../../../main/core/hubs/stored-hubs.ts';
import { untouched } from '../../../../../main/core/hubs/stored-hubs.ts';
import { problemService } from '../../../../../main/core/problems/problem-service.ts';
import { liveSecrets } from '../../../../../main/core/redaction/live-secrets.ts';
import { redactor } from '../../../../../main/core/redaction/redactor.ts';
import { activityEntry } from '../../../../doubles/activity-entry.ts';
import { sampleAuthority, sampleReach } from '../../../../doubles/sample-reach.ts';

const HUB: StoredHub = {
  id: 'hub-1',
  name: 'Claims of Uplus',
  baseUrl: 'https://claims.uplus.example/prweb/api/ppf/v1',
  isPracticeHub: false,
  credentialInUseId: 'c-1',
  credentials: [
    {
      ...untouched,
      id: 'c-1',
      label: 'Night shift',
      clientId: '4711-client',
      tokenEndpoint: 'https://login.uplus.example:8443/oauth2/v1/token',
      clientAuthentication: 'body',
      savedAtMs: 1,
      secret: { level: 'osKeystore', backend: 'gnome_libsecret', ciphertext: 'SEALED', ending: 'ZZ99' },
    },
  ],
};

const KEYSTORE: VaultStatus = { level: 'osKeystore', isLocked: false, keyFingerprint: null, isUnlockWanted: false };
const SEALED = { protection: { level: 'osKeystore', backend: 'gnome_libsecret' }, state: 'locked' } as const;
const ALL: ReachView = { ...sampleReach, proxy: { kind: 'system' }, timeouts: defaultTimeouts };
const MANUAL = { kind: 'manual', address: 'http://proxy.bank.example:3128' } as const;
const OWN: ReachView = {
  proxy: { ...MANUAL, userName: 'ada', password: SEALED },
  certificates: [sampleAuthority],
  clientCertificate: { ...SEALED, fileName: 'ada.p12', facts: { ...sampleAuthority, subject: 'CN=ada' } },
  timeouts: null,
};

function service({ log = '', isCancelled = false, own = sampleReach, vault = KEYSTORE } = {}) {
  const live = liveSecrets();
  live.add('MARKER-known-0815');
  const written: unknown[] = [];
  const copied: string[] = [];
  let made = 0;
  const problems = problemService({
    book: { hubs: () => [HUB] },
    settings: () => ({ ...defaultSettings, views: [] }),
    vaultStatus: () => vault,
    reach: { view: (scope) => (scope === null ? ALL : own) },
    activity: { entries: () => Promise.resolve([activityEntry({ id: 'a-1' }), activityEntry({ id: 'a-2' })]) },
    reporting: {
      versions: () => ({ 'Fabric Registrar': '0.1.0', Electron: '45.0.0' }),
      lastLines: () => log,
      redact: redactor(live),
      copyText: (text) => Promise.resolve(void copied.push(text)),
    },
    askWhereToSave: (name) => Promise.resolve(isCancelled ? null : { path: `/x/${name}`, fileName: name }),
    files: { write: (file, text) => Promise.resolve(ok((written.push([file.fileName, text]), null))) },
    clock: { nowMs: () => Date.UTC(2026, 10, 23, 9) },
    newId: () => `report-${(made += 1)}`,
  });
  const report = async (withAddresses = false): Promise<{ id: string; text: string }> => {
    const answer = await problems.report({ withAddresses });
    if (!answer.ok) throw new Error('No report');
    return answer.value;
  };
  return { problems, report, written, copied };
}

describe('a problem report', () => {
  it('tells versions, what protects the secrets, settings, the last calls and the log', async () => {
    const { text } = await service({ log: '{"event":"The app starts"}\n' }).report();
    expect(text).toContain('problem report of 2026-11-23T09:00:00.000Z');
    expect(text).toContain('Electron: 45.0.0');
    expect(text).toContain('hub 1: hub\n  credential: osKeystore (gnome_libsecret), body, in use');
    expect(text).toContain('historyDays: 400');
    expect(text).toContain('views: 0 entries');
    expect(text).toContain('{"event":"The app starts"}');
  });

  it('tells the level in force, and whether the passphrase is wanted', async () => {
    expect((await service().report()).text).toContain('Protection\n\nosKeystore\n');
    const locked: VaultStatus = { ...KEYSTORE, level: 'passphrase', isLocked: true, keyFingerprint: 'AB:CD' };
    const told = 'Protection\n\npassphrase, a key of its own that is ';
    expect((await service({ vault: locked }).report()).text).toContain(`${told}locked\n`);
    expect((await service({ vault: { ...locked, isLocked: false } }).report()).text).toContain(`${told}unlocked\n`);
  });

  it('tells how all hubs and each one are reached', async () => {
    const all = 'all hubs: proxy system, authorities added 0, client certificate none';
    const { text } = await service().report();
    expect(text).toContain(`${all}, waits 10 s to connect and 30 s for the answer\n`);
    expect(text).toContain(
      'hub 1: proxy as for all hubs, authorities added 0, client certificate none, waits as for all hubs\n',
    );
  });

  it('names proxies and certificates only where the person wants names, and who signs in at a proxy never', async () => {
    const kept = 'kept by osKeystore/gnome_libsecret and locked';
    const proxy = `proxy manual with a user name and a password ${kept}`;
    const { text } = await service({ own: OWN }).report();
    expect(text).toContain(`hub 1: ${proxy}, authorities added 1, client certificate ${kept}, waits as for all hubs\n`);
    expect(text).not.toMatch(/bank|Corporate|ada/);
    const named = (await service({ own: OWN }).report(true)).text;
    expect(named).toContain(`${proxy} (http://proxy.bank.example:3128), `);
    expect(named).toContain('authorities added 1 (CN=Example Corporate CA, O=Example), ');
    expect(named).toContain(`client certificate ${kept} (CN=ada), `);
    const open: ReachView = { ...OWN, proxy: { ...MANUAL, userName: '', password: null } };
    expect((await service({ own: open }).report()).text).toContain('proxy manual with no user name and no password, ');
  });

  it('has neither names nor addresses of hubs, also not in the log', async () => {
    const log = '{"host":"LOGIN.uplus.example","hub":"claims of uplus","url":"https://claims.uplus.example/prweb"}\n';
    const { text } = await service({ log }).report();
    expect(text).toContain('{"host":"(hub 1)","hub":"(hub 1)","url":"https://(hub 1)/prweb"}');
    expect(text).not.toMatch(/uplus|Night shift/i);
  });

  it('has them when the person wants them in', async () => {
    const { text } = await service().report(true);
    expect(text).toContain('hub 1: hub, Claims of Uplus, https://claims.uplus.example/prweb/api/ppf/v1');
    expect(text).toContain('https://login.uplus.example:8443/oauth2/v1/token');
  });

  it('has no secret, sealed or not, nor its end, nor the client’s name', async () => {
    const log = '{"event":"x MARKER-known-0815"}\n{"text":"client_secret=MARKER-unknown"}\n';
    for (const withAddresses of [true, false]) {
      const { text } = await service({ log }).report(withAddresses);
      expect(text).not.toMatch(/MARKER|SEALED|ZZ99|4711-client/);
    }
  });

  it('is saved and copied exactly as it was shown', async () => {
    const { problems, report, written, copied } = service();
    const { id: reportId, text } = await report();
    expect(await problems.save({ reportId })).toEqual(ok({ fileName: 'Fabric Registrar problem 2026-11-23.log' }));
    expect(await problems.copy({ reportId })).toEqual(ok(null));
    expect(written).toEqual([['Fabric Registrar problem 2026-11-23.log', text]]);
    expect(copied).toEqual([text]);
  });

  it('goes nowhere when the person chooses no file, or when another one was made since', async () => {
    const cancelled = service({ isCancelled: true });
    expect(await cancelled.problems.save({ reportId: (await cancelled.report()).id })).toEqual(ok(null));
    const { problems, report, written, copied } = service();
    const { id: reportId } = await report();
    await report();
    expect(await problems.save({ reportId })).toMatchObject({ failure: { code: 'inputInvalid' } });
    expect(await problems.copy({ reportId })).toMatchObject({ failure: { code: 'inputInvalid' } });
    expect([...written, ...copied, ...cancelled.written]).toEqual([]);
  });
});
