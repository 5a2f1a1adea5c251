// What the window may know about the app itself.
import type { AppDescription } from '#contract/app.ts';

/** The major version of Electron that releases are built with; package.json names the same (a test compares them). */
export const RELEASE_ELECTRON_MAJOR = 45;

export interface Running {
  readonly version: string;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly canSave: boolean;
}

export function describeApp({ version, versions, platform, canSave }: Running): AppDescription {
  const electronVersion = versions['electron'] ?? '';
  return {
    version,
    electronVersion,
    chromiumVersion: versions['chrome'] ?? '',
    platform,
    isDevelopmentRuntime: Number.parseInt(electronVersion, 10) < RELEASE_ELECTRON_MAJOR,
    canSave,
  };
}
