// What .ci/run says and how it ends, with an npm that does as it is told.
import { spawnSync } from 'node:child_process';
import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

async function ciRun(checkCode: number, testCode: number, testOutput: string) {
  const folder = await temporaryFolder();
  const npm = path.join(folder, 'npm');
  const script = `#!/bin/sh
case "$*" in
  "run check") echo "checked with CI=$CI"; exit ${checkCode};;
  test) cat <<'OUTPUT'
${testOutput}
OUTPUT
  echo 'npm error Test failed' >&2; exit ${testCode};;
esac
`;
  await writeFile(npm, script);
  await chmod(npm, 0o755);
  const env = { PATH: `${folder}${path.delimiter}${process.env['PATH'] ?? ''}` };
  const { status, stdout } = spawnSync('bash', [path.resolve('.ci/run')], { env, encoding: 'utf8' });
  const lines = stdout.trimEnd().split('\n');
  return { status, lines, last: lines.at(-1) };
}

if (process.platform !== 'win32') {
  test('the last line is the sums alone, and all is well when both are', async () => {
    const { status, lines, last } = await ciRun(0, 0, '3 passed, 0 failed is not alone here\n12 passed, 0 failed');
    expect({ status, last }).toEqual({ status: 0, last: '12 passed, 0 failed' });
    expect(lines[0]).toBe('checked with CI=true');
  });

  test('a failed test makes it fail', async () => {
    const { status, last } = await ciRun(0, 1, '12 passed, 2 failed, 1 skipped');
    expect({ status, last }).toEqual({ status: 1, last: '12 passed, 2 failed, 1 skipped' });
  });

  test('a failed check makes it fail, and the tests are run and counted all the same', async () => {
    const { status, lines, last } = await ciRun(1, 0, '12 passed, 0 failed');
    expect({ status, last }).toEqual({ status: 1, last: '12 passed, 0 failed' });
    expect(lines).toContain('The checks failed; see above.');
  });

  test('tests that never came to their sums count as one that failed', async () => {
    const { status, last } = await ciRun(0, 0, 'Killed');
    expect({ status, last }).toEqual({ status: 1, last: '0 passed, 1 failed' });
  });
}
