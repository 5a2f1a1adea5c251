import { describe, expect, it } from 'vitest';
import { ok } from '#contract/result.ts';
import { defaultSettings } from '#contract/settings.ts';
import type { StoredHub } from '../../../../../main/core/hubs/stored-hubs.ts';
import { untouched } from '../../../../../main/core/hubs/stored-hubs.ts';
import { problemService } from '../../../../../main/core/problems/problem-service.ts';
import { liveSecrets } from '../../../../../main/core/redaction/live-secrets.ts';
import { redactor } from '../../../../../main/core/redaction/redactor.ts';
import { activityEntry } from '../../../../doubles/activity-entry.ts';

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

function service({ log = '', isCancelled = false } = {}) {
  const live = liveSecrets();
  live.add('MARKER-known-0815');
  const written: unknown[] = [];
  const copied: string[] = [];
  let made = 0;
  const problems = problemService({
    book: { hubs: () => [HUB] },
    settings: () => ({ ...defaultSettings, views: [] }),
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
