// What runs here and on what, for a problem report.
import os from 'node:os';
import process from 'node:process';

/** Names and versions; nothing about the person or their machine's name. */
export function runningVersions(appVersion: string): Readonly<Record<string, string>> {
  const { electron, chrome, node } = process.versions;
  return {
    'Fabric Registrar': appVersion,
    Electron: electron,
    Chromium: chrome,
    Node: node,
    system: `${process.platform} ${os.release()} ${process.arch}`,
    desktop: process.env['XDG_CURRENT_DESKTOP'] ?? 'not said',
    language: Intl.DateTimeFormat().resolvedOptions().locale,
  };
}
