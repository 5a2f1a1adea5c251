import fs from 'node:fs';
import { expect, it } from 'vitest';
import { describeApp, RELEASE_ELECTRON_MAJOR } from '../../../main/describe-app.ts';

const running = (electron: string) => ({
  version: '0.1.0',
  versions: { electron, chrome: '130.0.6723.137', node: '20.18.1' },
  platform: 'linux',
  canSave: true,
});

it('the app says its versions and whether what is saved stays', () => {
  expect(describeApp(running('45.4.1'))).toEqual({
    version: '0.1.0',
    electronVersion: '45.4.1',
    chromiumVersion: '130.0.6723.137',
    platform: 'linux',
    isDevelopmentRuntime: false,
    canSave: true,
  });
  expect(describeApp({ ...running('45.4.1'), canSave: false }).canSave).toBe(false);
});

it('a runtime older than the one of releases is for development only', () => {
  expect(describeApp(running('33.2.1')).isDevelopmentRuntime).toBe(true);
  expect(describeApp(running('44.9.9')).isDevelopmentRuntime).toBe(true);
  expect(describeApp(running('46.0.0')).isDevelopmentRuntime).toBe(false);
});

it('the runtime of releases is the one that package.json names', () => {
  const { devDependencies } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
    devDependencies: { electron: string };
  };
  expect(devDependencies.electron).toMatch(new RegExp(`^\\D?${RELEASE_ELECTRON_MAJOR}\\.`));
});
