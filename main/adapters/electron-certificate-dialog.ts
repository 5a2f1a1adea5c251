// The ChooseFiles port over the system's own dialog.
import { dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { ChooseFiles } from '../core/reach/reach-ports.ts';

const TITLES: Readonly<Record<Parameters<ChooseFiles>[0], string>> = {
  certificates: 'Choose certificate files',
  clientCertificate: 'Choose a PKCS#12 file, or the PEM files of certificate and key',
};

export function electronCertificateDialog(window: BrowserWindow): ChooseFiles {
  return async (what) => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: TITLES[what],
      properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
    });
    return filePaths;
  };
}
