// While a secret is being typed the window stays out of screenshots and shared screens.
import { useEffect } from 'react';
import { settle } from './ask.ts';
import { useBridge } from './bridge-context.tsx';

/** For the part of a screen in which a secret is typed: the shield is up as long as it is shown. */
export function useShield(): void {
  const bridge = useBridge();
  useEffect(() => {
    void settle(bridge.vault.shield({ isOn: true }));
    return () => void settle(bridge.vault.shield({ isOn: false }));
  }, [bridge]);
}
