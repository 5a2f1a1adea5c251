// The least an Electron app can be: one window with static HTML, the measure of the others.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile(join(__dirname, 'page.html')));
