// The bench: every figure the project promises, taken in one run on one machine, as ratios where time is concerned.
import { join, resolve } from 'node:path';
import { gzippedKilobytes } from './bundle-size.ts';
import { launchOnce, type Launch, type LaunchFigures } from './electron-run.ts';
import { figure, median, report } from './figures.ts';
import { dataFolderWithSavedList } from './saved-list.ts';
import { snapshotFigures } from './snapshots.ts';
import { tokenRequestsForParallelCalls } from './token-requests.ts';
import { resolveElectron } from '../../tools/electron-runtime.mjs';

const PROJECT = resolve(import.meta.dirname, '../..');
const ROUNDS = 7;

const electron = await resolveElectron();
const { dataFolder, remove } = await dataFolderWithSavedList(electron, PROJECT, 1000);

const bare: Launch = { ...electron, appFolder: join(import.meta.dirname, 'bare'), selector: 'h1' };
const app: Launch = {
  ...electron,
  args: [...electron.args, `--user-data-dir=${dataFolder}`],
  appFolder: PROJECT,
  selector: '[role="grid"] [role="gridcell"]',
};

// In turn, so that a machine that grows slower or faster does so for both; the first of each only warms the disk.
const rounds: { bare: LaunchFigures; app: LaunchFigures }[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const figures = { bare: await launchOnce(bare), app: await launchOnce(app) };
  if (round > 0) rounds.push(figures);
}
await remove();

report([
  figure(
    'startup.ratio_to_bare_electron',
    median(rounds.map((round) => round.app.paintedAfterMs / round.bare.paintedAfterMs)),
    'ratio',
  ),
  figure('startup.bare_electron_ms', median(rounds.map((round) => round.bare.paintedAfterMs)), 'ms'),
  figure('token.requests_for_1000_parallel_calls', await tokenRequestsForParallelCalls(), 'requests'),
  figure('bundle.renderer_gzip_kb', gzippedKilobytes(join(PROJECT, 'out/renderer')), 'kB'),
  figure(
    'memory.rss_over_bare_mb',
    median(rounds.map((round) => round.app.memoryMegabytes - round.bare.memoryMegabytes)),
    'MB',
  ),
  ...(await snapshotFigures()),
]);
