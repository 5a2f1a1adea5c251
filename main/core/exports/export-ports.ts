// What exports need of the world: a place to save, a file, a table as text, a page as PDF.
import type { Failure } from '#contract/failure.ts';
import type { ExportFormat } from '#contract/review-inputs.ts';
import type { Result } from '#contract/result.ts';

/** A file that a person named. `fileName` is its last part, fit to be told. */
export interface ChosenFile {
  readonly path: string;
  readonly fileName: string;
}

/** Lets the person choose where to save; null when they chose nothing. */
export type AskWhereToSave = (suggestedName: string, format: ExportFormat) => Promise<ChosenFile | null>;

type FileNotWritten = Extract<Failure, { code: 'fileNotWritten' }>;

/** Writes a whole file, or leaves what was there: never a part of it. */
export interface FileWriter {
  write(file: ChosenFile, content: string | Uint8Array): Promise<Result<null, FileNotWritten>>;
}

/** Rows of cells as one text by RFC 4180: cells quoted where they must be, rows ended by CRLF. Changes no cell. */
export type CsvWriter = (rows: readonly (readonly string[])[]) => Promise<string>;

/** A page to be printed: it has no scripts, loads nothing, and every text in it is escaped. */
export interface PrintedPage {
  readonly html: string;
  /** Stands under every page; elements of the classes `pageNumber` and `totalPages` are filled in. */
  readonly footerHtml: string;
  readonly isLandscape: boolean;
}

/** The bytes of a PDF file; null when it could not be made. */
export type PdfPrinter = (page: PrintedPage) => Promise<Uint8Array | null>;
