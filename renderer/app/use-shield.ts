// Keeps the window out of screenshots and shared screens as long as a secret or a passphrase can be typed.
import { useEffect } from 'react';
import { useBridge } from './bridge-context.tsx';

/** For the form in which it is typed: on while that is there. */
export function useShield(): void {
  const bridge = useBridge();
  useEffect(() => {
    void bridge.vault.shield({ isOn: true });
    return () => void bridge.vault.shield({ isOn: false });
  }, [bridge]);
}
