// The one window: made, shown when it has something to show, and remembered where it was.
import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { NativeImage, Rectangle } from 'electron';
import { START_ADDRESS } from './app-address.ts';
import { closeWhenDone } from './closing.ts';
import type { ClosingParts } from './closing.ts';
import { windowOptions } from './window-options.ts';
import { placementFor } from './window-placement.ts';
import type { StoredPlacement } from './window-placement.ts';

export interface MainWindowParts {
  readonly preloadPath: string;
  readonly isPackaged: boolean;
  readonly icon: NativeImage;
  /** Where it was. */
  readonly before: StoredPlacement;
  /** Told where it is when the person closes it. */
  readonly onClosing: (last: StoredPlacement) => void;
  /** Settles when the window may go. */
  readonly settled: ClosingParts['settled'];
}

/** Makes the window, hidden and empty: whoever answers its calls can take their place before it asks. */
export function createMainWindow({
  preloadPath,
  isPackaged,
  icon,
  before,
  onClosing,
  settled,
}: MainWindowParts): BrowserWindow {
  const window = new BrowserWindow(
    windowOptions({
      placement: placementFor(before, workAreas()),
      preloadPath,
      isDark: nativeTheme.shouldUseDarkColors,
      isPackaged,
      ...(icon.isEmpty() ? {} : { icon }),
    }),
  );
  // Maximizing shows, too.
  window.once('ready-to-show', () => (before.isMaximized ? window.maximize() : window.show()));
  closeWhenDone(window, {
    settled,
    onClosing: () =>
      onClosing({ formatVersion: 1, bounds: window.getNormalBounds(), isMaximized: window.isMaximized() }),
  });
  return window;
}

/** Settles when the page is there. A window that is closed meanwhile is no failure. */
export async function loadPage(window: BrowserWindow): Promise<void> {
  // Closing the window while it loads ends the loading, which is nobody's failure.
  let isClosing = false;
  window.once('close', () => (isClosing = true));
  await window.loadURL(START_ADDRESS).catch((error: unknown) => {
    if (!isClosing) throw error;
  });
}

/** Brings the window to the front, when the app was started a second time. */
export function bringToFront(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function workAreas(): [Rectangle, ...Rectangle[]] {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary.workArea, ...others.map(({ workArea }) => workArea)];
}
