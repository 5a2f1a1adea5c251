// YAML for the API reference: our own description as it is bundled, and the one file that knows the YAML library.
import type { JsonValue } from '#contract/registration.ts';

/** YAML takes far longer to read than JSON, and main must not stand still: longer texts are none of ours. */
const LONGEST_CHARACTERS = 512 * 1024;

/** The text of docs/hub-api.openapi.yaml; loaded when it is asked for. */
export async function ownReferenceText(): Promise<string> {
  const { default: text } = await import('../../docs/hub-api.openapi.yaml?raw');
  return text;
}

/** The value that a YAML text spells, as plain JSON without shared parts; null when it is none. */
export async function parseYaml(text: string): Promise<JsonValue | null> {
  if (text.length > LONGEST_CHARACTERS) return null;
  const { parse } = await import('yaml');
  try {
    const value: unknown = parse(text, { logLevel: 'error' });
    // SAFETY: JSON.parse makes nothing but JSON values.
    return JSON.parse(JSON.stringify(value)) as JsonValue;
  } catch {
    // The library throws for broken YAML and for aliases that multiply, JSON for what contains itself.
    return null;
  }
}
