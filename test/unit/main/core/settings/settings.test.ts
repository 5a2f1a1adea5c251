import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok } from '#contract/result.ts';
import { defaultSettings, type Settings } from '#contract/settings.ts';
import { settingsService } from '../../../../../main/core/settings/settings-service.ts';
import { emptyStoredSettings, parseStoredSettings } from '../../../../../main/core/settings/stored-settings.ts';
import { memoryRecordStore } from '../../../../doubles/memory-record-store.ts';

const FIXTURES = resolve(import.meta.dirname, '../../../../fixtures/store');
const released = readdirSync(FIXTURES).filter((name) => /^settings\.format-\d+\.json$/.test(name));
const fixture = (name: string): unknown => JSON.parse(readFileSync(join(FIXTURES, name), 'utf8'));

function setUp() {
  const store = memoryRecordStore(emptyStoredSettings);
  const told: Settings[] = [];
  return { store, told, ...settingsService({ store, onChanged: (settings) => told.push(settings) }) };
}

describe('the settings', () => {
  it('are the app’s own choice until they are changed', async () => {
    const { settings, now } = setUp();
    expect(await settings.read()).toEqual(ok(defaultSettings));
    expect(now()).toEqual(defaultSettings);
  });

  it('change one by one, are kept, and everybody is told', async () => {
    const { settings, now, store, told } = setUp();
    expect(await settings.change({ rowHeight: 'comfortable' })).toMatchObject({ value: { rowHeight: 'comfortable' } });
    await settings.change({ historyDays: 30 });
    const both = { ...defaultSettings, rowHeight: 'comfortable', historyDays: 30 };
    expect(now()).toEqual(both);
    expect(told).toEqual([{ ...both, historyDays: 400 }, both]);
    expect(parseStoredSettings(store.read())).toEqual(ok({ formatVersion: 1, settings: both }));
  });

  it('are not changed by a key without a value', async () => {
    const { settings } = setUp();
    // SAFETY: what crosses the border may hold the key all the same.
    const change = { historyDays: undefined } as unknown as { historyDays: number };
    expect(await settings.change(change)).toEqual(ok(defaultSettings));
  });

  it('stay as they are when the disk refuses', async () => {
    const { settings, store, told, now } = setUp();
    store.refuse('denied');
    expect(await settings.change({ historyDays: 30 })).toMatchObject({ failure: { code: 'storageFailed' } });
    expect(now()).toEqual(defaultSettings);
    expect(told).toEqual([]);
  });
});

describe('stored settings', () => {
  it.each(released)('of every released format are read: %s', (name) => {
    expect(parseStoredSettings(fixture(name))).toMatchObject({ ok: true, value: { settings: { historyDays: 30 } } });
  });

  it('of the current format are read as they were written', () => {
    const record = z
      .object({ formatVersion: z.literal(1), settings: z.looseObject({}) })
      .parse(fixture('settings.format-1.json'));
    // A setting that came later is the app's own choice.
    const settings = { ...defaultSettings, ...record.settings };
    expect(parseStoredSettings(record)).toEqual(ok({ ...record, settings }));
  });

  it('of an app that knew fewer, or more, are read as far as they are known', () => {
    const record = { formatVersion: 1, settings: { staleAfterDays: 3, fontSize: 12 } };
    expect(parseStoredSettings(record)).toEqual(
      ok({ formatVersion: 1, settings: { ...defaultSettings, staleAfterDays: 3 } }),
    );
  });

  it.each([
    ['unreadable', null],
    ['unreadable', { formatVersion: 1 }],
    ['unreadable', { formatVersion: 1, settings: { historyDays: 0 } }],
    ['newer', { formatVersion: 2 }],
  ] as const)('are %s: %o', (failure, json) => {
    expect(parseStoredSettings(json)).toEqual({ ok: false, failure });
  });
});
