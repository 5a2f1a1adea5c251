// Lets what is on its way finish before the window goes: a registration that is being sent, a file that is written.
import type { Preventable } from './navigation.ts';

/** Electron's BrowserWindow, as far as it is used. */
export interface Closable {
  on(event: 'close', listener: (event: Preventable) => void): unknown;
  hide(): void;
  close(): void;
}

export interface ClosingParts {
  /** Told once, when the person closes the window and it is still there. */
  readonly onClosing: () => void;
  /** Settles when nothing must finish any more; at once when nothing does. */
  readonly settled: () => Promise<unknown>;
  /** A Hub that never answers must not keep the app alive. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 10_000;

/** Hides the window when it is closed, and closes it when all is done or patience ends. */
export function closeWhenDone(window: Closable, parts: ClosingParts): void {
  let state: 'open' | 'waiting' | 'done' = 'open';

  async function waitAndClose(): Promise<void> {
    await withPatience(parts.settled(), parts.patienceMs ?? PATIENCE_MS);
    state = 'done';
    window.close();
  }

  window.on('close', (event) => {
    if (state === 'done') return;
    event.preventDefault();
    if (state === 'waiting') return;
    state = 'waiting';
    parts.onClosing();
    window.hide();
    void waitAndClose();
  });
}

function withPatience(work: Promise<unknown>, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    work.then(end, end);
  });
}
