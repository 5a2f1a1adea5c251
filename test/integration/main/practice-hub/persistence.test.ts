import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startFor } from '../../../../main/practice-hub/parent-conversation.ts';
import { startPracticeHub } from '../../../../main/practice-hub/practice-hub.ts';
import {
  configurator,
  idIn,
  type Json,
  jsonField,
  newApplication,
  pairIn,
  startHub,
  temporaryFolder,
  tokenFor,
} from './hub-caller.ts';

const STATE_FILE = 'practice-hub-state.json';

/** Takes a port of the loopback address for the rest of the test. */
async function occupy(port: number): Promise<void> {
  const server = createServer();
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
}

describe('a practice hub with a folder', () => {
  it('is the same hub at the next start: address, credentials, registrations, pairs', async () => {
    const stateFolder = await temporaryFolder();
    const first = await startPracticeHub({ stateFolder });
    const send = await configurator(first);
    const made = await send('POST /registrations', newApplication('SalesDesk9'));
    const pair = pairIn(await send(`POST /registrations/${idIn(made)}/actions/enablesync`));
    await send('DELETE /registrations/REG-22952');
    await send('PATCH /registrations/REG-22951', { weighting: '42' });
    const refused = await send('POST /registrations', newApplication('SalesDesk9'));
    expect(refused.status).toBe(409);
    const before = await send('GET /registrations');
    await first.close();

    const second = await startPracticeHub({ stateFolder });
    onTestFinished(() => second.close());
    expect(second.baseUrl).toBe(first.baseUrl);
    expect(second.credentialsFileText()).toBe(first.credentialsFileText());
    expect(second.notices).toEqual([]);
    const sendAgain = await configurator(second);
    expect((await sendAgain('GET /registrations')).json).toEqual(before.json);
    expect(await tokenFor(second, pair)).not.toBe('');
    const next = await sendAgain('POST /registrations', newApplication('SalesDesk10'));
    expect(idIn(next)).not.toBe(idIn(made));
  });

  it('finishes a synchronization that was running when it stopped', async () => {
    const stateFolder = await temporaryFolder();
    let nowMs = Date.UTC(2026, 5, 1);
    const options = { stateFolder, clock: () => nowMs, synchronizeMs: 5_000 };
    const first = await startPracticeHub(options);
    const send = await configurator(first);
    const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
    await send(`POST /registrations/${id}/actions/enablesync`);
    await first.close();
    nowMs += 5_000;
    const second = await startHub(options);
    const sendAgain = await configurator(second);
    expect((await sendAgain(`GET /registrations/${id}`)).json).toMatchObject({
      status: 'Active',
      lastTaskSyncedDateTime: '20260601T000005.000 GMT',
    });
  });

  it('has every answered change on disk already, without a goodbye', async () => {
    const stateFolder = await temporaryFolder();
    const hub = await startHub({ stateFolder });
    const send = await configurator(hub);
    const names = Array.from({ length: 25 }, (_, index) => `Parallel${index}`);
    await Promise.all(names.map((name) => send('POST /registrations', newApplication(name))));
    const kept = await readFile(join(stateFolder, STATE_FILE), 'utf8');
    expect(names.filter((name) => !kept.includes(`"${name}"`))).toEqual([]);
    expect(await readdir(stateFolder)).toEqual([STATE_FILE]);
  });

  it('keeps its state for the owner alone, and no client secret in it', async () => {
    const stateFolder = join(await temporaryFolder(), 'new', 'folder');
    const hub = await startHub({ stateFolder });
    const send = await configurator(hub);
    const id = idIn(await send('POST /registrations', newApplication('SalesDesk9')));
    const { clientSecret } = pairIn(await send(`POST /registrations/${id}/actions/enablesync`));
    const kept = await readFile(join(stateFolder, STATE_FILE), 'utf8');
    expect(kept).not.toContain(hub.clientSecret);
    expect(kept).not.toContain(clientSecret);
    if (process.platform !== 'win32') {
      expect((await stat(join(stateFolder, STATE_FILE))).mode & 0o777).toBe(0o600);
      expect((await stat(stateFolder)).mode & 0o777).toBe(0o700);
    }
  });

  it('takes another port when its own is taken, says so, and stays there', async () => {
    const stateFolder = await temporaryFolder();
    const first = await startPracticeHub({ stateFolder });
    const port = Number(new URL(first.origin).port);
    await first.close();
    await occupy(port);
    const second = await startPracticeHub({ stateFolder });
    const otherPort = Number(new URL(second.origin).port);
    expect(otherPort).not.toBe(port);
    expect(second.notices).toEqual([{ kind: 'portChanged', from: port, to: otherPort }]);
    await second.close();
    const third = await startPracticeHub({ stateFolder });
    onTestFinished(() => third.close());
    expect(third.origin).toBe(second.origin);
    expect(third.notices).toEqual([]);
  });

  it('moves a state that it cannot read aside, says so, and starts anew', async () => {
    const stateFolder = await temporaryFolder();
    await writeFile(join(stateFolder, STATE_FILE), '{"formatVersion":1,"rootKey":');
    const hub = await startHub({ stateFolder });
    const [notice] = hub.notices;
    expect(notice?.kind).toBe('stateUnreadable');
    const movedTo = notice?.kind === 'stateUnreadable' ? notice.movedTo : '';
    expect(await readFile(movedTo, 'utf8')).toBe('{"formatVersion":1,"rootKey":');
    const send = await configurator(hub);
    expect((await send('GET /registrations')).json?.['registrations']).toHaveLength(12);
  });

  it('stays with its first seed and says so', async () => {
    const stateFolder = await temporaryFolder();
    await (await startPracticeHub({ stateFolder, seed: 30 })).close();
    const hub = await startHub({ stateFolder, seed: 3 });
    expect(hub.notices).toEqual([{ kind: 'seedKept', count: 30 }]);
    const send = await configurator(hub);
    expect((await send('GET /registrations')).json?.['registrations']).toHaveLength(30);
  });

  it('refuses an exact port that is taken', async () => {
    const hub = await startHub();
    const port = Number(new URL(hub.origin).port);
    await expect(startPracticeHub({ port })).rejects.toMatchObject({ name: 'PortTaken', port });
  });

  it('answers 500 when a change cannot be kept, and then it was not made', async () => {
    const stateFolder = join(await temporaryFolder(), 'state');
    const hub = await startHub({ stateFolder });
    const send = await configurator(hub);
    const before = (await send('GET /registrations')).json;
    await rm(stateFolder, { recursive: true });
    for (const [what, body] of [
      ['POST /registrations', newApplication('SalesDesk9')],
      ['PATCH /registrations/REG-22951', { weighting: '42' }],
      ['POST /registrations/REG-22951/actions/disable', undefined],
      ['DELETE /registrations/REG-22961', undefined],
    ] as const) {
      const answer = await send(what, body);
      expect([what, answer.status]).toEqual([what, 500]);
      expect(answer.text).not.toContain(stateFolder);
    }
    const byId = (one: unknown) => String(jsonField(one, 'ID'));
    const sorted = (json: Json | undefined) => (json?.['registrations'] as unknown[]).map(byId).sort();
    const after = (await send('GET /registrations')).json;
    expect(sorted(after)).toEqual(sorted(before));
    expect((await send('GET /registrations/REG-22951')).json).toMatchObject({ weighting: '3', status: 'Active' });

    await mkdir(stateFolder);
    expect((await send('POST /registrations', newApplication('SalesDesk9'))).status).toBe(201);
  });
});

describe('the start from the app', () => {
  it('answers where the hub is, with its credentials file', async () => {
    const stateFolder = await temporaryFolder();
    const { answer, hub } = await startFor({ stateFolder });
    onTestFinished(async () => await hub?.close());
    expect(answer).toEqual({
      kind: 'started',
      origin: hub?.origin,
      baseUrl: hub?.baseUrl,
      tokenEndpoint: hub?.tokenEndpoint,
      credentialsFileText: hub?.credentialsFileText(),
      notices: [],
    });
    expect(structuredClone(answer)).toEqual(answer);
  });

  it('reads nothing but the folder: no fault, port or operator can be asked for', async () => {
    const message = {
      stateFolder: await temporaryFolder(),
      faults: [{ kind: 'hang' }],
      seed: 1,
      tokenLifetimeSeconds: 1,
    };
    const { hub } = await startFor(message);
    if (hub === undefined) throw new Error('The hub did not start.');
    onTestFinished(() => hub.close());
    const send = await configurator(hub);
    expect((await send('GET /registrations')).json?.['registrations']).toHaveLength(12);
    expect(hub.requests).toEqual([]);
  });

  it('says why it failed', async () => {
    const file = join(await temporaryFolder(), 'file');
    await writeFile(file, '');
    expect((await startFor({ stateFolder: join(file, 'below') })).answer).toEqual({
      kind: 'failed',
      reason: 'ENOTDIR',
    });
    expect((await startFor('start')).answer).toEqual({ kind: 'failed', reason: 'notAStartMessage' });
  });
});
