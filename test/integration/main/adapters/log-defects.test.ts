import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, it } from 'vitest';

it('what nobody caught is noted without its words, and the process goes on', () => {
  const program = `
    import { logDefects } from ${JSON.stringify(path.resolve('main/adapters/log-defects.ts'))};
    const lines = [];
    logDefects({ info() {}, warn: (event, facts) => lines.push({ event, name: facts.name }) });
    void Promise.reject(new RangeError('fake-secret-1'));
    setTimeout(() => { throw new TypeError('fake-secret-2'); }, 0);
    setTimeout(() => console.log(JSON.stringify(lines)), 50);`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], { encoding: 'utf8' });
  expect(JSON.parse(output)).toEqual([
    { event: 'A rejection was not handled', name: 'RangeError' },
    { event: 'A defect was not caught', name: 'TypeError' },
  ]);
  expect(output).not.toContain('fake-secret');
});
