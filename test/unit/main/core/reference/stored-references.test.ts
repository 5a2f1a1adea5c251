import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyStoredReferences, parseStoredReferences } from '../../../../../main/core/reference/stored-references.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../../fixtures/store');
const released = readdirSync(FIXTURES).filter((name) => /^references\.format-\d+\.json$/.test(name));

describe('stored reference addresses', () => {
  it.each(released)('of every released format are read: %s', (name) => {
    const read = parseStoredReferences(JSON.parse(readFileSync(join(FIXTURES, name), 'utf8')));
    expect(read).toMatchObject({ ok: true, value: { formatVersion: 1 } });
    expect(read.ok && Object.keys(read.value.addresses)).toEqual(['hub-1']);
  });

  it('are none at the first start', () => {
    expect(parseStoredReferences(emptyStoredReferences)).toEqual({ ok: true, value: emptyStoredReferences });
  });

  it.each(['http://hub.example/api.json', 'file:///etc/passwd', 'https://me:secret@hub.example/', 'x'])(
    'are not believed when a file leads to %s',
    (address) => {
      const record = { formatVersion: 1, addresses: { 'hub-1': address } };
      expect(parseStoredReferences(record)).toEqual({ ok: false, failure: 'unreadable' });
    },
  );

  it('of a newer app are left alone', () => {
    expect(parseStoredReferences({ formatVersion: 2 })).toEqual({ ok: false, failure: 'newer' });
  });
});
