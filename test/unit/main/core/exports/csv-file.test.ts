import fc from 'fast-check';
import papaparse from 'papaparse';
import { describe, expect, test } from 'vitest';
import { papaparseCsv } from '../../../../../main/adapters/papaparse-csv.ts';
import { csvFile } from '../../../../../main/core/exports/csv-file.ts';

const written = (rows: readonly (readonly string[])[]) => csvFile(rows, papaparseCsv);

/** What stands in a file, apostrophes of ours taken away again. */
function readBack(file: string): readonly (readonly string[])[] {
  const { data, errors } = papaparse.parse<string[]>(file, { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  expect(data.at(-1)).toEqual(['']);
  return data.slice(0, -1).map((row) => row.map((cell) => (/^'+[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell)));
}

describe('a table as a file for spreadsheets', () => {
  test('begins with a byte-order mark, ends each row with CRLF, and quotes what must be', async () => {
    const rows = [
      ['Label', 'Text'],
      ['a,b', 'say "yes"'],
      ['two\nlines', ''],
    ];
    expect(await written(rows)).toBe('\uFEFFLabel,Text\r\n"a,b","say ""yes"""\r\n"two\nlines",\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', "'=1", '=1\n=2', '=HYPERLINK("http://x")'])(
    'does not let a spreadsheet run %j',
    async (cell) => {
      const file = await written([['a', cell]]);
      expect(file).toMatch(/^\uFEFFa,"?'/);
      expect(readBack(file)).toEqual([['a', cell]]);
    },
  );

  test('leaves alone what is no formula', async () => {
    expect(await written([["it's", '1-2', 'a=b', "'quoted'"]])).toBe("\uFEFFit's,1-2,a=b,'quoted'\r\n");
  });

  test('read back gives the same cells', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', "'", '"', ',', ' ', 'a') }),
    );
    const rows = fc
      .integer({ min: 2, max: 5 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }));
    await fc.assert(
      fc.asyncProperty(rows, async (table) => {
        expect(readBack(await written(table))).toEqual(table);
      }),
    );
  });

  test('no cell begins like a formula', async () => {
    const cell = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', "'", 'a') });
    await fc.assert(
      fc.asyncProperty(cell, async (text) => {
        const [row] = papaparse.parse<string[]>((await written([['a', text]])).slice(1), { delimiter: ',' }).data;
        expect(row?.[1]).not.toMatch(/^[=+\-@\t\r\n]/);
      }),
    );
  });
});
