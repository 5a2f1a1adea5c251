// What kind of text was given, and the labelled pairs in it.
import type { FoundContent } from '#contract/failure.ts';
import { readJson } from '../answers/json-reading.ts';
import { jsonPairs } from './json-pairs.ts';
import type { LabelledPair } from './labelled-pair.ts';
import { linePairs } from './line-pairs.ts';

export interface CredentialsDocument {
  readonly pairs: readonly LabelledPair[];
  /** What it is, if the pairs turn out not to be credentials. */
  readonly kind: Extract<FoundContent, 'html' | 'brokenJson' | 'otherJson' | 'text'>;
}

/** A sign-in or error page that was saved instead of the file. */
const isHtml = (text: string): boolean => /^<(?:!doctype\s+html|html|head|body)\b/i.test(text);
/** A word processor's file: its lines look like text, its values end in formatting. */
const isRichText = (text: string): boolean => text.startsWith('{\\rtf');
/** `[` also begins the section of an INI file. */
const isJson = (text: string): boolean => text.startsWith('{') || /^\[\s*[[{"\]]/.test(text);

/** Reads a text without surrounding blanks. */
export function readDocument(text: string): CredentialsDocument {
  if (isHtml(text)) return { pairs: [], kind: 'html' };
  if (isRichText(text)) return { pairs: [], kind: 'text' };
  if (!isJson(text)) return { pairs: linePairs(text), kind: 'text' };
  const json = readJson(text);
  return json.ok ? { pairs: jsonPairs(json.value), kind: 'otherJson' } : { pairs: [], kind: 'brokenJson' };
}
