// How much longer it takes to keep ten thousand registrations than to write plain JSON, and to read them again.
import { mkdtemp, open, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonValue, SavedCopy } from '#contract/registration.ts';
import { fileCopyStore } from '../../main/adapters/file-copy-store.ts';
import { systemClock } from '../../main/adapters/system-clock.ts';
import type { CopyStore } from '../../main/core/ports.ts';
import { readRegistrations } from '../../main/core/registrations/registration.ts';
import { startPracticeHub } from '../../main/practice-hub/practice-hub.ts';
import { figure, median, type Figure } from './figures.ts';

const REGISTRATIONS = 10_000;
const ROUNDS = 15;
const HUB_ID = 'bench';

/** What a hub with so many registrations answers to a list, without asking over the network. */
async function answerOf(registrations: number): Promise<JsonValue> {
  const hub = await startPracticeHub({ port: 0, seed: registrations });
  try {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: hub.clientId,
      client_secret: hub.clientSecret,
    });
    // SAFETY: the practice hub answers as the Hub does (hub-contract 8.2 and 3.2).
    const token = (await (await fetch(hub.tokenEndpoint, { method: 'POST', body: form })).json()) as {
      access_token: string;
    };
    const headers = { authorization: `Bearer ${token.access_token}` };
    // SAFETY: JSON.
    return (await (await fetch(`${hub.baseUrl}/registrations`, { headers })).json()) as JsonValue;
  } finally {
    await hub.close();
  }
}

async function writeRaw(file: string, json: JsonValue): Promise<void> {
  const handle = await open(`${file}.new`, 'w', 0o600);
  await handle.writeFile(JSON.stringify(json));
  await handle.sync();
  await handle.close();
  await rename(`${file}.new`, file);
}

async function readRaw(file: string): Promise<unknown> {
  return JSON.parse(await readFile(file, 'utf8'));
}

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

async function write(store: CopyStore, copy: SavedCopy): Promise<void> {
  const written = await store.write(copy, { step: 0, sinceMs: copy.takenAtMs });
  if (!written.ok) throw new Error('The bench could not write a copy, so its time means nothing.');
}

async function read(store: CopyStore): Promise<void> {
  const { kept } = await store.read(HUB_ID);
  if (kept?.copy.registrations.length !== REGISTRATIONS) throw new Error('The bench did not read what it wrote.');
}

/** Plain JSON of the Hub's answer and our copy of it, written and read in turn. */
export async function snapshotFigures(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'fabric-registrar-bench-'));
  try {
    const answer = await answerOf(REGISTRATIONS);
    const copy = { hubId: HUB_ID, takenAtMs: 1, registrations: readRegistrations(answer) ?? [] };
    const store = fileCopyStore({ folder, clock: systemClock, log: { info: () => undefined, warn: () => undefined } });
    const raw = join(folder, 'raw');
    const ratios: { write: number; read: number }[] = [];
    for (let round = 0; round <= ROUNDS; round += 1) {
      const rawWriteMs = await millisecondsOf(() => writeRaw(raw, answer));
      const writeMs = await millisecondsOf(() => write(store, copy));
      const rawReadMs = await millisecondsOf(() => readRaw(raw));
      const readMs = await millisecondsOf(() => read(store));
      if (round > 0) ratios.push({ write: writeMs / rawWriteMs, read: readMs / rawReadMs });
    }
    return [
      figure('snapshot.write_10k.ratio_to_raw', median(ratios.map((ratio) => ratio.write)), 'ratio'),
      figure('snapshot.read_10k.ratio_to_raw', median(ratios.map((ratio) => ratio.read)), 'ratio'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
