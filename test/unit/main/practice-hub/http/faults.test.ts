import { describe, expect, it } from 'vitest';
import { FaultPlan, needsWork } from '../../../../../main/practice-hub/http/faults.ts';

describe('a plan of faults', () => {
  it('meets every call without a match, for ever', () => {
    const plan = new FaultPlan([{ kind: 'hang' }]);
    expect([1, 2, 3].map(() => plan.take('GET', '/a')?.kind)).toEqual(['hang', 'hang', 'hang']);
  });

  it('meets only the calls it is meant for', () => {
    const plan = new FaultPlan([{ kind: 'html', match: { method: 'POST', path: /\/registrations$/ } }]);
    expect(plan.take('GET', '/registrations')).toBeUndefined();
    expect(plan.take('POST', '/tokens')).toBeUndefined();
    expect(plan.take('POST', '/registrations')?.kind).toBe('html');
  });

  it('spares the first calls and ends after its number of times', () => {
    const plan = new FaultPlan([{ kind: 'status', status: 401, skip: 2, times: 1 }]);
    expect([1, 2, 3, 4].map(() => plan.take('GET', '/a') !== undefined)).toEqual([false, false, true, false]);
  });

  it('goes on to the next fault when one is used up', () => {
    const plan = new FaultPlan([
      { kind: 'status', status: 500, times: 1 },
      { kind: 'html', times: 1 },
    ]);
    expect([1, 2, 3].map(() => plan.take('GET', '/a')?.kind)).toEqual(['status', 'html', undefined]);
  });

  it('is replaced as a whole, counts included', () => {
    const plan = new FaultPlan([{ kind: 'html', times: 1 }]);
    plan.take('GET', '/a');
    plan.set([{ kind: 'hang', times: 1 }]);
    expect([1, 2].map(() => plan.take('GET', '/a')?.kind)).toEqual(['hang', undefined]);
  });

  it('does the work only where the true answer is shown in part, or where it is told to', () => {
    expect(needsWork({ kind: 'slow', delayMs: 1 })).toBe(true);
    expect(needsWork({ kind: 'truncatedJson' })).toBe(true);
    expect(needsWork({ kind: 'cutOff', at: 'midBody' })).toBe(true);
    expect(needsWork({ kind: 'cutOff', at: 'beforeAnswer' })).toBe(false);
    expect(needsWork({ kind: 'status', status: 500 })).toBe(false);
    expect(needsWork({ kind: 'hang', workDone: true })).toBe(true);
  });
});
