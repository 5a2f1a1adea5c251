// The name that a file is suggested to have: it tells what is in it, and every file system takes it.
import type { SaveFormat } from './export-ports.ts';
import { fileDay } from './export-words.ts';

const LONGEST_SUBJECT = 80;

/** `Claims Hub registrations 2026-11-23.csv`. */
export function suggestedName(subject: string, nowMs: number, format: SaveFormat): string {
  // Windows is the strictest: it refuses these, and names that begin or end with a blank or a dot.
  const safe = subject.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]+/gu, '-').replace(/^[\s.]+/, '');
  return `${safe.slice(0, LONGEST_SUBJECT).trim()} ${fileDay(nowMs)}.${format}`;
}
