// The bridge reaches every screen through this context; only the entry knows `window`.
import { createContext, use } from 'react';
import type { WindowBridge } from '#contract/bridge.ts';

export const BridgeContext = createContext<WindowBridge | null>(null);

/** The bridge to main. Outside of the app's frame there is none, and asking for it is a defect. */
export function useBridge(): WindowBridge {
  const bridge = use(BridgeContext);
  if (bridge === null) throw new Error('useBridge() was called outside of <BridgeContext>');
  return bridge;
}
