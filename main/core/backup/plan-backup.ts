// What taking over a backup would do: compares it with what is on this computer, and changes nothing.
import type { BackupPlan, SettingDifference } from '#contract/hand-off.ts';
import type { Settings } from '#contract/settings.ts';
import type { Hubs } from '../hubs/find-in-hubs.ts';
import type { BackupDocument } from './backup-document.ts';
import { mergeHubs } from './merge-hubs.ts';

export interface Here {
  readonly hubs: Hubs;
  readonly settings: Settings;
}

/** Everything that a plan says but its id and its file. */
export function planOf(document: BackupDocument, here: Here): Omit<BackupPlan, 'planId' | 'fileName'> {
  // The merge itself tells what it would do; the ids it would give away are of no interest.
  const { newHubs, knownHubs } = mergeHubs(here.hubs, document.hubs, { newId: () => '', nowMs: 0 });
  return {
    madeAtMs: document.madeAtMs,
    newHubs: newHubs.map(({ name, baseUrl, credentials }) => ({ name, baseUrl, credentials: credentials.length })),
    knownHubs: knownHubs.map(({ hub, added }) => ({ name: hub.name, credentials: added.length })),
    newViews: newViews(document.settings, here.settings).map(({ name }) => name),
    differences: differences(document.settings, here.settings),
  };
}

/** Saved views whose names are not taken here, without regard to case. */
export function newViews(inBackup: Settings, here: Settings): Settings['views'] {
  const taken = new Set(here.views.map(({ name }) => name.toLowerCase()));
  return inBackup.views.filter(({ name }) => !taken.has(name.toLowerCase()));
}

type Simple = SettingDifference['name'];

/** Settings that are one value each, and differ. */
function differences(inBackup: Settings, here: Settings): readonly SettingDifference[] {
  return Object.keys(here)
    .filter(isSimple)
    .filter((name) => here[name] !== inBackup[name])
    .map((name) => ({ name, here: here[name], inBackup: inBackup[name] }));
}

function isSimple(name: string): name is Simple {
  return name !== 'columns' && name !== 'views';
}

/** The settings after a merge: views are added, the simple ones change only when the person wants them to. */
export function mergedSettings(inBackup: Settings, here: Settings, takesSettings: boolean): Settings {
  const views = [...here.views, ...newViews(inBackup, here)];
  return takesSettings ? { ...inBackup, views, columns: inBackup.columns ?? here.columns } : { ...here, views };
}
