// Importing the `electron` package outside Electron looks for its executable and would start a download to get one;
// with this set it answers a path and asks nobody. To be imported before anything that imports `electron`.
process.env['ELECTRON_OVERRIDE_DIST_PATH'] ??= 'no-electron-here';

export {};
