// What the app does over and over while its process is killed; round after round, each told before and after.
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import type { AppOnDisk } from './app-on-disk.ts';
import { appOnDisk, value } from './app-on-disk.ts';

export const SCENARIOS = ['save', 'rotate', 'reseal', 'takeOver'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export const PASSPHRASE = 'a passphrase of the tests';
/** So many credentials and pairs are moved or handed on at a time. */
export const HANDED = 12;

export const secretOfRound = (round: number): string => `FAKE-secret-of-round-${round}-7c1e0815`;

function credentialsText(clientId: string, round: number): string {
  const host = `https://hub-${round % 3}.example`;
  return `Client ID: ${clientId}\nClient secret: ${secretOfRound(round)}\nAccess token endpoint: ${host}/prweb/PRRestService/oauth2/v1/token\n`;
}

export async function save({ services }: AppOnDisk, clientId: string, round: number): Promise<void> {
  const draft = await value(services.credentials.readText({ text: credentialsText(clientId, round) }));
  await saveDraft(services, draft);
}

async function saveDraft(
  { credentials }: Pick<AppOnDisk['services'], 'credentials'>,
  { draftId, suggestedBaseUrl, clientId }: { draftId: string; suggestedBaseUrl: string; clientId: string },
): Promise<void> {
  await value(
    credentials.saveDraft({
      draftId,
      baseUrl: suggestedBaseUrl,
      hubName: `Hub of ${new URL(suggestedBaseUrl).host}`,
      credentialLabel: clientId,
      clientAuthentication: 'body',
    }),
  );
}

type Round = (app: AppOnDisk, round: number) => Promise<unknown>;

const rounds: Readonly<Record<Scenario, Round>> = {
  save: (app, round) => save(app, `client-${round}`, round),
  // Of the same three clients, each on its hub.
  rotate: (app, round) => save(app, `client-${round % 3}`, round),
  async reseal({ services: { vault } }) {
    const { level, isLocked } = await value(vault.status());
    if (isLocked) await value(vault.unlock({ passphrase: PASSPHRASE }));
    await value(
      vault.protect(level === 'passphrase' ? { level: 'osKeystore' } : { level: 'passphrase', passphrase: PASSPHRASE }),
    );
  },
  async takeOver({ services }, round) {
    const index = (round - 1) % HANDED;
    const draft = await value(services.handOff.readCredential({ handOffId: await openedHandOff(services), index }));
    await saveDraft(services, draft);
  },
};

let handOffId: string | null = null;

async function openedHandOff({ credentials, handOff }: AppOnDisk['services']): Promise<string> {
  if (handOffId !== null) return handOffId;
  const read = await credentials.readFile({ kind: 'path', path: process.argv[5] ?? '' });
  if (read.ok || read.failure.code !== 'fileIsHandOff') throw new Error('It is no hand-off file');
  await value(handOff.open({ handOffId: read.failure.handOffId, passphrase: null }));
  return (handOffId = read.failure.handOffId);
}

/** Rounds without an end, for a process that is to be killed. */
export async function work(folder: string, scenario: Scenario, first: number): Promise<never> {
  const app = appOnDisk(folder);
  for (let round = first; ; round += 1) {
    process.send?.({ begun: round });
    await rounds[scenario](app, round);
    process.send?.({ done: round });
    // Messages leave between the rounds.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Every file of the folder, as text. */
export function textsIn(folder: string): readonly (readonly [name: string, text: string])[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, fs.readFileSync(path.join(entry.parentPath, entry.name), 'latin1')] as const);
}

/** The spellings in which a secret of a round would be recognised. */
export const BEGINNINGS = ['FAKE-secret-of-round', Buffer.from('FAKE-secret-of-round').toString('base64').slice(0, -4)];
