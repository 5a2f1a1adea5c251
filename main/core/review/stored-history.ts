// How a step of a history is written: one line of JSON, in which what goes without saying is left out.
import { z } from 'zod';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import type { Happening } from './happening.ts';
import type { HistoryStep } from './history-store.ts';

/** In every line, because a file is only ever added to: lines of several formats may stand in one. */
const FORMAT_VERSION = 1;

// It came out of JSON.parse, so everything inside is JSON: looking again would only take time.
const jsonValue = z.custom<JsonValue>((value) => value !== undefined);
const jsonObject = z.custom<JsonObject>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

const fieldStep = z.object({
  field: z.string(),
  before: z.exactOptional(jsonValue),
  after: z.exactOptional(jsonValue),
});

const happening = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['appeared', 'changed', 'disappeared']),
  by: z.string().optional(),
  fields: z.array(fieldStep).optional(),
  wire: jsonObject.optional(),
  withheld: z.array(z.string()).optional(),
  /** Only where it differs from the step's. */
  at: z.number().optional(),
  folded: z.number().int().positive().optional(),
});
type StoredHappening = z.infer<typeof happening>;

const line = z.object({
  v: z.literal(FORMAT_VERSION),
  /** The numbers of the first and the last step. */
  steps: z.tuple([z.number().int(), z.number().int()]),
  since: z.number(),
  at: z.number(),
  taken: z.number(),
  happened: z.array(happening),
});

/** The step a line tells; null when it cannot be understood. */
export function parseHistoryLine(text: string): HistoryStep | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    // The parser has no other way to say no.
    return null;
  }
  const parsed = line.safeParse(json);
  if (!parsed.success) return null;
  const { steps, since, at, taken, happened } = parsed.data;
  const [first, last] = steps;
  const happenings = happened.map((stored) => restore(stored, at));
  return { first, last, sinceMs: since, atMs: at, takenAtMs: taken, happenings };
}

/** One line without its end. */
export function historyLine({ first, last, sinceMs, atMs, takenAtMs, happenings }: HistoryStep): string {
  return JSON.stringify({
    v: FORMAT_VERSION,
    steps: [first, last],
    since: sinceMs,
    at: atMs,
    taken: takenAtMs,
    happened: happenings.map((one) => shorten(one, atMs)),
  });
}

/** The number of the last step that a line tells, read from its beginning; null when it does not begin like a line. */
export function lastStepOf(beginningOfLine: string): number | null {
  const found = /^\{"v":1,"steps":\[\d+,(\d+)\]/.exec(beginningOfLine);
  return found?.[1] === undefined ? null : Number(found[1]);
}

function shorten(one: Happening, stepAtMs: number): StoredHappening {
  const { id, applicationName, kind, operator, fields, record, atMs, folded } = one;
  return {
    id,
    name: applicationName,
    kind,
    ...(operator !== null && { by: operator }),
    ...(fields.length > 0 && { fields: [...fields] }),
    ...(record !== null && { wire: record.wire }),
    ...(record !== null && record.withheldFields.length > 0 && { withheld: [...record.withheldFields] }),
    ...(atMs !== stepAtMs && { at: atMs }),
    ...(folded !== 1 && { folded }),
  };
}

function restore(stored: StoredHappening, stepAtMs: number): Happening {
  const { id, name, kind, by = null, fields = [], wire, withheld = [], at = stepAtMs, folded = 1 } = stored;
  const record = wire === undefined ? null : { wire, withheldFields: withheld };
  return { id, applicationName: name, kind, operator: by, fields, record, atMs: at, folded };
}
