// The list under a person's hands, in the real Electron: how long after a key its rows are painted, and how many frames
// scrolling loses.
import { _electron, type Page } from 'playwright-core';
import { figure, median, type Figure } from './figures.ts';

/** What is searched for, a letter at a time: words that leave much, little and nothing, and a number at the end. */
const SEARCHES = ['claims 9', 'example', 'harbour', 'fraud zz', 'sap 2'];
const SEARCH = { role: 'searchbox', name: 'Search' } as const;
const PAUSE_MS = 150;

interface Electron {
  readonly executablePath: string;
  readonly args: readonly string[];
}

/** One launch of the app over a data folder with a saved list; `size` names the figures (`10k`). */
export async function listFigures(
  electron: Electron,
  appFolder: string,
  list: { readonly dataFolder: string; readonly size: string },
): Promise<readonly Figure[]> {
  const app = await _electron.launch({
    executablePath: electron.executablePath,
    args: [...electron.args, `--user-data-dir=${list.dataFolder}`, appFolder],
  });
  try {
    const page = await app.firstWindow();
    await page.getByRole('grid', { name: 'Registrations' }).getByRole('gridcell').first().waitFor({ timeout: 120_000 });
    // What is prepared while nothing else is to do is prepared when a person has found the search field.
    await page.waitForTimeout(3000);
    const paintedAfterMs = await keystrokes(page);
    const dropped = await droppedFramesPercent(page);
    return [
      figure(`filter.${list.size}.median_ms`, median(paintedAfterMs), 'ms'),
      figure(`filter.${list.size}.slowest_ms`, Math.max(...paintedAfterMs), 'ms'),
      figure(`scroll.${list.size}.dropped_frames_percent`, dropped, '%'),
    ];
  } finally {
    await app.close();
  }
}

/** Milliseconds from each key until the frame with its rows has been painted. */
async function keystrokes(page: Page): Promise<readonly number[]> {
  await page.evaluate(`
    window.benchPainted = [];
    document.addEventListener('keydown', (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        // The first task after a frame runs when it has been painted.
        port1.onmessage = () => window.benchPainted.push(performance.now() - event.timeStamp);
        port2.postMessage(null);
      });
    }, true);
  `);
  for (const search of SEARCHES) {
    await page.getByRole(SEARCH.role, { name: SEARCH.name }).focus();
    for (const character of search) {
      await page.keyboard.press(character === ' ' ? 'Space' : character);
      await page.waitForTimeout(PAUSE_MS);
    }
    await expectNarrowed(page);
    await page.evaluate('window.benchKept = [...(window.benchKept ?? []), ...window.benchPainted]');
    await page.keyboard.press('Escape');
    await page.waitForTimeout(PAUSE_MS);
    await page.evaluate('window.benchPainted.length = 0');
  }
  const painted: unknown = await page.evaluate('window.benchKept');
  if (!isListOfNumbers(painted) || painted.length !== SEARCHES.join('').length) {
    throw new Error('Not every key was followed by a painted frame.');
  }
  return painted;
}

/** A figure about a list that was not narrowed would prove nothing. */
async function expectNarrowed(page: Page): Promise<void> {
  const words = await page.getByText(/^[\d,]+ of [\d,]+$/).textContent();
  const [shown, all] = (words ?? '').split(' of ');
  if (shown === all) throw new Error(`The search narrowed nothing: ${words ?? 'no count is shown'}`);
}

/** How far a frame scrolls (a quick turn of the wheel), and for how long. */
const SCROLL = { pixels: 120, seconds: 5 };

/** Of the frames that the display would have shown while the list is scrolled, the part that it could not. */
async function droppedFramesPercent(page: Page): Promise<number> {
  const percent: unknown = await page.evaluate(`(async () => {
    const grid = document.querySelector('[role="grid"]');
    const nextFrame = () => new Promise(requestAnimationFrame);
    const intervals = [];
    for (let frame = 0; frame < 60; frame += 1) {
      const before = await nextFrame();
      intervals.push((await nextFrame()) - before);
    }
    // How long a frame of this display takes, when there is nothing to do.
    const frameMs = intervals.sort((one, other) => one - other)[30];
    const startMs = await nextFrame();
    let nowMs = startMs;
    let shown = 0;
    while (nowMs - startMs < ${SCROLL.seconds * 1000}) {
      grid.scrollTop += ${SCROLL.pixels};
      nowMs = await nextFrame();
      shown += 1;
    }
    const due = Math.round((nowMs - startMs) / frameMs);
    return Math.max(0, (due - shown) / due) * 100;
  })()`);
  if (typeof percent !== 'number') throw new Error('Scrolling gave no figure.');
  return percent;
}

function isListOfNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}
