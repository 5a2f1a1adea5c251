// How much the window loads before it can show anything: its scripts and styles, compressed as for a download.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Kilobytes of all scripts, styles and pages below the folder, each compressed with gzip. Fonts are left out. */
export function gzippedKilobytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  const bytes = files
    .filter((file) => file.isFile() && /\.(js|css|html)$/.test(file.name))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(file.parentPath, file.name))).length, 0);
  return bytes / 1024;
}
