// The words of backups: what a backup would do, and what it did.
import type { BackupOutcome, BackupPlan, SettingDifference } from '#contract/hand-off.ts';
import { importedFileWords } from './credential-words.ts';
import { counted } from './numbers.ts';
import { onOpeningWords, settingsWords } from './settings-words.ts';

export const backupWords = {
  section: 'Backup',
  lead: 'Hubs and settings in one file, for another computer or a new start. Secrets are in it only when it is encrypted.',
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
export function backupOutcome({ hubs, credentials, views, settings }: BackupOutcome): string {
  const added = [
    ...(hubs === 0 ? [] : [counted(hubs, 'hub')]),
    ...(credentials === 0 ? [] : [counted(credentials, 'credential')]),
    ...(views === 0 ? [] : [counted(views, 'saved view')]),
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
};

/** A setting's own name on the screen. */
export function settingName({ name }: SettingDifference): string {
  return settingNames[name];
}
