import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appProtocolHandler, appScheme } from '../../../../main/window/app-protocol.ts';
import { deferred } from '../../../doubles/deferred.ts';

let base: string;
let handler: (request: Request) => Promise<Response>;
beforeAll(() => {
  base = fs.mkdtempSync(path.join(os.tmpdir(), 'app-protocol-'));
  const put = (name: string, content: string): void => {
    fs.mkdirSync(path.dirname(path.join(base, name)), { recursive: true });
    fs.writeFileSync(path.join(base, name), content);
  };
  put('renderer/index.html', '<meta property="csp-nonce" nonce="%NONCE%"><style nonce="%NONCE%"></style>');
  put('renderer/assets/index-abc.js', 'export {};');
  put('renderer/assets/index-abc.css', 'body {}');
  put('renderer/assets/font.woff2', 'font');
  put('renderer/assets/mark.svg', '<svg/>');
  put('renderer/assets/source.map', '{}');
  put('renderer/file', 'no extension');
  put('renderer-secrets/index.html', 'beside');
  put('package.json', '{}');
  handler = appProtocolHandler(path.join(base, 'renderer'), Promise.resolve());
});
afterAll(() => fs.rmSync(base, { recursive: true }));

/** Electron hands over addresses of our scheme, which Node's Request takes only as they are. */
const ask = (url: string, method = 'GET'): Promise<Response> => handler({ url, method } as Request);

describe('the files of the window', () => {
  it.each([
    ['index.html', 'text/html; charset=utf-8'],
    ['assets/index-abc.js', 'text/javascript; charset=utf-8'],
    ['assets/index-abc.css', 'text/css; charset=utf-8'],
    ['assets/font.woff2', 'font/woff2'],
    ['assets/mark.svg', 'image/svg+xml'],
  ])('are served with their type and the wall’s headers: %s', async (name, type) => {
    const answer = await ask(`app://main/${name}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'; /);
  });

  it('come at once, but a script only when what answers it is there', async () => {
    const answered = deferred<null>();
    const handOut = appProtocolHandler(path.join(base, 'renderer'), answered.promise);
    const asked = (name: string): Promise<Response> => handOut({ url: `app://main/${name}`, method: 'GET' } as Request);
    let isScriptThere = false;
    const script = asked('assets/index-abc.js').finally(() => (isScriptThere = true));
    expect((await asked('index.html')).status).toBe(200);
    expect(isScriptThere).toBe(false);
    answered.resolve(null);
    expect((await script).status).toBe(200);
  });

  it('has no script for a page that nothing will answer', async () => {
    const handOut = appProtocolHandler(path.join(base, 'renderer'), Promise.reject(new Error('nothing answers')));
    const script = await handOut({ url: 'app://main/assets/index-abc.js', method: 'GET' } as Request);
    expect(script.status).toBe(404);
  });

  it('are the same bytes as on the disk', async () => {
    expect(await (await ask('app://main/assets/index-abc.js?v=1#x')).text()).toBe('export {};');
  });
});

describe('the page', () => {
  it('has the nonce of its own policy, another one at every load', async () => {
    const nonces = new Set<string>();
    for (let load = 0; load < 5; load += 1) {
      const answer = await ask('app://main/index.html');
      const policy = answer.headers.get('content-security-policy') ?? '';
      const [, nonce = ''] = /style-src 'self' 'nonce-([A-Za-z0-9+/=]{24})';/.exec(policy) ?? [];
      expect(await answer.text()).toBe(`<meta property="csp-nonce" nonce="${nonce}"><style nonce="${nonce}"></style>`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(5);
  });

  it('may load nothing from elsewhere, connect to nothing and run no text', async () => {
    const policy = (await ask('app://main/index.html')).headers.get('content-security-policy') ?? '';
    const directives = new Map(policy.split('; ').map((one) => [one.split(' ')[0] ?? '', one.split(' ').slice(1)]));
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('img-src')).toEqual(["'self'"]);
    expect(directives.get('font-src')).toEqual(["'self'"]);
    for (const name of ['connect-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors', 'trusted-types']) {
      expect(directives.get(name)).toEqual(["'none'"]);
    }
    expect(directives.get('require-trusted-types-for')).toEqual(["'script'"]);
    expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
  });
});

describe('anything else', () => {
  it.each([
    'app://main/',
    'app://main/assets',
    'app://main/assets/',
    'app://main/gone.html',
    'app://main/file',
    'app://main/assets/source.map',
    'app://main/../package.json',
    'app://main/../renderer-secrets/index.html',
    'app://main/..%2frenderer-secrets%2findex.html',
    'app://main/%2e%2e/package.json',
    'app://main/%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    'app://main/..%5crenderer-secrets%5cindex.html',
    'app://main/assets/..\\..\\..\\package.json',
    'app://main//etc/passwd',
    'app://main/%00index.html',
    'app://main/index.html%00.js',
    'app://main/C:%5cWindows%5cwin.ini',
    'app://main/index.html::$DATA',
    'app://main/%E0%A4%A',
    'app://other/index.html',
    'app://main.example/index.html',
    'app://main:1/index.html',
    'https://main/index.html',
    'nonsense',
  ])('is not there: %s', async (url) => {
    const answer = await ask(url);
    expect([answer.status, await answer.text()]).toEqual([404, '']);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('is not done: %s', async (method) => {
    expect((await ask('app://main/index.html', method)).status).toBe(405);
  });
});

it('the scheme is a secure one of its own, without the privilege to pass by the policy', () => {
  expect(appScheme).toEqual({
    scheme: 'app',
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  });
});
