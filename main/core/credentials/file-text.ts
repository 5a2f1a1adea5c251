// The text of a credentials file: which encodings are read, and what a file is that holds no text.
import { isUtf8 } from 'node:buffer';
import type { FoundContent } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';

/** Why there is no text; `found` is null when the bytes are of no kind we know. */
export interface NotText {
  readonly found: FoundContent | null;
}

const ascii = (text: string): readonly number[] => Array.from(text, (character) => character.charCodeAt(0));

/** First bytes of what people drop by mistake. Office documents are zip archives. */
const signatures: readonly (readonly [FoundContent, readonly number[]])[] = [
  ['pdf', ascii('%PDF-')],
  ['image', [0x89, ...ascii('PNG')]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', ascii('GIF8')],
  ['image', ascii('II*\0')],
  ['image', ascii('MM\0*')],
  ['archive', ascii('PK\u0003\u0004')],
  ['archive', ascii('PK\u0005\u0006')],
  ['archive', [0x1f, 0x8b]],
  ['archive', ascii("7z\u00bc\u00af'")],
  ['archive', ascii('Rar!\u001a')],
  ['archive', [0xfd, ...ascii('7zXZ')]],
  ['archive', ascii('BZh')],
];

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function isWebPicture(bytes: Uint8Array): boolean {
  return startsWith(bytes, ascii('RIFF')) && startsWith(bytes.subarray(8), ascii('WEBP'));
}

function knownKind(bytes: Uint8Array): FoundContent | null {
  if (isWebPicture(bytes)) return 'image';
  return signatures.find(([, signature]) => startsWith(bytes, signature))?.[0] ?? null;
}

/** UTF-16 with its byte order mark; null when the bytes are not well-formed. */
function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string | null {
  const text = new TextDecoder(encoding).decode(bytes);
  return text.includes('\uFFFD') ? null : text;
}

function decode(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return decodeUtf16(bytes, 'utf-16le');
  if (startsWith(bytes, [0xfe, 0xff])) return decodeUtf16(bytes, 'utf-16be');
  // Decoding drops a byte order mark, in UTF-16 above too.
  return isUtf8(bytes) ? new TextDecoder().decode(bytes) : null;
}

/** The file as text: UTF-8 with or without a byte order mark, or UTF-16 with one. */
export function fileText(bytes: Uint8Array): Result<string, NotText> {
  const found = knownKind(bytes);
  if (found !== null) return fail({ found });
  const text = decode(bytes);
  return text === null || text.includes('\0') ? fail({ found: null }) : ok(text);
}
