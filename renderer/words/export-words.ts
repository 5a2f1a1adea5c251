// The words of taking a list along: the formats, and what came of it.
import type { ExportFormat } from '#contract/review-inputs.ts';

export const exportWords = {
  export: 'Export',
  menu: 'Export what is shown',
  done: (fileName: string): string => `Saved ${fileName}.`,
} as const;

/** Each format, and what it is good for. */
export const exportFormats: readonly { readonly id: ExportFormat; readonly label: string; readonly hint: string }[] = [
  { id: 'csv', label: 'CSV', hint: 'For a spreadsheet: the columns that are shown.' },
  { id: 'json', label: 'JSON', hint: 'For a program: every field the Hub sent.' },
  { id: 'pdf', label: 'Report (PDF)', hint: 'To print or send: with date, hub and how old it is.' },
];
