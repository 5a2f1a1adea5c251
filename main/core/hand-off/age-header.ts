// Recognises an age file by its first bytes, and reads from its header what opens it (age-encryption.org/v1).
import { Buffer } from 'node:buffer';
import type { OpensWith } from '#contract/failure.ts';

const VERSION_LINE = 'age-encryption.org/';
const ARMOR = '-----BEGIN AGE ENCRYPTED FILE-----';
/** More than any version line and the beginning of the first stanza. */
const HEAD_BYTES = 512;
/** The first stanza after the version line: its type is its first word. One for a passphrase stands alone. */
const FIRST_STANZA = /^[^\n]*\n-> (\S+)/;

/** What opens the file; null when it is no age file. A file that is cut off in its header counts as one for a key. */
export function opensWith(bytes: Uint8Array): OpensWith | null {
  const head = headOf(bytes);
  if (!head.startsWith(VERSION_LINE)) return null;
  return FIRST_STANZA.exec(head)?.[1] === 'scrypt' ? 'passphrase' : 'key';
}

/** The beginning of the binary file, also where it is wrapped in text for a mail. */
function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('latin1');
  // A byte order mark, which editors put before a text, is three characters here.
  const text = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (!text.startsWith(ARMOR)) return head;
  return Buffer.from(text.slice(ARMOR.length).replace(/[^\w+/]/g, ''), 'base64').toString('latin1');
}
