// Hand-off files and Debian's `age`: it opens what the app wrote, and what it made goes through the app's own import.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HandOffLock } from '#contract/hand-off-inputs.ts';
import { ageFiles } from '../../../../../main/adapters/age-files.ts';
import { formatHandOff } from '../../../../../main/core/hand-off/hand-off-document.ts';
import { plainLayout } from '../../../../../main/core/hand-off/plain-layout.ts';
import { onTerminal } from '../../../terminal.ts';
import { computerOnDisk, valueOf, type ComputerOnDisk } from './computer-on-disk.ts';

const age = ageFiles({ workerFile: new URL('../../../../../main/adapters/age-worker.ts', import.meta.url) });
const PASSPHRASE = 'seven blue trams wait';
const SECRET = 'FAKE0123456789ABCDEF0123456789AB';
const ENDPOINT = 'https://hub.example/prweb/PRRestService/oauth2/v1/token';
const HANDED = {
  kind: 'registration',
  hubName: 'Claims Hub',
  baseUrl: 'https://hub.example/prweb/api/ppf/v1',
  tokenEndpoint: ENDPOINT,
  clientAuthentication: 'basic',
  label: 'Configurator',
  clientId: '0123456789',
  clientSecret: SECRET,
  note: '',
  expiresAtMs: null,
} as const;
const DOCUMENT = formatHandOff({ madeAtMs: 1, note: 'for you', credentials: [HANDED], backup: null });
const DOWNLOAD = plainLayout({ clientId: '0123456789', clientSecret: SECRET, tokenEndpoint: ENDPOINT });

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'age-tool-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const computer = (name: string): ComputerOnDisk => {
  fs.mkdirSync(at(name));
  return computerOnDisk(at(name), age);
};

/** From a file on the disk to the saved credential, as the window does it. */
async function takeOver(receiver: ComputerOnDisk, file: string, passphrase: string | null): Promise<string> {
  const dropped = await receiver.credentials.readFile({ kind: 'path', path: file });
  if (dropped.ok || dropped.failure.code !== 'fileIsHandOff') throw new Error('It was not taken for an age file');
  const { handOffId } = dropped.failure;
  valueOf(await receiver.handOff.open({ handOffId, passphrase }));
  const draft = valueOf(await receiver.handOff.readCredential({ handOffId, index: 0 }));
  const outcome = valueOf(
    await receiver.credentials.saveDraft({
      draftId: draft.draftId,
      hubName: draft.suggestedHubName,
      credentialLabel: draft.suggestedLabel,
      baseUrl: draft.suggestedBaseUrl,
      clientAuthentication: draft.suggestedAuthentication ?? 'body',
    }),
  );
  return valueOf(await receiver.vault.open(outcome.credentialId)).clientSecret;
}

it('opens what the app hands off, for a key and for a passphrase', { timeout: 60_000 }, async () => {
  const giver = computer('giver');
  fs.writeFileSync(at('from-tool.txt'), DOWNLOAD);
  const draft = valueOf(await giver.credentials.readFile({ kind: 'path', path: at('from-tool.txt') }));
  const { credentialId } = valueOf(
    await giver.credentials.saveDraft({
      draftId: draft.draftId,
      hubName: 'Claims Hub',
      credentialLabel: 'Configurator',
      baseUrl: draft.suggestedBaseUrl,
      clientAuthentication: 'body',
    }),
  );
  const write = async (lock: HandOffLock): Promise<string> => {
    const input = { credentialIds: [credentialId], pairIds: [], lock, note: '', withBackup: true };
    return path.join(giver.folder, valueOf(await giver.handOff.write(input))?.fileName ?? '');
  };
  const { identity, publicKey } = await age.makeKeyPair();
  fs.writeFileSync(at('key.txt'), `${identity}\n`);
  const forKey = await write({ kind: 'recipients', recipients: [publicKey] });
  const opened = execFileSync('age', ['-d', '-i', at('key.txt'), forKey], { encoding: 'utf8' });
  expect(JSON.parse(opened)).toMatchObject({
    credentials: [{ clientSecret: SECRET }],
    backup: { hubs: [{ name: 'Claims Hub' }] },
  });
  const forPassphrase = await write({ kind: 'passphrase', passphrase: PASSPHRASE });
  onTerminal(['age', '-d', '-o', at('plain'), forPassphrase], [PASSPHRASE]);
  expect(JSON.parse(fs.readFileSync(at('plain'), 'utf8'))).toMatchObject({ credentials: [{ clientSecret: SECRET }] });
});

it(
  'makes files for a key and for a passphrase that are taken over like the app’s own',
  { timeout: 60_000 },
  async () => {
    const receiver = computer('receiver');
    const { publicKey } = valueOf(await receiver.keys.make());
    for (const [name, text] of [
      ['document', DOCUMENT],
      ['download', DOWNLOAD],
    ] as const) {
      fs.writeFileSync(at(name), text);
      for (const armor of [[], ['-a']]) {
        execFileSync('age', [...armor, '-r', publicKey, '-o', at('for-key.age'), at(name)]);
        expect(await takeOver(receiver, at('for-key.age'), null)).toBe(SECRET);
        receiver.clear();
      }
      onTerminal(['age', '-p', '-o', at(`${name}.age`), at(name)], [PASSPHRASE, PASSPHRASE]);
      expect(await takeOver(receiver, at(`${name}.age`), PASSPHRASE)).toBe(SECRET);
      receiver.clear();
    }
  },
);
