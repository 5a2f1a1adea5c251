// A table as a file that spreadsheets open as it is: UTF-8 that they recognise, and no cell that they would run.
import type { CsvWriter } from './export-ports.ts';

/** Without it Excel takes UTF-8 for the code page of the country. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * What a spreadsheet takes for a formula (security.md, section 3), and what we would make of it: apostrophes before it
 * count too, so that taking one away gives back exactly what was there.
 */
const FORMULA = /^'*[=+\-@\t\r\n]/;

/** A cell as a text and nothing but a text: with an apostrophe before it if it began like a formula. */
function asText(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** The first row is the head. */
export async function csvFile(rows: readonly (readonly string[])[], writeCsv: CsvWriter): Promise<string> {
  return `${BYTE_ORDER_MARK}${await writeCsv(rows.map((row) => row.map(asText)))}`;
}
