import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyStoredDrafts, parseStoredDrafts } from '../../../../../main/core/drafts/stored-drafts.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../../fixtures/store');
const released = readdirSync(FIXTURES).filter((name) => /^drafts\.format-\d+\.json$/.test(name));
const fixture = (name: string): unknown => JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'));

describe('stored drafts', () => {
  it.each(released)('of every released format are read: %s', (name) => {
    const read = parseStoredDrafts(fixture(name));
    expect(read.ok && read.value.drafts.map(({ id }) => id)).toEqual(['draft-2', 'draft-1']);
  });

  it('of the current format are read as they were written', () => {
    const record = fixture('drafts.format-1.json');
    expect(parseStoredDrafts(record)).toEqual({ ok: true, value: record });
    expect(parseStoredDrafts(emptyStoredDrafts)).toEqual({ ok: true, value: emptyStoredDrafts });
  });

  it.each([
    ['unreadable', 'null', null],
    ['unreadable', 'no drafts', { formatVersion: 1 }],
    ['unreadable', 'a draft of no kind', { formatVersion: 1, drafts: [{ id: '1', hubId: '1', savedAtMs: 1 }] }],
    ['newer', 'a later format', { formatVersion: 2 }],
  ] as const)('are %s with %s', (failure, _name, json) => {
    expect(parseStoredDrafts(json)).toEqual({ ok: false, failure });
  });
});
