import { describe, expect, test } from 'vitest';
import type { ActivityEntry } from '#contract/activity.ts';
import type { ActivityFilter } from '#contract/activity-inputs.ts';
import type { JsonObject, Registration } from '#contract/registration.ts';
import type { ExportRegistrationsInput } from '#contract/review-inputs.ts';
import { fail, ok } from '#contract/result.ts';
import { papaparseCsv } from '../../../../../main/adapters/papaparse-csv.ts';
import type { ChosenFile, PrintedPage, SaveFormat } from '../../../../../main/core/exports/export-ports.ts';
import { exactMoment, shortMoment } from '../../../../../main/core/exports/export-words.ts';
import { exportService } from '../../../../../main/core/exports/export-service.ts';
import { readRegistration } from '../../../../../main/core/registrations/registration.ts';
import { activityEntry } from '../../../../doubles/activity-entry.ts';
import { fixedClock } from '../../../../doubles/fixed-clock.ts';
import { wireRegistration } from '../../../../doubles/wire-registration.ts';

const MARKER = 'MARKER-7C1E';
const TAKEN_AT_MS = Date.UTC(2026, 10, 23, 8, 30);
const ALL: ActivityFilter = { text: '', hubId: null, action: null, outcome: null };

function registration(changes: JsonObject = {}): Registration {
  const read = readRegistration(wireRegistration(changes));
  if (read === null) throw new Error('the sample has an ID');
  return read;
}

const TWO = [
  registration({ region: 'EMEA', nested: { level: 1 }, pair: { clientSecret: MARKER, keyed: true } }),
  registration({ ID: 'REG-2', applicationLabel: '=cmd|x', applicationName: '<b>Motor & Claims</b>' }),
];

interface Given {
  readonly chosen?: ChosenFile | null;
  readonly writing?: ReturnType<typeof fail<{ code: 'fileNotWritten'; fileName: string; cause: 'full' }>>;
  readonly isPrinterBroken?: boolean;
  readonly entries?: readonly ActivityEntry[];
}

const TWO_CALLS = [activityEntry(), activityEntry({ id: '2', action: 'delete', durationMs: null })];

function setUp({
  chosen = { path: '/docs/x', fileName: 'x' },
  writing,
  isPrinterBroken = false,
  entries = TWO_CALLS,
}: Given = {}) {
  const asked: [string, SaveFormat][] = [];
  const files: [string, string][] = [];
  const pages: PrintedPage[] = [];
  const service = exportService({
    hubOf: (hubId) => (hubId === 'h1' ? { name: 'Claims: Hub' } : null),
    copyOf: () => Promise.resolve({ hubId: 'h1', takenAtMs: TAKEN_AT_MS, registrations: TWO }),
    activity: { entries: () => Promise.resolve(entries) },
    askWhereToSave: (...question) => {
      asked.push(question);
      return Promise.resolve(chosen);
    },
    files: {
      write: ({ path }, content) => {
        files.push([path, typeof content === 'string' ? content : new TextDecoder().decode(content)]);
        return Promise.resolve(writing ?? ok(null));
      },
    },
    writeCsv: papaparseCsv,
    printPdf: (page) => {
      pages.push(page);
      return Promise.resolve(isPrinterBroken ? null : new TextEncoder().encode('%PDF'));
    },
    clock: fixedClock(),
  });
  return { service, asked, files, pages };
}

function input(changes: Partial<ExportRegistrationsInput> = {}): ExportRegistrationsInput {
  return {
    hubId: 'h1',
    format: 'csv',
    registrationIds: ['REG-2', 'REG-22951'],
    columns: [
      { id: 'label', heading: 'Label' },
      { id: 'name', heading: 'Name' },
    ],
    narrowedTo: 'Active, “claims”',
    ...changes,
  };
}

describe('exporting what is shown', () => {
  test('writes the rows in their order and the columns that are shown', async () => {
    const { service, asked, files } = setUp();
    expect(await service.registrations(input())).toEqual(ok({ fileName: 'x' }));
    expect(asked).toEqual([['Claims- Hub registrations 2026-11-23.csv', 'csv']]);
    const rows = "Label,Name\r\n'=cmd|x,<b>Motor & Claims</b>\r\nuPlusTelco - Sales Desk 3,SalesDesk3\r\n";
    expect(files).toEqual([['/docs/x', `\uFEFF${rows}`]]);
  });

  test('every column of the list has its value, and every other field of the Hub', async () => {
    const ids = 'id label name description platform status productionLevel systemUrl weighting syncErrors clientId'
      .concat(' created createdBy updated updatedBy lastTaskSynced wire:region nested pair missing wire:toString')
      .split(' ');
    const { service, files } = setUp();
    const columns = ids.map((id) => ({ id, heading: id }));
    await service.registrations(input({ columns, registrationIds: ['REG-22951'] }));
    expect(files[0]?.[1].split('\r\n')[1]).toBe(
      [
        'REG-22951,uPlusTelco - Sales Desk 3,SalesDesk3,Sales Desk application captures sales information,uPlusTelco',
        'Open-SyncProgress,2,https://ap15.uplustelco.com,1,0,69747281128570844473',
        '2021-04-21T16:47:37.626Z,user1,2021-04-21T16:55:27.911Z,user2,,EMEA',
        '"{""level"":1}","{""keyed"":true}",,',
      ].join(','),
    );
  });

  test('leaves out what has gone meanwhile', async () => {
    const { service, files } = setUp();
    await service.registrations(input({ registrationIds: ['REG-7', 'REG-22951'] }));
    expect(files[0]?.[1]).toBe('\uFEFFLabel,Name\r\nuPlusTelco - Sales Desk 3,SalesDesk3\r\n');
  });

  test('as JSON tells what it is an excerpt of, with every field the Hub sent', async () => {
    const { service, files } = setUp();
    await service.registrations(input({ format: 'json', registrationIds: ['REG-2'] }));
    expect(JSON.parse(files[0]?.[1] ?? '')).toEqual({
      formatVersion: 1,
      hub: 'Claims: Hub',
      asOf: '2026-11-23T08:30:00.000Z',
      exportedAt: '2026-11-23T09:00:00.000Z',
      narrowedTo: 'Active, “claims”',
      shown: 1,
      total: 2,
      registrations: [TWO[1]?.wire],
    });
  });

  test('writes nothing when the person chose no file', async () => {
    const { service, files, pages } = setUp({ chosen: null });
    expect(await service.registrations(input({ format: 'pdf' }))).toEqual(ok(null));
    expect([files, pages]).toEqual([[], []]);
  });

  test('says why the file was not written', async () => {
    const full = fail({ code: 'fileNotWritten', fileName: 'x', cause: 'full' } as const);
    expect(await setUp({ writing: full }).service.registrations(input())).toEqual(full);
    expect(await setUp({ isPrinterBroken: true }).service.registrations(input({ format: 'pdf' }))).toEqual(
      fail({ code: 'fileNotWritten', fileName: 'x', cause: 'other' }),
    );
    expect(await setUp().service.registrations(input({ hubId: 'h2' }))).toEqual(fail({ code: 'hubMissing' }));
  });

  test.each(['csv', 'json', 'pdf'] as const)(
    'as %s holds no secret, whichever columns are asked for',
    async (format) => {
      const { service, files, pages } = setUp();
      const columns = ['pair', 'wire:pair', 'wire:pair.clientSecret', 'clientSecret'].map((id) => ({
        id,
        heading: id,
      }));
      await service.registrations(input({ format, columns }));
      expect(JSON.stringify([files, pages])).not.toContain(MARKER);
      expect(files).toHaveLength(1);
    },
  );
});

describe('the printed report', () => {
  async function printed(changes: Partial<ExportRegistrationsInput> = {}) {
    const { service, pages } = setUp();
    await service.registrations(input({ format: 'pdf', ...changes }));
    const [page] = pages;
    if (page === undefined) throw new Error('a page was printed');
    return { page, document: page.html };
  }

  test('tells the hub, the time of the copy, the filter and how many', async () => {
    const { page, document } = await printed({ columns: [{ id: 'updated', heading: 'Updated' }] });
    for (const fact of ['Claims: Hub', exactMoment(TAKEN_AT_MS), 'Active, “claims”', '2 of 2 registrations']) {
      expect(document).toContain(`<dd>${fact}</dd>`);
    }
    expect(document).toContain(`<td>${shortMoment(Date.UTC(2021, 3, 21, 16, 55, 27))}</td>`);
    expect(page.footerHtml).toContain(`Claims: Hub · as of ${exactMoment(TAKEN_AT_MS)}`);
    expect(page.footerHtml).toContain('<span class="pageNumber"></span> of <span class="totalPages"></span>');
  });

  test('escapes every text of another', async () => {
    const { document } = await printed({ narrowedTo: '"<script>"', columns: [{ id: 'name', heading: '<i>' }] });
    expect(document).toContain('<td>&lt;b&gt;Motor &amp; Claims&lt;/b&gt;</td>');
    expect(document).toContain('<th scope="col">&lt;i&gt;</th>');
    expect(document).toContain('<dd>&quot;&lt;script&gt;&quot;</dd>');
  });

  test('allows nothing but its own style', async () => {
    const { document } = await printed();
    const [, hash, style = ''] = /style-src 'sha256-(.+?)'.*<style>(.*)<\/style>/.exec(document) ?? [];
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
    expect(hash).toBe(Buffer.from(digest).toString('base64'));
    expect(document).toContain("content=\"default-src 'none'; style-src");
    expect(document).not.toContain('style="');
  });

  test('is printed across when it has many columns', async () => {
    expect((await printed()).page.isLandscape).toBe(false);
    const columns = ['label', 'name', 'platform', 'status', 'id', 'weighting'].map((id) => ({ id, heading: id }));
    expect((await printed({ columns })).page.isLandscape).toBe(true);
  });

  test('says so when nothing is shown', async () => {
    expect((await printed({ registrationIds: [] })).document).toContain('<p>No registrations.</p>');
  });
});

describe('exporting the activity log', () => {
  test('writes what the filter lets through, newest first', async () => {
    const { service, asked, files } = setUp();
    expect(await service.activity({ filter: ALL, format: 'csv' })).toEqual(ok({ fileName: 'x' }));
    expect(asked).toEqual([['Fabric Registrar activity 2026-11-23.csv', 'csv']]);
    const [head, first, second] = files[0]?.[1].split('\r\n') ?? [];
    expect(head).toBe(
      '\uFEFFTime,Hub,Operator,Application,Registration,Action,Outcome,Status,Failure,Duration (ms),Sent',
    );
    const sent = 'POST /prweb/api/ppf/v1/registrations/REG-22951/actions/disablesync';
    expect(first).toBe(`2026-11-23T10:00:00.000Z,Claims Hub,areks1,SalesDesk3,REG-22951,delete,done,200,,,${sent}`);
    expect(second).toContain(',deactivate,done,200,,412,');
  });

  test('as JSON says what it was narrowed to', async () => {
    const { service, files } = setUp();
    const filter = { ...ALL, action: 'delete' } as const;
    await service.activity({ filter, format: 'json' });
    expect(JSON.parse(files[0]?.[1] ?? '')).toMatchObject({
      narrowedTo: filter,
      shown: 1,
      entries: [{ at: '2026-11-23T10:00:00.000Z', id: '2', outcome: { kind: 'done', status: 200 } }],
    });
  });

  test.each([
    [{ kind: 'pending' }, 'under way'],
    [{ kind: 'refused', status: 409, failure: 'hubRefused' }, 'refused,409,hubRefused'],
    [{ kind: 'notSent', failure: 'secretLocked' }, 'not sent,,secretLocked'],
    [{ kind: 'unknown', cause: null }, 'outcome unknown'],
    [{ kind: 'found', happened: true, checkedAtMs: 0 }, 'looked up: it was done'],
    [{ kind: 'found', happened: false, checkedAtMs: 0 }, 'looked up: it was not done'],
  ] as const)('tells %j', async (outcome, words) => {
    const { service, files } = setUp({ entries: [activityEntry({ outcome })] });
    await service.activity({ filter: ALL, format: 'csv' });
    expect(files[0]?.[1]).toContain(`,deactivate,${words},`);
  });
});
