// A page that ended by itself is loaded again: nothing of what matters was in it.
import type { Log } from '../core/ports.ts';

/** Electron's WebContents, as far as it is used. */
export interface Mortal {
  on(event: 'render-process-gone', listener: (event: unknown, details: { readonly reason: string }) => void): unknown;
  reload(): void;
}

/** A page that ends again and again would only keep the machine busy. */
const LIMIT = 3;

export interface CrashParts {
  readonly log: Log;
  /** The page is gone, and with it whatever it had asked for as long as it was there. */
  readonly onGone: () => void;
}

export function reloadAfterCrash(contents: Mortal, { log, onGone }: CrashParts): void {
  let crashes = 0;
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    crashes += 1;
    onGone();
    log.warn('The page ended by itself', { reason, crashes });
    if (crashes <= LIMIT) contents.reload();
  });
}
