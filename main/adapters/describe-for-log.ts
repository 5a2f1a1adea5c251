// The only way an error reaches the log: by its kind and place, never by its message.
import path from 'node:path';
import type { LogFacts } from '../core/ports.ts';

const KIND = /^[A-Za-z_$][\w$]{0,63}$/;
/** `at send (file:///.../out/main/main.js:12:34)`: the file and the place in it. */
const FRAME = /^\s*at .*?([^/\\(]+\.[cm]?[jt]s):(\d+):(\d+)\)?$/gm;
const FRAMES = 4;

/**
 * Name, code and the innermost places of a thrown thing. Messages are other people's words and repeat what they
 * choked on (`Unexpected token in JSON at ...` quotes the text), so they are left out.
 */
export function describeForLog(error: unknown): LogFacts {
  if (!(error instanceof Error)) return { name: typeof error, code: null, at: null };
  const code: unknown = 'code' in error ? error.code : null;
  return {
    name: KIND.test(error.name) ? error.name : 'Error',
    code: typeof code === 'string' && KIND.test(code) ? code : null,
    at: placesIn(error.stack ?? ''),
  };
}

function placesIn(stack: string): string | null {
  const places = Array.from(
    stack.matchAll(FRAME),
    ([, file = '', line, column]) => `${path.basename(file)}:${line}:${column}`,
  );
  return places.length === 0 ? null : places.slice(0, FRAMES).join(' < ');
}
