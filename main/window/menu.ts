// The application menu: what every desktop app has, and no way to reload or look behind the page in a packaged build.
import type { MenuItemConstructorOptions } from 'electron';

export interface MenuWishes {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly onReportProblem: () => void;
  readonly onLock: () => void;
}

export function menuTemplate(wishes: MenuWishes): MenuItemConstructorOptions[] {
  const { platform, isPackaged, onReportProblem, onLock } = wishes;
  const lock: MenuItemConstructorOptions = {
    label: 'Lock or unlock secrets',
    accelerator: 'CmdOrCtrl+Shift+L',
    click: () => onLock(),
  };
  const isMac = platform === 'darwin';
  const looks: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const forDevelopers: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ];
  return [
    ...(isMac ? [{ role: 'appMenu' } as const, { label: 'File', submenu: [lock] }] : []),
    ...(isMac ? [] : [{ label: '&File', submenu: [lock, { type: 'separator' } as const, { role: 'quit' } as const] }]),
    { role: 'editMenu' },
    { label: '&View', submenu: isPackaged ? looks : [...looks, ...forDevelopers] },
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ label: 'Report a problem…', click: () => onReportProblem() }] },
  ];
}
