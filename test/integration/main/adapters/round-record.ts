// The record that is written over and over while its process is killed.
import { fail, ok } from '../../../../preload/contract/result.ts';
import type { Result } from '../../../../preload/contract/result.ts';

export interface RoundRecord {
  readonly round: number;
  readonly filler: string;
}

function parse(json: unknown): Result<RoundRecord, 'unreadable' | 'newer'> {
  const isWhole = typeof json === 'object' && json !== null && 'round' in json && 'filler' in json;
  return isWhole ? ok(json as RoundRecord) : fail('unreadable');
}

export function roundRecord(folder: string) {
  return { folder, name: 'rounds', parse, empty: { round: 0, filler: '' }, clock: { nowMs: () => 0 } };
}
