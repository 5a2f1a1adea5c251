import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { certificateFiles } from '../../../../main/adapters/certificate-files.ts';
import type { ReadFile } from '../../../../main/core/reach/reach-ports.ts';
import { areThere } from '../../reach/real-servers.ts';
import { identityCases } from './identity-files.ts';

function temporaryFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certificates-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const read = (file: string): ReadFile => ({ fileName: path.basename(file), bytes: fs.readFileSync(file) });

describe.runIf(areThere)('the files of a client certificate', () => {
  it('open, or say what is wrong with them', () => {
    for (const { name, files, passphrase, expected } of identityCases(temporaryFolder(), false)) {
      const found = certificateFiles.clientIdentityIn(files.map(read), passphrase);
      expect(found.ok ? found.value.identity.kind : found.failure, name).toBe(expected);
      if (found.ok) expect(found.value.facts, name).toMatchObject({ subject: 'CN=me' });
    }
  });
});
