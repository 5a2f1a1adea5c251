// What locks the secrets behind a passphrase without a click in the window: the system, and the menu.
import { expect, it } from 'vitest';
import type { WindowBridge } from '#contract/bridge.ts';
import { startApp, type AppUnderTest } from './app-under-test.ts';

const PASSPHRASE = 'correct horse battery staple';

function isLocked({ page }: AppUnderTest): Promise<boolean | null> {
  return page.evaluate(async () => {
    // SAFETY: what the preload script exposes.
    const status = await (Reflect.get(globalThis, 'fabricRegistrar') as WindowBridge).vault.status();
    return status.ok ? status.value.isLocked : null;
  });
}

it('the screen lock, the sleep of the system and the menu each lock the secrets', { timeout: 120_000 }, async () => {
  const app = await startApp();
  const unlock = (): Promise<boolean> =>
    app.page.evaluate(async (passphrase) => {
      // SAFETY: what the preload script exposes.
      const { vault } = Reflect.get(globalThis, 'fabricRegistrar') as WindowBridge;
      return (await vault.protect({ level: 'passphrase', passphrase })).ok && (await vault.unlock({ passphrase })).ok;
    }, PASSPHRASE);

  for (const event of ['lock-screen', 'suspend'] as const) {
    expect(await unlock()).toBe(true);
    expect(await isLocked(app)).toBe(false);
    // As Electron tells it; a test cannot lock the screen.
    await app.electron.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
    expect(await isLocked(app)).toBe(true);
  }
  expect(await unlock()).toBe(true);
  await app.electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    items?.find(({ label }) => label === 'Lock or unlock secrets')?.click();
  });
  expect(await isLocked(app)).toBe(true);
});
