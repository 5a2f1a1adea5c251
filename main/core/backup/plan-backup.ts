// What taking over a backup would do: compares it with what is on this computer, and changes nothing.
import type { BackupPlan, SettingDifference } from '#contract/hand-off.ts';
import type { Settings } from '#contract/settings.ts';
import type { Hubs } from '../hubs/find-in-hubs.ts';
import type { BackupDocument } from './backup-document.ts';
import { mergeHubs } from './merge-hubs.ts';
import { missingWays, plannedTrust, plannedWays, type WaysPorts } from './merge-ways.ts';

export interface Here extends WaysPorts {
  readonly hubs: Hubs;
  readonly settings: Settings;
}

/** Everything that a plan says but its id and its file. */
export function planOf(document: BackupDocument, here: Here): Omit<BackupPlan, 'planId' | 'fileName'> {
  // The merge itself tells what it would do; the ids it would give away are of no interest.
  const { hubs, newHubs, knownHubs } = mergeHubs(here.hubs, document.hubs, { newId: () => '', nowMs: 0 });
  const missing = missingWays(document, hubs, here);
  return {
    madeAtMs: document.madeAtMs,
    newHubs: newHubs.map(({ name, baseUrl, credentials }) => ({ name, baseUrl, credentials: credentials.length })),
    knownHubs: knownHubs.map(({ hub, added }) => ({ name: hub.name, credentials: added.length })),
    newViews: newViews(document.settings, here.settings).map(({ name }) => name),
    newWays: plannedWays(missing),
    newTrust: plannedTrust(missing),
    differences: differences(document.settings, here.settings),
  };
}

/** Saved views whose names are not taken here, without regard to case. */
export function newViews(inBackup: Settings, here: Settings): Settings['views'] {
  const taken = new Set(here.views.map(({ name }) => name.toLowerCase()));
  return inBackup.views.filter(({ name }) => !taken.has(name.toLowerCase()));
}

type Simple = Exclude<SettingDifference['name'], 'columns'>;

/** Settings that would change: those of one value each, and the columns where the backup has some. */
function differences(inBackup: Settings, here: Settings): readonly SettingDifference[] {
  const simple = Object.keys(here)
    .filter(isSimple)
    .filter((name) => here[name] !== inBackup[name])
    .map((name): SettingDifference => ({ name, here: here[name], inBackup: inBackup[name] }));
  const areSame = inBackup.columns === null || JSON.stringify(inBackup.columns) === JSON.stringify(here.columns);
  const columns = { name: 'columns', here: idsOf(here.columns), inBackup: idsOf(inBackup.columns) } as const;
  return areSame ? simple : [...simple, columns];
}

function idsOf(columns: Settings['columns']): readonly string[] | null {
  return columns?.map(({ id }) => id) ?? null;
}

function isSimple(name: string): name is Simple {
  return name !== 'columns' && name !== 'views';
}

/** The settings after a merge: views are added, the simple ones change only when the person wants them to. */
export function mergedSettings(inBackup: Settings, here: Settings, takesSettings: boolean): Settings {
  const views = [...here.views, ...newViews(inBackup, here)];
  return takesSettings ? { ...inBackup, views, columns: inBackup.columns ?? here.columns } : { ...here, views };
}
