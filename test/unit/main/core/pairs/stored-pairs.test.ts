import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyStoredPairs, parseStoredPairs, type StoredPairs } from '../../../../../main/core/pairs/stored-pairs.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../../fixtures/store');
const released = readdirSync(FIXTURES).filter((name) => /^pairs\.format-\d+\.json$/.test(name));
const fixture = (name: string): unknown => JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'));

/** The record with one thing different in its first pair. */
function withPair(change: object): unknown {
  // SAFETY: the test before this reads the fixture through the schema.
  const record = fixture('pairs.format-3.json') as StoredPairs;
  return { ...record, pairs: record.pairs.map((pair, index) => (index === 0 ? { ...pair, ...change } : pair)) };
}

describe('stored pairs', () => {
  it.each(released)('of every released format are read: %s', (name) => {
    const read = parseStoredPairs(fixture(name));
    expect(read.ok && read.value.pairs.map(({ id }) => id)).toEqual(expect.arrayContaining(['pair-1', 'pair-2']));
  });

  it('of the current format are read as they were written', () => {
    const record = fixture('pairs.format-3.json');
    expect(parseStoredPairs(record)).toEqual({ ok: true, value: record });
  });

  it('of format 2 lose nothing, and replaced nothing', () => {
    // SAFETY: a fixture of this shape; what the schema says of it is what is tested.
    const before = fixture('pairs.format-2.json') as StoredPairs;
    expect(parseStoredPairs(before)).toEqual({
      ok: true,
      value: {
        formatVersion: 3,
        pairs: before.pairs.map((pair) => ({ ...pair, previousSecret: null, previous: null })),
      },
    });
  });

  it('take a moment that no date can be for the beginning of time', () => {
    const read = parseStoredPairs(withPair({ receivedAtMs: 1e300 }));
    expect(read.ok && read.value.pairs[0]?.receivedAtMs).toBe(0);
  });

  it('are empty at first', () => {
    expect(parseStoredPairs(emptyStoredPairs)).toEqual({ ok: true, value: { formatVersion: 3, pairs: [] } });
  });

  it('of a newer app are told apart from damaged ones', () => {
    expect(parseStoredPairs({ formatVersion: 4, anything: 'else' })).toEqual({ ok: false, failure: 'newer' });
  });

  it.each([
    ['null', null],
    ['no pairs', { formatVersion: 3 }],
    ['an unknown key', { formatVersion: 3, pairs: [], more: true }],
    ['a secret in clear', withPair({ secret: { level: 'plain', clientSecret: 'FAKE' } })],
    ['an insecure token endpoint', withPair({ tokenEndpoint: 'http://hub.example/token' })],
    ['a replaced secret of which nothing else is known', withPair({ previous: null })],
    ['one pair twice', withPair({ id: 'pair-2' })],
  ])('are unreadable with %s', (_name, json) => {
    expect(parseStoredPairs(json)).toEqual({ ok: false, failure: 'unreadable' });
  });
});
