// Our age files and those of Debian's `age`: each opens what the other made.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ageFiles } from '../../../../main/adapters/age-files.ts';

const age = ageFiles({ workerFile: new URL('../../../../main/adapters/age-worker.ts', import.meta.url) });
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const text = (of: Uint8Array): string => new TextDecoder().decode(of);

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'age-files-'));
});
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);

describe('age files', () => {
  it('open for the passphrase they were made for, off the main thread, and for no other', async () => {
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 5);
    const file = await age.encrypt(bytes('kept'), { kind: 'passphrase', passphrase: 'correct horse' });
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(3);

    const opened = await age.decrypt(file, { kind: 'passphrase', passphrase: 'correct horse' });
    expect(opened.ok && text(opened.value)).toBe('kept');
    const refused = await age.decrypt(file, { kind: 'passphrase', passphrase: 'wrong horse' });
    expect(refused).toEqual({ ok: false, failure: 'wrongKey' });
  });

  it('cost whoever guesses a passphrase the work of 2^18 each time', async () => {
    const file = await age.encrypt(bytes('kept'), { kind: 'passphrase', passphrase: 'correct horse' });
    // The header says it in clear: `-> scrypt <salt> <logarithm of the work>`.
    expect(Buffer.from(file).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n-> scrypt \S+ 18\n/);
  });

  it('open for each recipient, armored or not, and for nobody else', async () => {
    const [ada, bob, eve] = await Promise.all([age.makeKeyPair(), age.makeKeyPair(), age.makeKeyPair()]);
    const file = await age.encrypt(bytes('kept'), { kind: 'recipients', recipients: [ada.publicKey, bob.publicKey] });
    for (const { identity } of [ada, bob]) {
      const opened = await age.decrypt(file, { kind: 'identities', identities: [eve.identity, identity] });
      expect(opened.ok && text(opened.value)).toBe('kept');
    }
    const armored = bytes(`\r\n${(await age.armor(file)).replaceAll('\n', '\r\n')}  `);
    expect(await age.decrypt(armored, { kind: 'identities', identities: [ada.identity] })).toMatchObject({ ok: true });
    const refused = await age.decrypt(file, { kind: 'identities', identities: [eve.identity] });
    expect(refused).toEqual({ ok: false, failure: 'wrongKey' });
  });

  it('that were damaged say so', async () => {
    const { publicKey, identity } = await age.makeKeyPair();
    const file = await age.encrypt(bytes('kept'), { kind: 'recipients', recipients: [publicKey] });
    const changed = Uint8Array.from(file, (byte, index) => (index === file.length - 1 ? byte ^ 1 : byte));
    for (const broken of [changed, file.subarray(0, file.length - 5), bytes('age-encryption.org/v1\n')]) {
      const refused = await age.decrypt(broken, { kind: 'identities', identities: [identity] });
      expect(refused).toEqual({ ok: false, failure: 'damaged' });
    }
  });

  it('know a public key from what only looks like one', async () => {
    const { publicKey, identity } = await age.makeKeyPair();
    expect(await age.isRecipient(publicKey)).toBe(true);
    const mistyped = publicKey.slice(0, -1) + (publicKey.endsWith('q') ? 'p' : 'q');
    for (const wrong of [mistyped, identity, '', 'age1', publicKey.toUpperCase().slice(0, 20)]) {
      expect(await age.isRecipient(wrong)).toBe(false);
    }
  });

  it('of ours are opened by the age tool, and those of the tool by us', async () => {
    const { publicKey, identity } = await age.makeKeyPair();
    fs.writeFileSync(at('key.txt'), `${identity}\n`);
    fs.writeFileSync(
      at('ours.age'),
      await age.encrypt(bytes('from us'), { kind: 'recipients', recipients: [publicKey] }),
    );
    expect(execFileSync('age', ['-d', '-i', at('key.txt'), at('ours.age')], { encoding: 'utf8' })).toBe('from us');

    for (const armor of [[], ['-a']]) {
      const theirs = execFileSync('age', [...armor, '-r', publicKey], { input: 'from the tool' });
      const opened = await age.decrypt(theirs, { kind: 'identities', identities: [identity] });
      expect(opened.ok && text(opened.value)).toBe('from the tool');
    }
  });
});
