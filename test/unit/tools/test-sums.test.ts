// What a test run is counted as: whatever goes wrong in one must show in its sums.
import { describe, expect, test } from 'vitest';
import { add, judgeRun, slowestFiles, sumsInWords } from '../../../tools/test-sums.mjs';

const strict = { mayBeEmpty: false, maySkip: false };
const lenient = { mayBeEmpty: true, maySkip: true };

const file = (statuses: string[], status = statuses.includes('failed') ? 'failed' : 'passed') => ({
  name: '/project/test/unit/some.test.ts',
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});

describe('judging a run', () => {
  test('counts the tests of all files', () => {
    const report = { testResults: [file(['passed', 'passed']), file(['passed', 'failed']), file(['skipped', 'todo'])] };
    expect(judgeRun(report, 1, lenient)).toEqual({ passed: 3, failed: 1, skipped: 2 });
  });

  test('counts a file that could not be read in as a failed test', () => {
    const report = { testResults: [file(['passed']), file([], 'failed')] };
    expect(judgeRun(report, 1, lenient)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test('counts a file whose tests all passed before it broke as a failed test besides', () => {
    const report = { testResults: [file(['passed'], 'failed')] };
    expect(judgeRun(report, 1, lenient)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test('counts a run that failed though every test passed as one failed test', () => {
    expect(judgeRun({ testResults: [file(['passed'])] }, 1, lenient)).toEqual({ passed: 1, failed: 1, skipped: 0 });
  });

  test('counts a run that left no report as one failed test', () => {
    expect(judgeRun(undefined, 139, lenient)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(judgeRun(undefined, 0, strict)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('takes a run without tests for a failure, unless a filter left none', () => {
    expect(judgeRun({ testResults: [] }, 0, strict)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(judgeRun({ testResults: [] }, 0, lenient)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });

  test('counts a skipped test as failed where none may be skipped', () => {
    const report = { testResults: [file(['passed', 'skipped', 'pending', 'todo'])] };
    expect(judgeRun(report, 0, strict)).toEqual({ passed: 1, failed: 3, skipped: 0 });
    expect(judgeRun(report, 0, lenient)).toEqual({ passed: 1, failed: 0, skipped: 3 });
  });
});

describe('the last line', () => {
  test('names what was skipped only when something was', () => {
    expect(sumsInWords({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
    expect(sumsInWords({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
  });

  test('adds up what several runs came to', () => {
    const one = { passed: 1, failed: 2, skipped: 3 };
    expect(add(one, { passed: 10, failed: 20, skipped: 30 })).toEqual({ passed: 11, failed: 22, skipped: 33 });
  });
});

test('where the time went is told by the longest files, longest first', () => {
  const timed = (name: string, startTime: number, endTime: number) => ({
    ...file(['passed']),
    name,
    startTime,
    endTime,
  });
  const report = { testResults: [timed('a', 0, 1000), timed('b', 500, 5500), file([]), timed('c', 0, 2000)] };
  expect(slowestFiles(report, 2)).toEqual([
    { name: 'b', seconds: 5 },
    { name: 'c', seconds: 2 },
  ]);
});
