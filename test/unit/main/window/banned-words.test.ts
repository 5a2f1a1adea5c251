// Words that must not be in the app's sources at all, or only in the one file that answers for them. eslint bans most of
// them too; this also sees what eslint is told to overlook.
import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

/** Each with the files that may say it. */
const BANNED: readonly (readonly [RegExp, ...string[]])[] = [
  [/\bwebSecurity\b/],
  [/\ballowRunningInsecureContent\b/],
  [/\bexperimentalFeatures\b/],
  [/\benableBlinkFeatures\b/],
  [/\bnodeIntegration\w*: true\b/],
  [/\bcontextIsolation: false\b/],
  [/\bsandbox: false\b/],
  [/\bwebviewTag: true\b/],
  [/\bbypassCSP\b/],
  [/unsafe-(inline|eval|hashes)/],
  [/\brejectUnauthorized\b/],
  [/NODE_TLS_REJECT_UNAUTHORIZED/, 'main/adapters/reach-agents.ts'],
  [/\bcheckServerIdentity\b/, 'main/adapters/towards-host.ts'],
  [/\b(inner|outer)HTML\b/],
  [/\binsertAdjacentHTML\b|\bdangerouslySetInnerHTML\b|\bdocument\.write\b/],
  [/\beval\(|\bnew Function\b/],
  [/\bexecuteJavaScript\b/],
  [/\bopenExternal\b/, 'main/window/links.ts'],
  [/\bipcMain\b/, 'main/adapters/electron-record-store.ts'],
  [/\bipcRenderer\b/, 'preload/preload.ts', 'preload/forward.ts'],
  [/\.ipc\b/, 'main/compose-answers.ts'],
  [/\bexposeInMainWorld\b/, 'preload/preload.ts'],
  [/\bgetPathForFile\b/, 'preload/preload.ts', 'preload/forward.ts'],
  [/\bsetUsePlainTextEncryption\b/],
  [/\b(encryptString|decryptString|isEncryptionAvailable)\b/, 'main/adapters/keystore-cipher.ts'],
  [/\bclearInvalidConfig: true\b/],
  [/\bencryptionKey\b/],
  [/@electron\/remote/],
  [/\bcrashReporter\b/],
  [/\bfollowRedirect: true\b/],
  [/\b(localStorage|sessionStorage|indexedDB)\b/],
  [/\bconsole\.\w+\(/],
];

const sources = ['main', 'preload', 'renderer']
  .flatMap((room) => fs.readdirSync(room, { recursive: true }).map((name) => path.join(room, String(name))))
  .filter((name) => /\.(ts|tsx|html|css)$/.test(name))
  .map((name) => ({ name: name.split(path.sep).join('/'), text: fs.readFileSync(name, 'utf8') }));

it('the sources are looked at', () => {
  expect(sources.length).toBeGreaterThan(100);
});

it.each(BANNED.map(([word, ...allowed]) => ({ word, allowed })))(
  '$word is said nowhere but in the files that answer for it',
  ({ word, allowed }) => {
    const sayers = sources.filter(({ text }) => word.test(text)).map(({ name }) => name);
    expect(sayers.filter((name) => !allowed.includes(name))).toEqual([]);
  },
);

it('every file that may say a banned word exists', () => {
  for (const [, ...allowed] of BANNED) for (const name of allowed) expect(fs.existsSync(name)).toBe(true);
});
