import { describe, expect, test } from 'vitest';
import type { ActivityEntry } from '#contract/activity.ts';
import { activityLog } from '../../../../../main/core/activity/activity-log.ts';
import type { AboutToSend } from '../../../../../main/core/activity/activity-recorder.ts';
import type { StorageFailure } from '../../../../../main/core/ports.ts';
import { textCleaner } from '../../../../../main/core/redaction/clean-text.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { memoryJournal } from '../../../../doubles/memory-journal.ts';
import { recordingLog } from '../../../../doubles/recording-log.ts';

const ABOUT: AboutToSend = {
  hubId: 'h1',
  credentialId: 'c1',
  registrationId: 'REG-1',
  applicationName: 'SalesDesk3',
  action: 'deactivate',
  sent: 'POST /registrations/REG-1/actions/disablesync',
};

/** One that the app knows. */
const SECRET = 'FAKE0123456789ABCDEF';

function setUp({ journal = memoryJournal(), limit = 100 } = {}) {
  const clock = fixedClock();
  const log = recordingLog();
  const failures: StorageFailure[] = [];
  const operators = new Map([['c1', 'areks1']]);
  let ids = 0;
  let changes = 0;
  const activity = activityLog({
    journal,
    clock,
    log,
    limit,
    clean: textCleaner({ takeOut: (text) => text.replaceAll(SECRET, '•••') }),
    newId: () => `entry-${(ids += 1)}`,
    hubNameOf: (hubId) => (hubId === 'h1' ? 'Claims Hub' : ''),
    operatorOf: (credentialId) => operators.get(credentialId) ?? '',
    onChanged: () => (changes += 1),
    onStorageFailed: (failure) => failures.push(failure),
  });
  return { activity, journal, clock, log, failures, operators, changes: () => changes };
}

/** The next run of the app over the same disk. */
const restarted = ({ written }: { readonly written: readonly string[] }) =>
  setUp({ journal: memoryJournal(...written) });

const outcomesOf = (entries: readonly ActivityEntry[]) => entries.map(({ outcome }) => outcome);

describe('a call that is written down', () => {
  test('is on the disk before it is sent, and is under way until it has ended', async () => {
    const { activity, journal, clock, changes } = setUp();
    const call = await activity.begin(ABOUT);
    expect(journal.written).toHaveLength(1);
    expect(changes()).toBe(1);
    const entry = {
      id: 'entry-1',
      atMs: clock.nowMs(),
      hubId: 'h1',
      hubName: 'Claims Hub',
      operator: 'areks1',
      registrationId: 'REG-1',
      applicationName: 'SalesDesk3',
      action: 'deactivate',
      sent: 'POST /registrations/REG-1/actions/disablesync',
      outcome: { kind: 'pending' },
      durationMs: null,
    };
    expect(await activity.entries()).toEqual([entry]);
    clock.advance(412);
    await call.end({ kind: 'done', status: 200 });
    expect(journal.written).toHaveLength(2);
    expect(changes()).toBe(2);
    const ended = { ...entry, outcome: { kind: 'done', status: 200 }, durationMs: 412 };
    expect(await activity.entries()).toEqual([ended]);
    expect(await restarted(journal).activity.entries()).toEqual([ended]);
  });

  test('has no secret in any of its texts, wherever a person put one', async () => {
    const { activity, journal, operators } = setUp();
    const sent = `POST /registrations\n{"applicationDescription":"Use ${SECRET}"}`;
    const call = await activity.begin({ ...ABOUT, applicationName: `Desk ${SECRET}`, sent });
    operators.set('c1', `areks1 ${SECRET}`);
    await call.end({ kind: 'done', status: 200 });
    expect(journal.written.join('\n')).not.toContain(SECRET);
    expect(await activity.entries()).toMatchObject([
      {
        applicationName: 'Desk •••',
        operator: 'areks1 •••',
        sent: 'POST /registrations\n{"applicationDescription":"Use •••"}',
      },
    ]);
  });

  test('has an unknown outcome after a restart when its end was never written', async () => {
    const { activity, journal } = setUp();
    await activity.begin(ABOUT);
    expect(outcomesOf(await restarted(journal).activity.entries())).toEqual([{ kind: 'unknown', cause: null }]);
  });

  test('learns the operator of a token and the ID of a creation by its end', async () => {
    const { activity, journal, operators } = setUp();
    operators.clear();
    const call = await activity.begin({ ...ABOUT, action: 'register', registrationId: '' });
    operators.set('c1', 'areks2');
    await call.end({ kind: 'done', status: 201 }, { registrationId: 'REG-9' });
    const learned = [{ operator: 'areks2', registrationId: 'REG-9' }];
    expect(await activity.entries()).toMatchObject(learned);
    expect(await restarted(journal).activity.entries()).toMatchObject(learned);
  });

  test('has no operator when no credential of a person stands behind it', async () => {
    const { activity } = setUp();
    await activity.begin({ ...ABOUT, credentialId: null });
    expect(await activity.entries()).toMatchObject([{ operator: '' }]);
  });

  test('took no time when the clock was set back meanwhile', async () => {
    const { activity, clock } = setUp();
    const call = await activity.begin(ABOUT);
    clock.advance(-5000);
    await call.end({ kind: 'notSent', failure: 'hubUnreachable' });
    expect(await activity.entries()).toMatchObject([{ durationMs: 0 }]);
  });

  test('holds no secret, whoever put one there', async () => {
    const { activity, journal } = setUp();
    await activity.begin({ ...ABOUT, sent: 'POST /x\n{"a":1,"clientSecret":"MARKER"}' });
    expect(journal.written.join('')).not.toContain('MARKER');
    expect(await activity.entries()).toMatchObject([{ sent: 'POST /x\n{"a":1,"clientSecret":"•••"}' }]);
  });
});

describe('what was found out later', () => {
  test('takes the place of the unknown outcome, also after the next restart', async () => {
    const { activity, journal } = setUp();
    await activity.begin(ABOUT);
    const second = restarted(journal);
    const entry = await second.activity.find('entry-1');
    if (entry === null) throw new Error('it was written');
    const outcome = { kind: 'found', happened: true, checkedAtMs: second.clock.nowMs() };
    expect(await second.activity.found(entry, true)).toMatchObject({ outcome });
    expect(await second.activity.find('entry-1')).toMatchObject({ outcome });
    expect(await restarted(second.journal).activity.entries()).toMatchObject([{ outcome }]);
  });
});

describe('a disk that refuses', () => {
  test('stands in nobody’s way, and the person is told', async () => {
    const { activity, journal, failures } = setUp();
    journal.refusal = { code: 'storageFailed', cause: 'full' };
    const call = await activity.begin(ABOUT);
    await call.end({ kind: 'done', status: 200 });
    expect(failures).toHaveLength(2);
    expect(outcomesOf(await activity.entries())).toEqual([{ kind: 'done', status: 200 }]);
  });

  test('gets what it refused before the next line that it takes', async () => {
    const { activity, journal } = setUp();
    journal.refusal = { code: 'storageFailed', cause: 'full' };
    const call = await activity.begin(ABOUT);
    journal.refusal = null;
    await call.end({ kind: 'done', status: 200 });
    expect(outcomesOf(await restarted(journal).activity.entries())).toEqual([{ kind: 'done', status: 200 }]);
  });

  test('may have taken a line although it said no: written twice it counts once', async () => {
    const { activity, journal } = setUp();
    const call = await activity.begin(ABOUT);
    await call.end({ kind: 'done', status: 200 });
    journal.written.push(...journal.written);
    expect(await restarted(journal).activity.entries()).toMatchObject([{ outcome: { kind: 'done', status: 200 } }]);
  });
});

describe('reading what earlier runs wrote', () => {
  test('leaves out what is damaged, and counts it in the log', async () => {
    const { activity, journal } = setUp();
    await (await activity.begin(ABOUT)).end({ kind: 'done', status: 200 });
    const [about = '', ended = ''] = journal.written;
    const newer = about.replace('"formatVersion":1', '"formatVersion":2').replace('entry-1', 'entry-0');
    const { activity: next, log } = setUp({
      journal: memoryJournal('\u0000\u0000', newer, about, '', '{"half":', ended, about.slice(0, 40)),
    });
    expect(outcomesOf(await next.entries())).toEqual([{ kind: 'done', status: 200 }]);
    expect(log.lines).toEqual([
      { level: 'warn', event: 'Some lines of the activity log could not be read', facts: { unreadable: 4 } },
    ]);
  });

  test('happens once, when somebody looks, and not for writing', async () => {
    const journal = memoryJournal();
    let readings = 0;
    const counting = { ...journal, lines: () => ((readings += 1), journal.lines()) };
    const { activity } = setUp({ journal: counting });
    await activity.begin(ABOUT);
    expect(readings).toBe(0);
    await Promise.all([activity.entries(), activity.find('x'), activity.entries()]);
    expect(readings).toBe(1);
  });

  test('puts the calls of this run after those of earlier ones', async () => {
    const first = setUp();
    await first.activity.begin({ ...ABOUT, applicationName: 'Earlier' });
    const journal = memoryJournal(...first.journal.written.map((line) => line.replace('entry-1', 'entry-0')));
    const { activity } = setUp({ journal });
    await activity.begin({ ...ABOUT, applicationName: 'Now' });
    expect(await activity.entries()).toMatchObject([
      { applicationName: 'Earlier', outcome: { kind: 'unknown' } },
      { applicationName: 'Now', outcome: { kind: 'pending' } },
    ]);
  });

  test('holds no more than the newest in memory', async () => {
    const { activity, journal } = setUp({ limit: 3 });
    for (const applicationName of ['A', 'B', 'C', 'D', 'E']) {
      await (await activity.begin({ ...ABOUT, applicationName })).end({ kind: 'done', status: 200 });
    }
    const names = async (log: typeof activity) => (await log.entries()).map(({ applicationName }) => applicationName);
    expect(await names(activity)).toEqual(['C', 'D', 'E']);
    expect(await names(setUp({ limit: 2, journal: memoryJournal(...journal.written) }).activity)).toEqual(['D', 'E']);
  });
});
