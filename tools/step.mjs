// One line for each step: what was done and how long it took, or what failed and the one thing to do about it.
// @ts-check

/** A step that could not be done: what failed, and the one thing a person can do about it. */
export class StepFailure extends Error {
  /**
   * @param {string} whatFailed a sentence
   * @param {string} wayOut a sentence
   * @param {string} [details] the end of a command's output, when that says more
   */
  constructor(whatFailed, wayOut, details = '') {
    super(whatFailed);
    this.name = 'StepFailure';
    this.wayOut = wayOut;
    this.details = details;
  }
}

/**
 * @typedef {object} Steps
 * @property {<T extends string | { outcome: string }>(name: string, work: (progress: (now: string) => void) => Promise<T> | T) => Promise<T>} step
 *   does the work and prints its one line; the work gives the outcome in words, or an object that has it as `outcome`
 * @property {(sentence: string) => void} say prints a sentence of its own
 */

/**
 * @param {NodeJS.WritableStream & { isTTY?: boolean }} stream where the lines go
 * @returns {Steps}
 */
export function stepsOn(stream) {
  const say = (/** @type {string} */ sentence) => void stream.write(`${sentence}\n`);
  return {
    say,
    async step(name, work) {
      const startedAt = performance.now();
      const label = name.padEnd(16);
      const live = (/** @type {string} */ now) =>
        void (stream.isTTY === true && stream.write(`\r\u001b[K${label} ${now} ...`));
      const clear = () => void (stream.isTTY === true && stream.write('\r\u001b[K'));
      live('');
      try {
        const result = await work(live);
        clear();
        say(`${label} ${typeof result === 'string' ? result : result.outcome} (${duration(startedAt)})`);
        return result;
      } catch (error) {
        clear();
        say(`${label} FAILED (${duration(startedAt)})`);
        throw error;
      }
    },
  };
}

/**
 * The time since a moment of `performance.now()`, in words.
 * @param {number} startedAtMs
 */
export function duration(startedAtMs) {
  const seconds = (performance.now() - startedAtMs) / 1000;
  return seconds < 60 ? `${seconds.toFixed(1)} s` : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Runs a script to its end: a failed step is told in words and ends with exit code 1.
 * @param {() => Promise<number | void>} script gives the exit code, 0 when it gives none
 */
export async function runScript(script) {
  try {
    process.exitCode = (await script()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    tellFailure(error);
  }
}

/**
 * What failed and the one thing to do; for a defect, its stack.
 * @param {unknown} error
 */
export function tellFailure(error) {
  if (!(error instanceof StepFailure)) {
    console.error(error);
    return;
  }
  const details = error.details.trim();
  console.error([...(details === '' ? [] : [details, '']), error.message, error.wayOut].join('\n'));
}
