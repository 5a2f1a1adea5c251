import { describe, expect, it } from 'vitest';
import { readCommandLine } from '../../../../main/practice-hub/command-line.ts';

describe('the command line of the practice hub', () => {
  it('needs nothing', () => {
    expect(readCommandLine([])).toEqual({ kind: 'start', wish: {} });
  });

  it('takes port, seed, latency, synchronization time and folder', () => {
    const words = ['--port', '8099', '--seed=10000', '--latency', '20', '--sync', '500', '--folder', 'kept'];
    expect(readCommandLine(words)).toEqual({
      kind: 'start',
      wish: { port: 8_099, seed: 10_000, latencyMs: 20, synchronizeMs: 500, stateFolder: 'kept' },
    });
  });

  it('knows help', () => {
    expect(readCommandLine(['--help'])).toEqual({ kind: 'help' });
  });

  it.each([
    [['--port', '65536'], '--port must be a whole number from 0 to 65535, not "65536".'],
    [['--seed', 'many'], '--seed must be a whole number from 0 to 100000, not "many".'],
    [['--latency', '1.5'], '--latency must be a whole number from 0 to 60000, not "1.5".'],
  ])('says what is wrong with %j', (words, sentence) => {
    expect(readCommandLine(words)).toEqual({ kind: 'wrong', sentence });
  });

  it.each([[['--hang']], [['--port']], [['something']], [['--help=yes']]])('refuses %j', (words) => {
    expect(readCommandLine(words).kind).toBe('wrong');
  });
});
