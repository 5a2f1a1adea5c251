// A file that credentials were read from: where it lies, and how it is known again.
import { createHash } from 'node:crypto';

/** Never leaves main. */
export interface ImportedFile {
  readonly path: string;
  readonly fileName: string;
  /** Of its bytes as they were read, so that nothing else is taken for it. */
  readonly digest: string;
}

/** The same bytes give the same text; it says nothing of them. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
