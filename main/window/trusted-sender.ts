// Who is answered: the app's own page in the main frame of its one window.
import { isAppAddress } from './app-address.ts';

/** Electron's WebFrameMain, as far as it is used. */
export interface Frame {
  readonly url: string;
}

/** A frame that has navigated away or ended since it called is no frame any more. */
export function isTrustedSender(sender: Frame | null, mainFrame: Frame): boolean {
  return sender !== null && sender === mainFrame && isAppAddress(sender.url);
}
