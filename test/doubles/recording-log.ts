// A log that remembers, for asking what was said and for searching it for what must never be in it.
import type { Log, LogFacts } from '../../main/core/ports.ts';

export interface LogLine {
  readonly level: 'info' | 'warn';
  readonly event: string;
  readonly facts: LogFacts;
}

export function recordingLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  return {
    lines,
    info: (event, facts = {}) => void lines.push({ level: 'info', event, facts }),
    warn: (event, facts = {}) => void lines.push({ level: 'warn', event, facts }),
  };
}
