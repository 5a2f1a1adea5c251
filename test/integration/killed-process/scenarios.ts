// What the app does over and over while its process is killed; round after round, each told before and after.
import process from 'node:process';
import type { ProtectionLevel } from '../../../preload/contract/vault.ts';
import type { AppOnDisk } from './app-on-disk.ts';
import { appOnDisk, value } from './app-on-disk.ts';

export const SCENARIOS = ['save', 'rotate', 'reseal', 'takeOver'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export const PASSPHRASE = 'a passphrase of the tests';

/** What every secret of these tests begins with. */
export const MARKER = 'FAKE-secret-of-round';
export const secretOfRound = (round: number): string => `${MARKER}-${round}-7c1e0815`;

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

/** Each protection is left for each of the others. */
const LEVELS = ['osKeystore', 'passphrase', 'sessionOnly', 'osKeystore', 'sessionOnly', 'passphrase'] as const;

/** What protects all secrets when this round is done; before the first one, the keystore. */
export const levelAfter = (round: number): ProtectionLevel => LEVELS[round % LEVELS.length] ?? 'osKeystore';

async function moveTo(level: ProtectionLevel, { vault }: AppOnDisk['services']): Promise<void> {
  const { isLocked } = await value(vault.status());
  if (isLocked) await value(vault.unlock({ passphrase: PASSPHRASE }));
  await value(vault.protect(level === 'passphrase' ? { level, passphrase: PASSPHRASE } : { level }));
}

type Round = (app: AppOnDisk, round: number) => Promise<unknown>;

const rounds: Readonly<Record<Scenario, Round>> = {
  save: (app, round) => save(app, `client-${round}`, round),
  // Of the same three clients, each on its hub.
  rotate: (app, round) => save(app, `client-${round % 3}`, round),
  reseal: ({ services }, round) => moveTo(levelAfter(round), services),
  takeOver: takeOverNext,
};

let opened: Awaited<ReturnType<typeof openHandOff>> | null = null;

/** One item of the file after the other, and from the start again. */
async function takeOverNext({ services }: AppOnDisk, round: number): Promise<void> {
  const { handOffId, items } = (opened ??= await openHandOff(services));
  const item = items[(round - 1) % items.length];
  const place = { handOffId, index: item?.index ?? 0 };
  if (item?.kind === 'dataSync') await value(services.handOff.savePair(place));
  else await saveDraft(services, await value(services.handOff.readCredential(place)));
}

/** Opens the hand-off file that this process was given. */
async function openHandOff({ credentials, handOff }: AppOnDisk['services']) {
  const read = await credentials.readFile({ kind: 'path', path: process.argv[5] ?? '' });
  if (read.ok || read.failure.code !== 'fileIsHandOff') throw new Error('It is no hand-off file');
  return value(handOff.open({ handOffId: read.failure.handOffId, passphrase: null }));
}

/** Rounds without an end, for a process that is to be killed. The first one begins before the records are opened. */
export async function work(folder: string, scenario: Scenario, first: number): Promise<never> {
  let app: AppOnDisk | null = null;
  for (let round = first; ; round += 1) {
    process.send?.({ begun: round });
    app ??= appOnDisk(folder);
    await rounds[scenario](app, round);
    process.send?.({ done: round });
    // Messages leave between the rounds.
    await new Promise((resolve) => setImmediate(resolve));
  }
}
