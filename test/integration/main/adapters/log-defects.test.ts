import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { searchFor } from '../../../doubles/in-clear.ts';

it('what nobody caught is noted without its words, and the process goes on', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'log-defects-'));
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  const from = (file: string): string => JSON.stringify(path.resolve('main', file));
  // The redactor knows nothing of these secrets: what keeps them out is that nobody hands an error's words on.
  const program = `
    import { fileLog } from ${from('adapters/file-log.ts')};
    import { logDefects } from ${from('adapters/log-defects.ts')};
    import { liveSecrets } from ${from('core/redaction/live-secrets.ts')};
    import { redactor } from ${from('core/redaction/redactor.ts')};
    const redact = redactor(liveSecrets());
    logDefects(fileLog({ folder: ${JSON.stringify(folder)}, clock: { nowMs: () => 0 }, redact }));
    const thrown = (error, text) => Object.assign(error, { options: { form: { client_secret: text, other: text } }, cause: new Error(text) });
    void Promise.reject(thrown(new RangeError('It was FAKE-marker-1'), 'FAKE-marker-2'));
    setTimeout(() => { throw thrown(new TypeError('It was FAKE-marker-3'), 'FAKE-marker-4'); }, 0);
    setTimeout(() => console.log('going on'), 50);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect(output).toBe('going on\n');
  const written = fs.readFileSync(path.join(folder, 'fabric-registrar.log'));
  const lines = written.toString().trim().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
    { event: 'A rejection was not handled', name: 'RangeError' },
    { event: 'A defect was not caught', name: 'TypeError' },
  ]);
  expect(searchFor({ 'the secret of an error': 'FAKE-marker' })(written)).toEqual([]);
});
