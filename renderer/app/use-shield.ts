// Keeps the window out of screenshots and shared screens as long as a secret or a passphrase can be typed.
import { useEffect } from 'react';
import type { WindowBridge } from '#contract/bridge.ts';
import { useBridge } from './bridge-context.tsx';

/** How many places want the shield now; main is told only of the first and of the last. */
const wanted = new WeakMap<WindowBridge, number>();

function count(bridge: WindowBridge, step: 1 | -1): void {
  const before = wanted.get(bridge) ?? 0;
  wanted.set(bridge, before + step);
  if (before === 0 || before + step === 0) void bridge.vault.shield({ isOn: step === 1 });
}

/** For the place at which it is typed: on while that is there, and `isOn`. */
export function useShield(isOn = true): void {
  const bridge = useBridge();
  useEffect(() => {
    if (!isOn) return;
    count(bridge, 1);
    return () => count(bridge, -1);
  }, [bridge, isOn]);
}
