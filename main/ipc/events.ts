// What main tells the window without being asked.
import type { BridgeEvents } from '#contract/bridge.ts';
import { eventChannels } from '#contract/channels.ts';

/** Sends one event to the window; into nowhere while there is none. */
export type Tell = <Name extends keyof BridgeEvents>(name: Name, payload: BridgeEvents[Name]) => void;

/** Electron's WebContents, as far as it is used. */
export interface Listener {
  isDestroyed(): boolean;
  send(channel: string, payload: unknown): void;
}

/** Tells whoever listens at the moment. */
export function tellVia(listener: () => Listener | null): Tell {
  return (name, payload) => {
    const current = listener();
    if (current === null || current.isDestroyed()) return;
    current.send(eventChannels[name], payload);
  };
}
