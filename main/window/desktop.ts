// What the app does outside its window: the file dialog, the clipboard, the browser, the file manager.
import { clipboard, dialog, shell } from 'electron';
import type { BrowserWindow, NativeImage } from 'electron';
import type { LinkName } from '#contract/app.ts';
import { openPage } from './links.ts';

export interface Desktop {
  /** The path of the file a person chose; null when they chose none. */
  chooseFile(what: 'credentials' | 'backup'): Promise<string | null>;
  copyText(text: string): Promise<void>;
  openLink(link: LinkName): Promise<void>;
  showFile(path: string): void;
  /** Begins a drag out of the window; to be called while the button is down. Ends when the drag ends. */
  dragFile(path: string): void;
}

export function desktopAround(window: BrowserWindow, icon: NativeImage): Desktop {
  const dragIcon = icon.resize({ width: 32 });
  return {
    async chooseFile(what) {
      const chosen = await dialog.showOpenDialog(window, {
        title: what === 'backup' ? 'Choose a backup' : 'Choose a credentials file',
        properties: ['openFile', 'dontAddToRecent'],
      });
      return chosen.filePaths[0] ?? null;
    },
    // A promise since Electron 44, done at once before.
    copyText: async (text) => clipboard.writeText(text),
    openLink: (link) => openPage(shell, link),
    showFile: (path) => shell.showItemInFolder(path),
    // At once: a drag that begins after the button was let go ends with the next click only.
    dragFile: (path) => window.webContents.startDrag({ file: path, icon: dragIcon }),
  };
}
