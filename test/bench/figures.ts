// What the bench reports: one line a figure for people, one JSON file for machines.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

/** The middle of the values; the mean of the two middle ones when their number is even. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Rounds to what the measurement can tell. */
export function figure(name: string, value: number, unit: string): Figure {
  return { name, value: Number(value.toPrecision(4)), unit };
}

/** Prints the figures and writes them to results.json. */
export function report(figures: readonly Figure[]): void {
  for (const { name, value, unit } of figures) console.log(`${name} ${value} ${unit}`);
  writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify({ figures }, null, 2)}\n`);
}
