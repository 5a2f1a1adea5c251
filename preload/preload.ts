// The wall's few windows: exposes the bridge to the page, and nothing else.
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { forward } from './forward.ts';

contextBridge.exposeInMainWorld(
  'fabricRegistrar',
  // SAFETY: what the page hands over is a File of its own; getPathForFile throws for anything else.
  forward(ipcRenderer, (file) => webUtils.getPathForFile(file as File)),
);
