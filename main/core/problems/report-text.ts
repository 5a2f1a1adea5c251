// The text of a problem report: versions, what protects and what is set, the last calls and the end of the log, no secret.
import type { ActivityEntry } from '#contract/activity.ts';
import type { Settings } from '#contract/settings.ts';
import type { VaultStatus } from '#contract/vault.ts';
import type { StoredCredential, StoredHub } from '../hubs/stored-hubs.ts';
import { hidingHubs } from './hide-hubs.ts';
import { wayLines } from './way-lines.ts';
import type { Ways } from './way-lines.ts';

/** What runs and where: names and versions, in the order in which they are told. */
export type Versions = Readonly<Record<string, string>>;

export interface ReportFacts {
  readonly madeAtMs: number;
  readonly versions: Versions;
  readonly vault: VaultStatus;
  readonly hubs: readonly StoredHub[];
  readonly ways: Ways;
  readonly settings: Settings;
  /** The last ones, newest first. */
  readonly calls: readonly ActivityEntry[];
  /** Lines as they stand in the file. */
  readonly log: string;
}

/** Names and addresses of hubs become `(hub 1)` unless `withAddresses`. */
export function reportText(facts: ReportFacts, withAddresses: boolean): string {
  const { madeAtMs, versions, vault, hubs, ways, settings, calls, log } = facts;
  const hide = withAddresses ? (text: string): string => text : hidingHubs(hubs);
  const parts = [
    ['Versions', Object.entries(versions).map(([name, version]) => `${name}: ${version}`)],
    ['Protection', [protectionLine(vault)]],
    ['Hubs', hubs.flatMap((hub, index) => hubLines(hub, index, withAddresses))],
    ['Connections', wayLines(ways, withAddresses)],
    ['Settings', settingLines(settings)],
    ['Last calls, newest first', calls.map(callLine)],
    ['Log', log.split('\n').filter((line) => line !== '')],
  ] as const;
  const text = parts.map(([title, lines]) => [title, '', ...(lines.length === 0 ? ['nothing'] : lines), ''].join('\n'));
  return hide([`Fabric Registrar, problem report of ${new Date(madeAtMs).toISOString()}`, '', ...text].join('\n'));
}

/** The level for what is saved from now on; what is saved tells its own. */
function protectionLine({ level, isLocked, keyFingerprint }: VaultStatus): string {
  if (keyFingerprint === null) return level;
  return `${level}, a key of its own that is ${isLocked ? 'locked' : 'unlocked'}`;
}

function hubLines(hub: StoredHub, index: number, withAddresses: boolean): readonly string[] {
  const { credentials, isPracticeHub, name, baseUrl, credentialInUseId } = hub;
  const kind = isPracticeHub ? 'practice hub' : 'hub';
  return [
    `hub ${index + 1}: ${kind}${withAddresses ? `, ${name}, ${baseUrl}` : ''}`,
    ...credentials.map((credential) => credentialLine(credential, { credentialInUseId, withAddresses })),
  ];
}

interface Telling {
  readonly credentialInUseId: string | null;
  readonly withAddresses: boolean;
}

function credentialLine(credential: StoredCredential, { credentialInUseId, withAddresses }: Telling): string {
  const { id, secret, clientAuthentication, tokenEndpoint } = credential;
  const kept = secret.level === 'sessionOnly' ? secret.level : `${secret.level} (${secret.backend})`;
  const marks = id === credentialInUseId ? ', in use' : '';
  return `  credential: ${kept}, ${clientAuthentication}${marks}${withAddresses ? `, ${tokenEndpoint}` : ''}`;
}

/** Lists are told by their length: what a person calls their views and searches for is theirs. */
function settingLines(settings: Settings): readonly string[] {
  return Object.entries(settings).map(([name, value]: [string, unknown]) =>
    Array.isArray(value) ? `${name}: ${value.length} entries` : `${name}: ${JSON.stringify(value)}`,
  );
}

function callLine({ atMs, action, outcome, durationMs }: ActivityEntry): string {
  const { kind, ...details } = outcome;
  const told = Object.entries(details).map(([name, value]) => `${name} ${String(value)}`);
  const duration = durationMs === null ? [] : [`${durationMs} ms`];
  return [new Date(atMs).toISOString(), action, kind, ...told, ...duration].join(', ');
}
