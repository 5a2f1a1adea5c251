// The settings of the Bridge, and what main itself needs to know of them.
import type { Bridge } from '#contract/bridge.ts';
import type { Settings } from '#contract/settings.ts';
import { ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { RecordStore, StorageFailure } from '../ports.ts';
import type { StoredSettings } from './stored-settings.ts';

export interface SettingsServicePorts {
  readonly store: RecordStore<StoredSettings>;
  readonly onChanged: (settings: Settings) => void;
}

export interface SettingsService {
  readonly settings: Bridge['settings'];
  /** The settings as they are at this moment. */
  readonly now: () => Settings;
  /** Keeps all of them. Failures: `storageFailed`; then nothing has changed. */
  readonly keep: (settings: Settings) => Result<Settings, StorageFailure>;
}

/** Failures of `change`: `storageFailed`; then nothing has changed. */
export function settingsService({ store, onChanged }: SettingsServicePorts): SettingsService {
  const now = (): Settings => store.read().settings;
  function keep(settings: Settings): Result<Settings, StorageFailure> {
    const written = store.write({ formatVersion: 1, settings });
    if (!written.ok) return written;
    onChanged(settings);
    return ok(settings);
  }
  return {
    now,
    keep,
    settings: {
      read: () => Promise.resolve(ok(now())),
      change(input) {
        // A key that is there without a value changes nothing.
        const changed = Object.entries(input).filter(([, value]) => value !== undefined);
        return Promise.resolve(keep({ ...now(), ...Object.fromEntries(changed) }));
      },
    },
  };
}
