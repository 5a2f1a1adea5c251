// What keeps the page in its place: navigation, permissions, links, the window's options and its menu.
import fs from 'node:fs';
import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { openPage } from '../../../../main/window/links.ts';
import { menuTemplate } from '../../../../main/window/menu.ts';
import { fenceIn } from '../../../../main/window/navigation.ts';
import type { Contents } from '../../../../main/window/navigation.ts';
import { denyEverything } from '../../../../main/window/permissions.ts';
import type { PermissionDesk } from '../../../../main/window/permissions.ts';
import { windowOptions } from '../../../../main/window/window-options.ts';

describe('navigation', () => {
  class Page extends EventEmitter implements Contents {
    opening: (() => { action: 'deny' }) | null = null;
    setWindowOpenHandler(handler: () => { action: 'deny' }): void {
      this.opening = handler;
    }
    /** Whether the page may do it. */
    tries(event: string, url: string): boolean {
      let isPrevented = false;
      this.emit(event, { url, preventDefault: () => (isPrevented = true) });
      return !isPrevented;
    }
  }
  const page = new Page();
  fenceIn(page);

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])(
    '%s leads nowhere but to the app itself',
    (event) => {
      expect(page.tries(event, 'app://main/index.html')).toBe(true);
      for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://main.example/', 'about:blank', '']) {
        expect(page.tries(event, url)).toBe(false);
      }
    },
  );

  it('no page is put into the page, and no window is opened', () => {
    expect(page.tries('will-attach-webview', 'app://main/index.html')).toBe(false);
    expect(page.opening?.()).toEqual({ action: 'deny' });
  });
});

describe('permissions', () => {
  type Handlers = { -readonly [Name in keyof PermissionDesk]?: unknown };
  const handlers: Handlers = {};
  const keep = (name: keyof PermissionDesk) => (handler: unknown) => void (handlers[name] = handler);
  denyEverything({
    setPermissionRequestHandler: keep('setPermissionRequestHandler'),
    setPermissionCheckHandler: keep('setPermissionCheckHandler'),
    setDevicePermissionHandler: keep('setDevicePermissionHandler'),
    setDisplayMediaRequestHandler: keep('setDisplayMediaRequestHandler'),
    setSpellCheckerEnabled: keep('setSpellCheckerEnabled'),
    setSpellCheckerLanguages: keep('setSpellCheckerLanguages'),
    webRequest: { onBeforeRequest: keep('webRequest') },
  });

  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'clipboard-sanitized-write',
    'openExternal',
    'hid',
  ])('%s is refused', (permission) => {
    const granted: boolean[] = [];
    const ask = handlers.setPermissionRequestHandler as Parameters<PermissionDesk['setPermissionRequestHandler']>[0];
    ask({}, permission, (isGranted) => granted.push(isGranted));
    expect(granted).toEqual([false]);
  });

  it('so are checks, devices, screens and the spell checker that would download its dictionaries', () => {
    expect((handlers.setPermissionCheckHandler as () => boolean)()).toBe(false);
    expect((handlers.setDevicePermissionHandler as () => boolean)()).toBe(false);
    const streams: unknown[] = [];
    (handlers.setDisplayMediaRequestHandler as (request: unknown, answer: (given: null) => void) => void)({}, (given) =>
      streams.push(given),
    );
    expect(streams).toEqual([null]);
    expect(handlers.setSpellCheckerEnabled).toBe(false);
    expect(handlers.setSpellCheckerLanguages).toEqual([]);
  });

  it.each([
    ['app://main/assets/index.js', false],
    ['devtools://devtools/bundled/inspector.js', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:8099/', true],
    ['wss://example.com/', true],
    ['file:///etc/passwd', true],
    ['https://example.com/devtools://', true],
  ])('a request for %s is cancelled: %s', (url, cancel) => {
    const verdicts: unknown[] = [];
    const request = handlers.webRequest as (details: { url: string }, answer: (verdict: unknown) => void) => void;
    request({ url }, (verdict) => verdicts.push(verdict));
    expect(verdicts).toEqual([{ cancel }]);
  });
});

it('only pages of the vendor’s documentation are opened, by name', async () => {
  const opened: string[] = [];
  const browser = { openExternal: (url: string) => Promise.resolve(void opened.push(url)) };
  for (const link of ['registrationApis', 'lifeCycle', 'oauthClientRegistration'] as const)
    await openPage(browser, link);
  expect(opened).toHaveLength(3);
  for (const url of opened) expect(new URL(url).origin).toMatch(/^https:\/\/docs(-previous)?\.pega\.com$/);
});

describe('the window', () => {
  const wishes = { placement: { width: 1280, height: 800 }, preloadPath: '/app/preload.cjs', isDark: false };

  it('has a page without Node, in a sandbox and a world of its own', () => {
    expect(windowOptions({ ...wishes, isPackaged: true }).webPreferences).toEqual({
      preload: '/app/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      devTools: false,
    });
  });

  it('has developer tools only where it is developed', () => {
    expect(windowOptions({ ...wishes, isPackaged: false }).webPreferences?.devTools).toBe(true);
    const rolesOf = (isPackaged: boolean) =>
      JSON.stringify(menuTemplate({ ...menuWishes, platform: 'linux', isPackaged }));
    expect(rolesOf(false)).toMatch(/reload.*toggleDevTools/);
    expect(rolesOf(true)).not.toMatch(/reload|devtools/i);
  });

  it('is not smaller than its page can be, and not shown before it has one', () => {
    expect(windowOptions({ ...wishes, isPackaged: true })).toMatchObject({
      minWidth: 800,
      minHeight: 560,
      width: 1280,
      height: 800,
      show: false,
    });
  });

  it('begins in the colour of the page, in the light and in the dark', () => {
    const tokens = fs.readFileSync('renderer/ui/tokens.css', 'utf8');
    const [light, dark] = Array.from(tokens.matchAll(/--surface:\s*(#[0-9a-f]{6})/g), ([, colour]) => colour);
    expect(windowOptions({ ...wishes, isPackaged: true }).backgroundColor).toBe(light);
    expect(windowOptions({ ...wishes, isPackaged: true, isDark: true }).backgroundColor).toBe(dark);
  });
});

const menuWishes = { onReportProblem: () => undefined, onLock: () => undefined };

it.each(['darwin', 'win32', 'linux'] as const)(
  'the menu of %s is the system’s own, with copying and zooming',
  (platform) => {
    const menu = JSON.stringify(menuTemplate({ ...menuWishes, platform, isPackaged: true }));
    expect(menu).toContain('editMenu');
    expect(menu).toContain('zoomIn');
    expect(menu).toContain('Report a problem…');
    expect(menu.includes('appMenu')).toBe(platform === 'darwin');
  },
);
