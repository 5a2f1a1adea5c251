// The Bridge as a test wants it: given operations answer, every other one fails the test by name.
import { expect, onTestFinished } from 'vitest';
import type { BridgeEvents, WindowBridge } from '#contract/bridge.ts';
import { channels } from '#contract/channels.ts';

type Operations = Omit<WindowBridge, 'on'>;
type GivenOperations = { readonly [Group in keyof Operations]?: Partial<Operations[Group]> };
type Listener = (payload: never) => void;

export interface FakeBridge extends WindowBridge {
  /** Tells the window something, as main would. */
  emit<Name extends keyof BridgeEvents>(name: Name, payload: BridgeEvents[Name]): void;
}

/**
 * A bridge of the given operations. What they answer is cloned as it would be between processes; an operation that
 * was not given is remembered and fails the test by its name, even where the screen catches the rejection.
 */
export function fakeBridge(given: GivenOperations = {}): FakeBridge {
  const unforeseen: string[] = [];
  onTestFinished(() => {
    expect(unforeseen, 'operations this test gave no answer for').toEqual([]);
  });
  const listeners = new Map<keyof BridgeEvents, Set<Listener>>();

  const operation = (group: keyof Operations, verb: string) => {
    const answer: unknown = Reflect.get(given[group] ?? {}, verb);
    return async (input: unknown): Promise<unknown> => {
      if (typeof answer !== 'function') {
        unforeseen.push(`${group}:${verb}`);
        throw new Error(`${group}:${verb} was asked, and this test gave no answer for it`);
      }
      return structuredClone(await Reflect.apply(answer, undefined, [input]));
    };
  };
  const operations = Object.fromEntries(
    Object.entries(channels).map(([group, verbs]) => [
      group,
      // SAFETY: the keys of the channel table are the groups of the Bridge (channels.ts checks it).
      Object.fromEntries(Object.keys(verbs).map((verb) => [verb, operation(group as keyof Operations, verb)])),
    ]),
  );

  return {
    // SAFETY: every group and verb of the Bridge was made from the channel table, which is checked against it.
    ...(operations as unknown as Operations),
    on(name, listener) {
      const ofName = listeners.get(name) ?? new Set<Listener>();
      listeners.set(name, ofName.add(listener));
      return () => void ofName.delete(listener);
    },
    emit(name, payload) {
      // SAFETY: `on` filed this listener under the name whose payload it takes.
      for (const listener of listeners.get(name) ?? []) (listener as (given: typeof payload) => void)(payload);
    },
  };
}
