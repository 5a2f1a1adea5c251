import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lockWhenAway } from '../../../../main/adapters/lock-when-away.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start() {
  const listeners = new Map<string, () => void>();
  let idleSeconds = 0;
  let isScreenLocked = false;
  const lock = vi.fn();
  lockWhenAway({
    monitor: {
      on: (event, listener) => listeners.set(event, listener),
      getSystemIdleTime: () => idleSeconds,
      getSystemIdleState: () => (isScreenLocked ? 'locked' : 'active'),
    },
    afterMinutes: () => 5,
    lock,
  });
  return {
    lock,
    tell: (event: string) => listeners.get(event)?.(),
    lockScreen() {
      isScreenLocked = true;
      vi.advanceTimersByTime(10_000);
    },
    idle(seconds: number) {
      idleSeconds = seconds;
      vi.advanceTimersByTime(10_000);
    },
  };
}

it.each(['lock-screen', 'suspend'])('secrets are locked at %s', (event) => {
  const { lock, tell } = start();
  tell(event);
  expect(lock).toHaveBeenCalledOnce();
});

it('secrets are locked when nobody touched the computer for as long as was set, not before', () => {
  const away = start();
  away.idle(299);
  expect(away.lock).not.toHaveBeenCalled();
  away.idle(300);
  expect(away.lock).toHaveBeenCalledOnce();
});

it('secrets are locked with the screen, also where nobody tells of it and it has to be asked for', () => {
  const away = start();
  away.idle(0);
  expect(away.lock).not.toHaveBeenCalled();
  away.lockScreen();
  expect(away.lock).toHaveBeenCalledOnce();
});
