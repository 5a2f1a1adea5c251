// Starting and ending: closed at any moment, the app ends by itself and at once.
import { expect, it } from 'vitest';
import { startApp } from './app-under-test.ts';

it('ends when it is closed before its window has loaded', async () => {
  const app = await startApp();
  await app.close();
  expect(app.process.exitCode).toBe(0);
});
