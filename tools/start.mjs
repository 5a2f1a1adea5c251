// `npm start`: installs what is missing, gets an Electron, builds, and opens the app. What stands after `--` goes to the app.
// @ts-check
import { afterInstall } from './after-install.mjs';

await afterInstall('open-app.mjs');
