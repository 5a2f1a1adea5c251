// What a test run came to, from the report it wrote: true sums, in which nothing that went wrong goes uncounted.
// @ts-check

/**
 * @typedef {object} Sums
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * The part of vitest's JSON report that is read.
 * @typedef {object} Report
 * @property {{ name: string, status: string, startTime?: number, endTime?: number, assertionResults: { status: string }[] }[]} testResults
 */

/** @type {Sums} */
export const nothing = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Report | undefined} report undefined when the run left none
 * @param {number} exitCode of the run
 * @param {{ mayBeEmpty: boolean, maySkip: boolean }} allowed
 * @returns {Sums}
 */
export function judgeRun(report, exitCode, { mayBeEmpty, maySkip }) {
  const counted = (report?.testResults ?? []).map(sumsOfFile).reduce(add, nothing);
  const judged = maySkip ? counted : { ...counted, failed: counted.failed + counted.skipped, skipped: 0 };
  const isEmpty = judged.passed + judged.failed + judged.skipped === 0;
  // A crash, an error outside of any test, or no test at all: no single test failed, and yet the run did.
  const wentWrong = isEmpty ? !mayBeEmpty || exitCode !== 0 : exitCode !== 0;
  return wentWrong && judged.failed === 0 ? { ...judged, failed: 1 } : judged;
}

/**
 * A file that could not even be read in has no tests to count: it counts as one that failed.
 * @param {Report['testResults'][number]} file
 * @returns {Sums}
 */
function sumsOfFile({ status, assertionResults }) {
  const count = (/** @type {string} */ wanted) => assertionResults.filter((test) => test.status === wanted).length;
  const passed = count('passed');
  const failed = count('failed');
  const skipped = assertionResults.length - passed - failed;
  return { passed, failed: failed === 0 && status === 'failed' ? 1 : failed, skipped };
}

/**
 * @param {Sums} one
 * @param {Sums} other
 * @returns {Sums}
 */
export function add(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/**
 * The line a test run ends with.
 * @param {Sums} sums
 */
export function sumsInWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

/**
 * The files that took longest, longest first.
 * @param {Report} report
 * @param {number} count
 * @returns {{ name: string, seconds: number }[]}
 */
export function slowestFiles({ testResults }, count) {
  return testResults
    .map(({ name, startTime = 0, endTime = 0 }) => ({ name, seconds: Math.max(0, endTime - startTime) / 1000 }))
    .sort((one, other) => other.seconds - one.seconds)
    .slice(0, count);
}
