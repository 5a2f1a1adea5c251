// `npm run bench`: installs what is missing, gets an Electron, builds, and measures.
// @ts-check
import { afterInstall } from './after-install.mjs';

await afterInstall('run-bench.mjs');
