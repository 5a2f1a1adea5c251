// How the one window is made. Pure, so that a test can hold it against the list in docs/security-checklist.md.
import type { BrowserWindowConstructorOptions, NativeImage } from 'electron';
import { MINIMUM_SIZE } from './window-placement.ts';
import type { Placement } from './window-placement.ts';

export interface WindowWishes {
  readonly placement: Placement;
  readonly preloadPath: string;
  readonly isDark: boolean;
  /** Packaged builds have no developer tools. */
  readonly isPackaged: boolean;
  readonly icon?: NativeImage | string;
}

/** `--surface` of renderer/ui/tokens.css: what is seen until the first paint. */
const SURFACE = { light: '#ffffff', dark: '#16181e' } as const;

export function windowOptions(wishes: WindowWishes): BrowserWindowConstructorOptions {
  const { placement, preloadPath, isDark, isPackaged, icon } = wishes;
  return {
    ...placement,
    minWidth: MINIMUM_SIZE.width,
    minHeight: MINIMUM_SIZE.height,
    title: 'Fabric Registrar',
    show: false,
    backgroundColor: isDark ? SURFACE.dark : SURFACE.light,
    autoHideMenuBar: true,
    ...(icon === undefined ? {} : { icon }),
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  };
}
