// Electron's IPC without Electron: main's side and preload's side in one process, cloning whatever crosses, both ways.
import type { Desk } from '../../main/ipc/serve.ts';
import type { Listener } from '../../main/ipc/events.ts';
import type { Messages } from '../../preload/forward.ts';

/** What main is told of a call, as far as the sender's check needs it. */
interface LoopbackEvent {
  readonly senderFrame: { readonly url: string } | null;
}

export interface LoopbackIpc {
  readonly desk: Desk<LoopbackEvent>;
  /** Main's way to the window. */
  readonly listener: Listener;
  /** Preload's side, calling from the given frame. */
  messagesFrom(senderFrame: LoopbackEvent['senderFrame']): Messages;
  /** Everything that crossed, in order. */
  readonly traffic: readonly Crossing[];
}

interface Crossing {
  readonly direction: 'call' | 'answer' | 'event';
  readonly channel: string;
  readonly content: unknown;
}

type Answering = (event: LoopbackEvent, ...args: unknown[]) => Promise<unknown>;
type Hearing = (event: unknown, payload: unknown) => void;

export function loopbackIpc(): LoopbackIpc {
  const answering = new Map<string, Answering>();
  const hearing = new Map<string, Set<Hearing>>();
  const traffic: Crossing[] = [];

  function cross(direction: Crossing['direction'], channel: string, content: unknown): unknown {
    const crossed: unknown = structuredClone(content);
    traffic.push({ direction, channel, content: crossed });
    return crossed;
  }

  return {
    traffic,
    desk: {
      handle(channel, listener) {
        // As in Electron: two answers to one question are a defect.
        if (answering.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        answering.set(channel, listener);
      },
    },
    listener: {
      isDestroyed: () => false,
      send(channel, payload) {
        const crossed = cross('event', channel, payload);
        for (const listener of hearing.get(channel) ?? []) listener({ sender: 'the event object' }, crossed);
      },
    },
    messagesFrom: (senderFrame) => ({
      async invoke(channel, input) {
        const answer = answering.get(channel);
        if (answer === undefined) throw new Error(`No handler registered for '${channel}'`);
        try {
          return cross('answer', channel, await answer({ senderFrame }, cross('call', channel, input)));
        } catch (error: unknown) {
          // As in Electron: of an error only its text crosses.
          const text = String(cross('answer', channel, String(error)));
          throw new Error(`Error invoking remote method '${channel}': ${text}`, { cause: 'the other process' });
        }
      },
      on(channel, listener) {
        hearing.set(channel, (hearing.get(channel) ?? new Set()).add(listener));
      },
      removeListener(channel, listener) {
        hearing.get(channel)?.delete(listener);
      },
    }),
  };
}
