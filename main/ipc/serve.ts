// How every operation is answered: sender, schema, operation, Result. The only place that listens to the window.
import type { z } from 'zod';
import type { Bridge } from '#contract/bridge.ts';
import { channels } from '#contract/channels.ts';
import { fieldProblems } from '#contract/field-problems.ts';
import { fail } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { schemas } from '#contract/schemas.ts';
import { describeForLog } from '../adapters/describe-for-log.ts';
import type { Log, NewId } from '../core/ports.ts';

/** One call as Electron hands it over; `Event` is its IpcMainInvokeEvent. */
export interface Desk<Event> {
  handle(channel: string, listener: (event: Event, ...args: unknown[]) => Promise<unknown>): void;
}

export interface ServeOptions<Event> {
  /** The ipc of the one window that is served, not the one of the whole app. */
  readonly desk: Desk<Event>;
  readonly bridge: Bridge;
  /** Whether a call comes from the app's own page in that window's main frame. */
  readonly isTrusted: (event: Event) => boolean;
  /** Told of what every operation is given, before it begins. */
  readonly onInput: (input: unknown) => void;
  /** Told of every operation that was begun, with what settles when it is answered. */
  readonly onBegun: (channel: string, answered: Promise<unknown>) => void;
  readonly newId: NewId;
  readonly log: Log;
}

type Operation = (input: unknown) => Promise<Result<unknown>>;

/** Answers every operation of the Bridge. A refused sender gets a rejection, everybody else a Result. */
export function serve<Event>(options: ServeOptions<Event>): void {
  const { desk, bridge, isTrusted, onInput, onBegun, newId, log } = options;
  async function answer(entry: Entry, input: unknown): Promise<Result<unknown>> {
    const parsed = entry.schema.safeParse(input);
    if (!parsed.success) return fail({ code: 'inputInvalid', fields: fieldProblems(parsed.error.issues) });
    onInput(parsed.data);
    try {
      return await entry.operation(parsed.data);
    } catch (error: unknown) {
      const reference = newId().slice(0, 8);
      log.warn('An operation failed unexpectedly', { channel: entry.channel, reference, ...describeForLog(error) });
      return fail({ code: 'unexpected', reference });
    }
  }

  for (const entry of entriesOf(bridge)) {
    desk.handle(entry.channel, (event, ...args) => {
      if (!isTrusted(event)) {
        log.warn('A call from elsewhere was refused', { channel: entry.channel });
        return Promise.reject(new Error('Only the app’s own page is answered'));
      }
      // An operation takes one thing or nothing; the rest is refused as an input that no schema knows.
      const answered = answer(entry, args.length > 1 ? args : args[0]);
      onBegun(entry.channel, answered);
      return answered;
    });
  }
}

interface Entry {
  readonly channel: string;
  readonly schema: z.ZodType;
  readonly operation: Operation;
}

function entriesOf(bridge: Bridge): readonly Entry[] {
  return Object.entries(channels).flatMap(([group, verbs]) =>
    Object.entries(verbs).map(([verb, channel]: [string, string]) => {
      // SAFETY: channels and schemas are checked against the Bridge in the contract, so all three have the same keys,
      // and each schema yields what its operation takes.
      const schema = Reflect.get(Reflect.get(schemas, group) as object, verb) as z.ZodType;
      const operations = Reflect.get(bridge, group) as Readonly<Record<string, Operation>>;
      return { channel, schema, operation: (input: unknown) => operations[verb]?.(input) ?? missing(channel) };
    }),
  );
}

function missing(channel: string): never {
  throw new Error(`Nothing answers ${channel}`);
}
