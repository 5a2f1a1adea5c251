// `npm run check`: everything about the code that can be judged without running it.
// @ts-check
import { afterInstall } from './after-install.mjs';

await afterInstall('run-checks.mjs');
