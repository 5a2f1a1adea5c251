import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fail, ok } from '#contract/result.ts';
import { emptyStoredVisits, parseStoredVisits } from '../../../../../main/core/review/stored-visits.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../../../fixtures/store');

test('visits of every format are read', () => {
  const format1: unknown = JSON.parse(fs.readFileSync(path.join(FIXTURES, 'visits.format-1.json'), 'utf8'));
  expect(parseStoredVisits(format1)).toEqual(
    ok({ formatVersion: 1, seenUpToMs: { 'hub-1': 1_795_419_060_000, 'hub-2': 1_795_505_460_000 } }),
  );
  expect(parseStoredVisits(emptyStoredVisits)).toEqual(ok(emptyStoredVisits));
});

test('visits that are damaged or of a newer version are told apart', () => {
  expect(parseStoredVisits({ formatVersion: 1, seenUpToMs: { h: 'x' } })).toEqual(fail('unreadable'));
  expect(parseStoredVisits({ formatVersion: 2 })).toEqual(fail('newer'));
});
