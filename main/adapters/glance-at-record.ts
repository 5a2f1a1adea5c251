// A look at a record before anything is opened: for what is needed at once and may be missed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Parse } from './kept-file.ts';

/** The record as it stands in its file; null when there is none that can be read. Changes nothing, never throws. */
export function glanceAtRecord<Value>(folder: string, name: string, parse: Parse<Value>): Value | null {
  try {
    const read = parse(JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')));
    return read.ok ? read.value : null;
  } catch {
    // Whoever opens the record afterwards tells what is wrong with it.
    return null;
  }
}
