// Data-sync pairs for real: given by the practice hub, sealed on a real disk, checked over HTTP, with the process killed.
import { fork } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ActivityRecorder } from '../../../../../main/core/activity/activity-recorder.ts';
import { gotHttpClient } from '../../../../../main/adapters/got-http-client.ts';
import { systemClock } from '../../../../../main/adapters/system-clock.ts';
import { pairService } from '../../../../../main/core/pairs/pair-service.ts';
import { configurator, idIn, newApplication, pairIn, startHub } from '../../practice-hub/hub-caller.ts';
import { hubAt, pairBookOnDisk } from './pair-book-on-disk.ts';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pairs-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

async function synchronizing() {
  const hub = await startHub({ synchronizeMs: 0 });
  const send = await configurator(hub);
  const registrationId = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
  const enable = async () => pairIn(await send(`POST /registrations/${registrationId}/actions/enablesync`));
  const saved = hubAt(hub.baseUrl, hub.tokenEndpoint);
  const received = { hubId: 'hub', registrationId, applicationName: 'SalesDesk9', ...(await enable()) };
  /** Stops the synchronization and starts it once more: the Hub gives another secret. */
  const again = async () => {
    await send(`POST /registrations/${registrationId}/actions/disablesync`);
    return enable();
  };
  return { saved, received, again };
}

function serviceOver(pairs: ReturnType<typeof pairBookOnDisk>) {
  const outcomes: unknown[] = [];
  const activity: ActivityRecorder = {
    begin: () => Promise.resolve({ end: (outcome) => Promise.resolve(void outcomes.push(outcome)) }),
  };
  const http = gotHttpClient({ userAgent: 'FabricRegistrar/test', trustedCertificates: () => [] });
  const clipboard = { clearsAfterMs: 30_000, put: () => Promise.resolve() };
  return { outcomes, service: pairService({ pairs, http, clock: systemClock, activity, clipboard }) };
}

describe('a pair of the practice hub', () => {
  it('is exchanged for a token, also after a restart', async () => {
    const { saved, received } = await synchronizing();
    const { id: pairId } = await pairBookOnDisk(folder, saved).keep(received);
    const { service, outcomes } = serviceOver(pairBookOnDisk(folder, saved));
    const report = await service.check({ pairId });
    expect(report).toMatchObject({ ok: true });
    expect(report.ok && report.value.tokenLifetimeSeconds).toBeGreaterThan(0);
    expect(outcomes).toEqual([{ kind: 'done', status: 201 }]);
  });

  it('is refused once the Hub gave another in its place, and that is told', async () => {
    const { again, saved, received } = await synchronizing();
    const pairs = pairBookOnDisk(folder, saved);
    const { id: pairId } = await pairs.keep(received);
    const { service, outcomes } = serviceOver(pairs);
    const second = await again();
    expect(await service.check({ pairId })).toMatchObject({ failure: { code: 'tokenRefused' } });
    expect(outcomes).toMatchObject([{ kind: 'refused', failure: 'tokenRefused' }]);

    const { id: secondId } = await pairs.keep({ ...received, ...second });
    expect(pairs.of('hub').map(({ id }) => id)).toEqual([secondId]);
    expect(await service.check({ pairId: secondId })).toMatchObject({ ok: true });
  });

  it('is nowhere on the disk in clear', async () => {
    const { saved, received } = await synchronizing();
    await pairBookOnDisk(folder, saved).keep(received);
    const texts = fs.readdirSync(folder).map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).not.toContain(received.clientSecret);
  });
});

describe('an app that is killed', () => {
  const saved = hubAt('https://hub.example/prweb/api/ppf/v1', 'https://hub.example/token');

  /** Lets a child keep pair after pair and kills it; answers the last one it said was kept. */
  async function keepUntilKilled(firstRound: number, afterMs: number): Promise<number> {
    const program = path.join(import.meta.dirname, 'keep-pairs.ts');
    const child = fork(program, [folder, String(firstRound)], { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    let last = 0;
    child.on('message', (round) => {
      if (last === 0) setTimeout(() => child.kill('SIGKILL'), afterMs);
      last = Number(round);
    });
    await new Promise((resolve) => child.once('exit', resolve));
    expect(child.signalCode).toBe('SIGKILL');
    return last;
  }

  it('has every pair on the disk that was said to be kept', { timeout: 120_000 }, async () => {
    let round = 0;
    for (let kill = 0; kill < 10; kill += 1) {
      round = await keepUntilKilled(round + 1, kill * 5);
      const pairs = pairBookOnDisk(folder, saved);
      const newest = pairs.of('hub').find(({ registrationId }) => registrationId === `REG-${round % 7}`);
      const opened = await pairs.open(newest?.id ?? '');
      const secret = opened.ok ? opened.value.clientSecret : '';
      expect(secret).toBe(`FAKE-secret-of-round-${round}`);
      round += 1;
    }
  });
});
