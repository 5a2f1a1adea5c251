// The CsvWriter port over papaparse, which knows when a cell must be quoted. Read when the first table is exported.
import type { CsvWriter } from '../core/exports/export-ports.ts';

export const papaparseCsv: CsvWriter = async (rows) => {
  const { default: papaparse } = await import('papaparse');
  // Its own way with formulas overlooks one that has a line break in it: core takes care of them.
  const text = papaparse.unparse(
    rows.map((row) => [...row]),
    { newline: '\r\n', escapeFormulae: false },
  );
  return `${text}\r\n`;
};
