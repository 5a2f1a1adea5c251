// The wall around the window, tried from inside the real window: Electron's twenty items, as far as they can be seen there.
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { startHub } from './a-hub.ts';
import { channels } from '#contract/channels.ts';
import { startAgain, startApp } from './app-under-test.ts';
import { connectHub, seen } from './screens.ts';

// What the page can name in evaluate(): the bridge is the only thing of ours in it.
declare const fabricRegistrar: { app: { describe(): Promise<unknown> } };

it('gives the page no Node, no Electron and only the bridge', async () => {
  const { page } = await startApp();
  const found = await page.evaluate(() => ({
    require: typeof Reflect.get(globalThis, 'require'),
    process: typeof Reflect.get(globalThis, 'process'),
    module: typeof Reflect.get(globalThis, 'module'),
    groups: Object.keys(fabricRegistrar).sort(),
  }));
  expect(found).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    groups: [...Object.keys(channels), 'on'].sort(),
  });
});

it('isolates the page, keeps web security and allows no webview', async () => {
  const { electron, page } = await startApp();
  await page.waitForLoadState();
  const preferences = await electron.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    // SAFETY: Electron has this method in every version; its types leave it out.
    return (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    sandbox: true,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
});

it('sends nothing from the page to the network and loads nothing from it', async () => {
  const { page } = await startApp();
  const reached = await page.evaluate(async () => {
    const image = new Promise<string>((resolve) => {
      const probe = new Image();
      probe.onload = () => resolve('loaded');
      probe.onerror = () => resolve('refused');
      probe.src = 'http://127.0.0.1:9/pixel.png';
    });
    const fetched = await fetch('http://127.0.0.1:9/').then(
      () => 'sent',
      () => 'refused',
    );
    return { fetched, image: await image };
  });
  expect(reached).toEqual({ fetched: 'refused', image: 'refused' });
});

it('runs no script that was put into the page as text', async () => {
  const { page } = await startApp();
  const ran = await page.evaluate(async () => {
    const attempts: Record<string, () => void> = {
      handler: () =>
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.ran = \'handler\'">'),
      script: () => {
        const script = document.createElement('script');
        script.text = 'globalThis.ran = "script"';
        document.body.append(script);
      },
      eval: () => {
        (Reflect.get(globalThis, 'eval') as (code: string) => void)('globalThis.ran = "eval"');
      },
    };
    for (const attempt of Object.values(attempts)) {
      // In a task of the page's own: the debugger that runs this function is let through where a page is not.
      await new Promise<void>((resolve) => {
        setTimeout(() => {
          try {
            attempt();
          } catch {
            // Refused, as it should be.
          }
          setTimeout(resolve, 50);
        });
      });
    }
    return Reflect.get(globalThis, 'ran') as unknown;
  });
  expect(ran).toBeUndefined();
});

it('stays on its own page and opens no other window', async () => {
  const { electron, page } = await startApp();
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));
  // Asked through main: a navigation that was refused leaves the debugger waiting for it.
  const state = await electron.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('The app has no window.');
    const inPage = (code: string): Promise<unknown> =>
      window.webContents.executeJavaScript(`(() => { try { return ${code}; } catch { return 'refused'; } })()`);
    const opened = await inPage(`String(window.open('https://example.com/'))`);
    for (const address of ['https://example.com/', 'file:///etc/passwd', 'data:text/html,elsewhere', 'app://other/']) {
      await inPage(`(location.href = ${JSON.stringify(address)})`);
      await inPage(`Object.assign(document.createElement('a'), { href: ${JSON.stringify(address)} }).click()`);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const heading = await inPage(`document.querySelector('h1').textContent`);
    return { opened, heading, url: window.webContents.getURL(), windows: BrowserWindow.getAllWindows().length };
  });
  expect(state).toEqual({ opened: 'null', heading: 'Connect a hub', url: 'app://main/index.html', windows: 1 });
});

it('refuses every permission a page can ask for', async () => {
  const { page } = await startApp();
  const answers = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'granted',
      (error: unknown) => (error instanceof Error ? error.name : 'refused'),
    ),
    geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
  }));
  expect(answers.notifications).toBe('denied');
  expect(answers.camera).not.toBe('granted');
  expect(answers.geolocation).toBe('denied');
});

it('serves nothing but the files of the window under its own address', async () => {
  const { electron, page } = await startApp();
  await page.waitForLoadState();
  const statuses = await electron.evaluate(async ({ net }) => {
    const paths = [
      'app://main/index.html',
      'app://main/../package.json',
      'app://main/..%2f..%2fpackage.json',
      'app://main/%2e%2e/%2e%2e/package.json',
      'app://main/..%5c..%5cpackage.json',
      'app://main//etc/passwd',
      'app://other/index.html',
    ];
    const answers: Record<string, number> = {};
    for (const path of paths) {
      answers[path] = await net.fetch(path).then(
        ({ status }) => status,
        () => 0,
      );
    }
    return answers;
  });
  const { 'app://main/index.html': own, ...others } = statuses;
  expect(own).toBe(200);
  expect(Object.values(others).filter((status) => status === 200)).toEqual([]);
});

it('answers no other window, not even one with the same page and preload', async () => {
  const { electron, page } = await startApp();
  await page.waitForLoadState();
  const preload = resolve(import.meta.dirname, '../../out/preload/preload.cjs');
  const answer = await electron.evaluate(async ({ BrowserWindow }, preloadPath) => {
    const second = new BrowserWindow({ show: false, webPreferences: { preload: preloadPath, sandbox: true } });
    await second.loadURL('app://main/index.html');
    const heard: unknown = await second.webContents.executeJavaScript(
      'window.fabricRegistrar.app.describe().then((answer) => JSON.stringify(answer), (error) => `refused: ${error.message}`)',
    );
    second.destroy();
    return String(heard);
  }, preload);
  expect(answer).toMatch(/^refused/);
});

it('does the main job without a single violation of its content security policy', async () => {
  const { credentialsFile } = await startHub();
  const { page } = await startApp();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await seen(page.getByRole('heading', { name: 'Connect a hub' }));
  await connectHub(page, credentialsFile);
  expect(complaints).toEqual([]);
});

it('has one instance for one data folder: a second start shows the first window and ends', async () => {
  const first = await startApp();
  await first.page.waitForLoadState();
  expect(await startAgain(first.dataFolder)).toBe(0);
  expect(await first.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});
