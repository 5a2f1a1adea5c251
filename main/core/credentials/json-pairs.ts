// Labels and values of a JSON credentials file: flat, or with the pairs one level down.
import type { LabelledPair } from './labelled-pair.ts';

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Only text counts as a value. A client ID written as a JSON number has lost its leading zeros and every digit after
 * the sixteenth before anyone can read it.
 */
function valueOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim();
  return value === null ? '' : null;
}

/** The pairs of a parsed document: its own, and those of the objects directly inside it. */
export function jsonPairs(document: unknown): readonly LabelledPair[] {
  if (!isObject(document)) return [];
  return Object.entries(document).flatMap(([key, value]: [string, unknown]): LabelledPair[] => {
    const entries: [string, unknown][] = isObject(value) ? Object.entries(value) : [[key, value]];
    return entries.map(([label, inner]) => ({ label: label.trim(), value: valueOf(inner) }));
  });
}
