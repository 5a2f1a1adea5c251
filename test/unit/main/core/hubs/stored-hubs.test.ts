import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readStored, type StoredFormat } from '../../../../../main/core/hubs/stored-format.ts';
import {
  emptyStoredHubs,
  parseStoredHubs,
  type StoredHubs,
  untouched,
} from '../../../../../main/core/hubs/stored-hubs.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../../fixtures/store');
const released = readdirSync(FIXTURES).filter((name) => /^hubs\.format-\d+\.json$/.test(name));
const fixture = (name: string): unknown => JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'));

function readRecord(): StoredHubs {
  const read = parseStoredHubs(fixture('hubs.format-3.json'));
  if (!read.ok) throw new Error(read.failure);
  return read.value;
}

/** The hubs of a fixture as they stand in the file. */
function readHubs(json: unknown): readonly { readonly credentials: readonly object[] }[] {
  return z.object({ hubs: z.array(z.looseObject({ credentials: z.array(z.looseObject({})) })) }).parse(json).hubs;
}

/** The record with one thing different in its first hub. */
function withHub(change: object): unknown {
  const record = readRecord();
  return { ...record, hubs: record.hubs.map((hub, index) => (index === 0 ? { ...hub, ...change } : hub)) };
}

/** The record with one thing different in its first credential. */
function withCredential(change: object): unknown {
  const [hub] = readRecord().hubs;
  return withHub({
    credentials: hub!.credentials.map((credential, index) => (index === 0 ? { ...credential, ...change } : credential)),
  });
}

describe('stored hubs', () => {
  it.each(released)('of every released format are read: %s', (name) => {
    const read = parseStoredHubs(fixture(name));
    expect(read).toMatchObject({ ok: true, value: { formatVersion: 3 } });
    expect(read.ok && read.value.hubs.map(({ name: hubName }) => hubName)).toEqual(['Hub example', 'Practice hub']);
  });

  it('of the current format are read as they were written', () => {
    const record = readRecord();
    expect(record).toEqual(fixture('hubs.format-3.json'));
    expect(parseStoredHubs(structuredClone(record))).toEqual({ ok: true, value: record });
  });

  it('of format 1 say that nothing is known of their use, and lose nothing', () => {
    const read = parseStoredHubs(fixture('hubs.format-1.json'));
    const before = readHubs(fixture('hubs.format-1.json'));
    expect(read).toEqual({
      ok: true,
      value: {
        formatVersion: 3,
        hubs: before.map((hub) => ({
          ...hub,
          credentials: hub.credentials.map((credential) => ({ ...credential, ...untouched })),
        })),
      },
    });
  });

  it('of format 2 lose nothing, and know no end of a replaced secret', () => {
    const read = parseStoredHubs(fixture('hubs.format-2.json'));
    const before = readHubs(fixture('hubs.format-2.json'));
    expect(read).toEqual({
      ok: true,
      value: {
        formatVersion: 3,
        hubs: before.map((hub) => ({
          ...hub,
          credentials: hub.credentials.map((credential) => ({ ...credential, previousExpiresAtMs: null })),
        })),
      },
    });
  });

  it.each([1e300, 8_640_000_000_000_001, -1, 1.5])('take a moment that no date can be for none: %d', (impossible) => {
    const moments = { expiresAtMs: impossible, previousExpiresAtMs: impossible, lastUsedAtMs: impossible };
    const read = parseStoredHubs(withCredential({ ...moments, savedAtMs: impossible }));
    expect(read.ok && read.value.hubs[0]?.credentials[0]).toMatchObject({
      expiresAtMs: null,
      previousExpiresAtMs: null,
      lastUsedAtMs: null,
      savedAtMs: 0,
    });
  });

  it.each([
    ['no list of hubs', { formatVersion: 1, hubs: 'none' }],
    ['a hub that is none', { formatVersion: 1, hubs: [null] }],
    ['a hub without a list of credentials', { formatVersion: 1, hubs: [{ credentials: 7 }] }],
    ['an unknown key', { ...readRecord(), formatVersion: 1, more: 1 }],
  ])('of format 1 with %s are unreadable', (_name, json) => {
    expect(parseStoredHubs(json)).toEqual({ ok: false, failure: 'unreadable' });
  });

  it('are empty at first', () => {
    expect(parseStoredHubs(emptyStoredHubs)).toEqual({ ok: true, value: { formatVersion: 3, hubs: [] } });
  });

  it('of a newer app are told apart from damaged ones', () => {
    expect(parseStoredHubs({ formatVersion: 4, anything: 'else' })).toEqual({ ok: false, failure: 'newer' });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'hubs'],
    ['an empty object', {}],
    ['a version that is no number', { formatVersion: '1', hubs: [] }],
    ['a version before the first', { formatVersion: 0, hubs: [] }],
    ['half a version', { formatVersion: 1.5, hubs: [] }],
    ['no hubs', { formatVersion: 3 }],
    ['an unknown key', { formatVersion: 3, hubs: [], more: true }],
    ['an unknown key in a hub', withHub({ more: true })],
    ['a hub without a name', withHub({ name: '' })],
    ['an insecure base URL', withHub({ baseUrl: 'http://hub.example/prweb/api/ppf/v1' })],
    ['a base URL with a password', withHub({ baseUrl: 'https://a:b@hub.example/prweb/api/ppf/v1' })],
    ['an insecure token endpoint', withCredential({ tokenEndpoint: 'http://hub.example/token' })],
    ['an unknown way to authenticate', withCredential({ clientAuthentication: 'certificate' })],
    ['a secret of no level', withCredential({ secret: { level: 'plain', clientSecret: 'FAKE' } })],
    ['a session secret with something in it', withCredential({ secret: { level: 'sessionOnly', ciphertext: 'FAKE' } })],
    ['a credential in use that is not there', withHub({ credentialInUseId: 'credential-9' })],
    ['credentials and none in use', withHub({ credentialInUseId: null })],
    ['a reminder of no step', withCredential({ dismissedReminder: 5 })],
    ['an earlier secret of no level', withCredential({ previousSecret: { level: 'plain' } })],
    ['one credential twice', withCredential({ id: 'credential-2' })],
    ['one hub twice', { ...readRecord(), hubs: [...readRecord().hubs, readRecord().hubs[0]] }],
    ['the same hub id twice', withHub({ id: 'hub-2' })],
  ])('are unreadable with %s', (_name, json) => {
    expect(parseStoredHubs(json)).toEqual({ ok: false, failure: 'unreadable' });
  });

  it('never throw, whatever the file says', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.integer({ min: -1, max: 3 }), (json, formatVersion) => {
        expect(['unreadable', 'newer', 'read']).toContain(outcomeOf(json));
        expect(['unreadable', 'newer', 'read']).toContain(outcomeOf({ formatVersion, hubs: json }));
      }),
    );
  });
});

function outcomeOf(json: unknown): string {
  const read = parseStoredHubs(json);
  return read.ok ? 'read' : read.failure;
}

describe('a stored format', () => {
  const people: StoredFormat<{ formatVersion: 3; names: string[] }> = {
    schema: z.strictObject({ formatVersion: z.literal(3), names: z.array(z.string()) }),
    migrations: [({ name }) => ({ formatVersion: 2, names: [name] }), (record) => ({ ...record, formatVersion: 3 })],
  };
  const today = { ok: true, value: { formatVersion: 3, names: ['Ada'] } };

  it('is reached from every earlier one', () => {
    expect(readStored({ formatVersion: 1, name: 'Ada' }, people)).toEqual(today);
    expect(readStored({ formatVersion: 2, names: ['Ada'] }, people)).toEqual(today);
    expect(readStored({ formatVersion: 3, names: ['Ada'] }, people)).toEqual(today);
  });

  it('is checked after the migrations', () => {
    expect(readStored({ formatVersion: 1, name: 5 }, people)).toEqual({ ok: false, failure: 'unreadable' });
    expect(readStored({ formatVersion: 3, name: 'Ada' }, people)).toEqual({ ok: false, failure: 'unreadable' });
  });

  it('that is not known yet is newer', () => {
    expect(readStored({ formatVersion: 4 }, people)).toEqual({ ok: false, failure: 'newer' });
  });

  it('leaves the given record alone', () => {
    const given = Object.freeze({ formatVersion: 1, name: 'Ada' });
    readStored(given, people);
    expect(given).toEqual({ formatVersion: 1, name: 'Ada' });
  });
});
