// Looks for secrets in clear, in whatever spelling they could stand in a file or a message.
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';

/** In base64 a text looks different with each number of bytes before it, modulo three. */
const ALIGNMENTS = [0, 1, 2] as const;

/** The middle of a text in base64: what its neighbours take part in is left off. */
function inBase64(secret: Buffer, before: number): string {
  const text = Buffer.concat([Buffer.alloc(before), secret])
    .toString('base64')
    .replace(/=+$/, '');
  const first = before === 0 ? 0 : before + 1;
  const isWhole = (before + secret.length) % 3 === 0;
  return text.slice(first, isWhole ? undefined : -1);
}

/** A secret as bytes: as it is, in UTF-16, in base64 at each alignment, in hexadecimal, as in an address or in JSON. */
function spellingsOf(secret: string): readonly Buffer[] {
  const utf8 = Buffer.from(secret, 'utf8');
  const utf16 = Buffer.from(secret, 'utf16le');
  const bigEndian = Buffer.from(utf16).swap16();
  const bases = [utf8, utf16].flatMap((bytes) => ALIGNMENTS.map((before) => inBase64(bytes, before)));
  const texts = [
    ...bases,
    ...bases.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    utf8.toString('hex'),
    utf8.toString('hex').toUpperCase(),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ];
  return [utf8, utf16, bigEndian, ...[...new Set(texts)].map((text) => Buffer.from(text, 'latin1'))];
}

/** A search for these secrets: which of them stand in some bytes. They are told by their names, never by themselves. */
export function searchFor(secrets: Readonly<Record<string, string>>): (bytes: Uint8Array) => readonly string[] {
  const spelled = Object.entries(secrets).map(([name, secret]) => {
    if (secret.length < 6) throw new Error(`${name} is too short to be searched for`);
    return [name, spellingsOf(secret)] as const;
  });
  return (bytes) => {
    const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return spelled.filter(([, spellings]) => spellings.some((each) => searched.includes(each))).map(([name]) => name);
  };
}

/** Every file below a folder with its bytes; one that goes away meanwhile is not there. Of a file, itself. */
export function filesBelow(folder: string): readonly (readonly [file: string, bytes: Buffer])[] {
  const kind = fs.statSync(folder, { throwIfNoEntry: false });
  if (kind?.isFile() === true) return [[path.basename(folder), bytesOf(folder) ?? Buffer.alloc(0)]];
  if (kind?.isDirectory() !== true) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const bytes = bytesOf(file);
      return bytes === null ? [] : [[path.relative(folder, file), bytes] as const];
    });
}

function bytesOf(file: string): Buffer | null {
  try {
    return fs.readFileSync(file);
  } catch {
    return null;
  }
}
