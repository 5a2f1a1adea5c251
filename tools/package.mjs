// `npm run package`: builds the app and packages it, unpacked, for this machine.
// @ts-check
import { afterInstall } from './after-install.mjs';

await afterInstall('package-app.mjs');
