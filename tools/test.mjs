// `npm test`: installs what is missing and runs every test of the project. What stands after `--` goes to vitest.
// @ts-check
import { afterInstall } from './after-install.mjs';

await afterInstall('run-tests.mjs');
