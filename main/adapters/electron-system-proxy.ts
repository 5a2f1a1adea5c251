// The operating system's proxies through Electron: Chromium reads the settings and runs the PAC file.
import { session } from 'electron';
import type { SystemProxies } from '../core/reach/reach-ports.ts';
import { proxiesIn } from './proxy-list.ts';

/** Not to be called before the app is ready. */
export const electronSystemProxies: SystemProxies = async (url) => {
  // Only the origin: what a PAC file sees is nobody's but the Hub's.
  return proxiesIn(await session.defaultSession.resolveProxy(new URL(url).origin));
};
