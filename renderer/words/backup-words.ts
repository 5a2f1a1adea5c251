// The words of backups: what a backup would do, and what it did.
import type {
  BackupOutcome,
  BackupPlan,
  PlannedTrust,
  PlannedWay,
  SettingDifference,
  SettingValue,
} from '#contract/hand-off.ts';
import type { CertificateFacts } from '#contract/reach.ts';
import { importedFileWords } from './credential-words.ts';
import { actionName } from './life-cycle-words.ts';
import { counted } from './numbers.ts';
import { certificateDate, reachWords } from './reach-words.ts';
import { onOpeningWords, settingsWords } from './settings-words.ts';

export const backupWords = {
  section: 'Backup',
  lead: 'Hubs, the ways to them and settings in one file, for another computer or a new start. Secrets are in it only when it is encrypted; passwords of proxies and client certificates never are.',
  save: 'Save without secrets…',
  saveWithSecrets: 'Save with secrets…',
  restore: 'Take over a backup…',
  saved: (fileName: string): string => `Saved ${fileName}. There is no secret in it.`,
  title: 'Take over a backup',
  part: 'Hubs and settings in it',
  promise: 'Nothing that is here is overwritten or removed.',
  nothing: 'Everything in it is here already.',
  newHubs: 'Hubs that are added',
  knownHubs: 'Hubs that are here already',
  newViews: 'Saved views that are added',
  newWays: 'Ways to hubs that are added',
  newTrust: 'Proxies and authorities that are not set here',
  trustDetail:
    'A proxy sees which hubs you use, and an authority decides whom the app believes. Take them over only from a file whose maker you trust; compare the fingerprints. A proxy’s password and a client certificate are never in a backup.',
  takeTrust: 'Use these proxies and authorities too',
  allHubs: 'All hubs',
  ownChoice: 'the app’s own choice',
  differences: 'Settings that differ',
  stays: 'They stay as they are here, unless you want the ones of the backup.',
  takeSettings: 'Use the settings of the backup',
  secretsMissing:
    'The secrets of added credentials are not in a backup: import their credentials files, or a hand-off.',
  apply: 'Take over',
  aloneTitle: 'Leave hubs and settings out?',
  aloneDetail:
    'They are not taken over yet, and afterwards the file has to be opened again for them. Its credentials can be reviewed without them.',
  alone: 'Review without them',
  setting: 'Setting',
  here: 'Here',
  inBackup: 'In the backup',
} as const;

/** `2 hubs, 3 credentials and 1 saved view were added; 1 setting was changed.` */
export function backupOutcome({ hubs, credentials, views, settings, ways }: BackupOutcome): string {
  const added = [
    ...(hubs === 0 ? [] : [counted(hubs, 'hub')]),
    ...(credentials === 0 ? [] : [counted(credentials, 'credential')]),
    ...(views === 0 ? [] : [counted(views, 'saved view')]),
    ...(ways === 0 ? [] : [counted(ways, 'connection setting')]),
  ].join(', ');
  const changed = settings === 0 ? '' : `Changed: ${counted(settings, 'setting')}.`;
  const sentence = [added === '' ? '' : `Added: ${added}.`, changed].filter(Boolean).join(' ');
  return sentence === '' ? 'Nothing had to be changed.' : sentence;
}

/** A hub of a plan: `Claims Hub, with 2 credentials`. */
export function plannedHub({ name, credentials }: BackupPlan['knownHubs'][number]): string {
  return credentials === 0 ? name : `${name}, with ${counted(credentials, 'credential')}`;
}

/** A hub that is here: `Claims Hub: 2 credentials are added`. */
export function knownHub({ name, credentials }: BackupPlan['knownHubs'][number]): string {
  return credentials === 0 ? `${name}: nothing to add` : `${name}: ${counted(credentials, 'credential')} added`;
}

const settingNames: Readonly<Record<SettingDifference['name'], string>> = {
  rowHeight: settingsWords.rowHeight,
  historyDays: settingsWords.historyDays,
  stuckAfterMinutes: settingsWords.stuckAfterMinutes,
  staleAfterDays: settingsWords.staleAfterDays,
  lockAfterMinutes: 'Minutes until secrets are locked',
  importedFile: importedFileWords.section,
  onOpeningHub: onOpeningWords.label,
  columns: 'Columns of the list',
};

/** What the settings that are one of a few values call them. */
const valueWords: Partial<Record<SettingDifference['name'], Readonly<Record<string, string>>>> = {
  rowHeight: settingsWords.rowHeights,
  importedFile: importedFileWords.options,
  onOpeningHub: onOpeningWords.options,
};

/** A setting's value as a person reads it. */
export function settingValue({ name }: Pick<SettingDifference, 'name'>, value: SettingValue): string {
  if (value === null) return backupWords.ownChoice;
  if (typeof value === 'object') return counted(value.length, 'column');
  const text = String(value);
  return valueWords[name]?.[text] ?? text;
}

/** What a plan adds to the way to one hub, or to all of them, a line each. */
export function wayLines({ hubName, timeouts, actionPaths, referenceAddress }: PlannedWay): readonly string[] {
  const place = hubName ?? backupWords.allHubs;
  const { connectSeconds, answerSeconds } = reachWords.timeouts;
  return [
    ...(timeouts === null
      ? []
      : [`${connectSeconds} ${timeouts.connectSeconds}, ${answerSeconds.toLowerCase()} ${timeouts.answerSeconds}`]),
    ...actionPaths.map(({ action, path }) => `${actionName(action)}: ${path}`),
    ...(referenceAddress === null ? [] : [`API description: ${referenceAddress}`]),
  ].map((line) => `${place} · ${line}`);
}

/** `Claims Hub · Proxy http://proxy.example:8080, as ada`; only the place where there is no proxy. */
export function proxyLine(hubName: string | null, proxy: PlannedTrust['proxy']): string {
  const place = hubName ?? backupWords.allHubs;
  if (proxy === null) return place;
  if (proxy.kind !== 'manual') return `${place} · ${reachWords.proxy.label}: ${reachWords.proxy.options[proxy.kind]}`;
  const name = proxy.userName === '' ? '' : `, as ${proxy.userName}`;
  return `${place} · ${reachWords.proxy.label} ${proxy.address}${name}`;
}

export function authorityLine({ subject, validToMs }: CertificateFacts): string {
  return `Believes ${subject}, until ${certificateDate(validToMs)}`;
}

/** A setting's own name on the screen. */
export function settingName({ name }: SettingDifference): string {
  return settingNames[name];
}
