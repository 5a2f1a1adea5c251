// Locks when nobody is there: the screen is locked, the computer sleeps, or nobody touched it for as long as was set.

/** Electron's powerMonitor, as far as it is used. `lock-screen` is told by macOS and Windows only; Linux has to be asked. */
interface PowerMonitor {
  on(event: 'lock-screen' | 'suspend', listener: () => void): unknown;
  /** Seconds since somebody touched mouse or keyboard, in whatever program. */
  getSystemIdleTime(): number;
  /** `locked` as far as the desktop tells; nobody asks for idle, which is told in seconds. */
  getSystemIdleState(idleAfterSeconds: number): 'active' | 'idle' | 'locked' | 'unknown';
}

export interface LockWhenAwayParts {
  readonly monitor: PowerMonitor;
  /** As it is set at that moment. */
  readonly afterMinutes: () => number;
  readonly lock: () => void;
  readonly everyMs?: number;
}

const EVERY_MS = 10_000;

export function lockWhenAway({ monitor, afterMinutes, lock, everyMs = EVERY_MS }: LockWhenAwayParts): void {
  monitor.on('lock-screen', lock);
  monitor.on('suspend', lock);
  const timer = setInterval(() => {
    const isAway = monitor.getSystemIdleTime() >= afterMinutes() * 60;
    if (isAway || monitor.getSystemIdleState(1) === 'locked') lock();
  }, everyMs);
  timer.unref();
}
