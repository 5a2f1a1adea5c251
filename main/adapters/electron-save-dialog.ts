// The AskWhereToSave port over the system's own dialog.
import path from 'node:path';
import { app, dialog } from 'electron';
import type { BrowserWindow } from 'electron';
import type { AskWhereToSave, SaveFormat } from '../core/exports/export-ports.ts';

const KINDS: Readonly<Record<SaveFormat, string>> = {
  csv: 'Comma-separated values',
  json: 'JSON document',
  pdf: 'PDF document',
  age: 'Encrypted hand-off',
  txt: 'Credentials in plain text',
  log: 'Problem report',
};

/** Begins in the person's documents, and in the folder of the last file after that. */
export function electronSaveDialog(window: BrowserWindow): AskWhereToSave {
  let folder: string | null = null;
  return async (suggestedName, format) => {
    const { canceled, filePath } = await dialog.showSaveDialog(window, {
      title: 'Export',
      defaultPath: path.join(folder ?? app.getPath('documents'), suggestedName),
      filters: [{ name: KINDS[format], extensions: [format] }],
      properties: ['createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'],
    });
    if (canceled || filePath === '') return null;
    folder = path.dirname(filePath);
    return { path: filePath, fileName: path.basename(filePath) };
  };
}
