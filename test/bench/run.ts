// The bench: every figure the project promises, taken in one run on one machine, as ratios where time is concerned.
import { join, resolve } from 'node:path';
import { gzippedKilobytes } from './bundle-size.ts';
import { launchOnce, type Launch, type LaunchFigures } from './electron-run.ts';
import { figure, median, report } from './figures.ts';
import { listFigures } from './list-in-use.ts';
import { dataFolderWithSavedList } from './saved-list.ts';
import { snapshotFigures } from './snapshots.ts';
import { tokenRequestsForParallelCalls } from './token-requests.ts';
import { resolveElectron } from '../../tools/electron-runtime.mjs';

const PROJECT = resolve(import.meta.dirname, '../..');
const ROUNDS = 7;

const electron = await resolveElectron();
const saved1k = await dataFolderWithSavedList(electron, PROJECT, 1000);
const saved10k = await dataFolderWithSavedList(electron, PROJECT, 10_000);

const bare: Launch = { ...electron, appFolder: join(import.meta.dirname, 'bare'), selector: 'h1' };
const appOver = ({ dataFolder }: { readonly dataFolder: string }): Launch => ({
  ...electron,
  args: [...electron.args, `--user-data-dir=${dataFolder}`],
  appFolder: PROJECT,
  selector: '[role="grid"] [role="gridcell"]',
});

// In turn, so that a machine that grows slower or faster does so for all; the first of each only warms the disk.
const rounds: { bare: LaunchFigures; app: LaunchFigures; app10k: LaunchFigures }[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  const figures = {
    bare: await launchOnce(bare),
    app: await launchOnce(appOver(saved1k)),
    app10k: await launchOnce(appOver(saved10k)),
  };
  if (round > 0) rounds.push(figures);
}
const lists = await listFigures(electron, PROJECT, { ...saved10k, size: '10k' });
await saved1k.remove();
await saved10k.remove();
const saved100k = await dataFolderWithSavedList(electron, PROJECT, 100_000);
const longLists = await listFigures(electron, PROJECT, { ...saved100k, size: '100k' });
await saved100k.remove();

report([
  figure(
    'startup.ratio_to_bare_electron',
    median(rounds.map((round) => round.app.paintedAfterMs / round.bare.paintedAfterMs)),
    'ratio',
  ),
  figure(
    'startup.ratio_to_bare_electron.10k',
    median(rounds.map((round) => round.app10k.paintedAfterMs / round.bare.paintedAfterMs)),
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
  figure(
    'memory.rss_over_bare_mb.10k',
    median(rounds.map((round) => round.app10k.memoryMegabytes - round.bare.memoryMegabytes)),
    'MB',
  ),
  ...lists,
  ...longLists,
  ...(await snapshotFigures()),
]);
