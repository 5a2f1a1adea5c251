// How the activity log lies on the disk: one line before a call is sent, one when it has ended, one when it was looked up.
import { z } from 'zod';
import type { FailureCode } from '#contract/failure.ts';

/** Stands in every line, so that each can be read without the ones around it. Format 1 since 0.2.0. */
const FORMAT_VERSION = 1;

const stamp = { formatVersion: z.literal(FORMAT_VERSION), id: z.string().min(1), atMs: z.number() };

const cause = z.enum([
  'dns',
  'noRoute',
  'refused',
  'timeout',
  'tls',
  'redirected',
  'proxy',
  'cut',
  'answerTooLarge',
  'other',
]);

/** Any text: a code of a later version of the app is still worth showing. */
const failureCode = z.custom<FailureCode>((value) => typeof value === 'string');

const aboutLine = z.object({
  ...stamp,
  kind: z.literal('about'),
  hubId: z.string(),
  hubName: z.string(),
  operator: z.string(),
  registrationId: z.string(),
  applicationName: z.string(),
  action: z.enum([
    'token',
    'pairCheck',
    'handOff',
    'plainExport',
    'register',
    'edit',
    'enableSync',
    'disable',
    'enable',
    'deactivate',
    'reactivate',
    'delete',
  ]),
  sent: z.string(),
});

const endedLine = z.object({
  ...stamp,
  kind: z.literal('ended'),
  durationMs: z.number().nonnegative(),
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('done'), status: z.number() }),
    z.object({ kind: z.literal('written') }),
    z.object({ kind: z.literal('refused'), status: z.number().nullable(), failure: failureCode }),
    z.object({ kind: z.literal('notSent'), failure: failureCode }),
    z.object({ kind: z.literal('unknown'), cause: cause.nullable() }),
  ]),
  /** What was learned by the call itself: the ID that a creation made, the operator that a token speaks for. */
  registrationId: z.string().optional(),
  operator: z.string().optional(),
});

const foundLine = z.object({ ...stamp, kind: z.literal('found'), happened: z.boolean() });

const activityLine = z.discriminatedUnion('kind', [aboutLine, endedLine, foundLine]);

/** Times are milliseconds since the epoch; the three kinds of one call share its `id`. */
export type ActivityLine = z.infer<typeof activityLine>;

/** A line as it is made: its version is added when it is written. */
export type NewActivityLine = LineWithoutVersion<ActivityLine>;
type LineWithoutVersion<Line> = Line extends unknown ? Omit<Line, 'formatVersion'> : never;

/** One line of JSON, without its line break: JSON escapes every line feed. */
export function writeLine(line: NewActivityLine): string {
  return JSON.stringify({ formatVersion: FORMAT_VERSION, ...line });
}

/** Reads what {@link writeLine} wrote; null for anything else: half a line, a damaged one, one of a later version. */
export function readLine(text: string): ActivityLine | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const line = activityLine.safeParse(json);
  return line.success ? line.data : null;
}
