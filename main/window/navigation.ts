// Keeps every page where it is: no other address, no other window, no page within the page.
import { isAppAddress } from './app-address.ts';

/** An event of Electron that can be prevented. */
export interface Preventable {
  preventDefault(): void;
}

type Listener = (event: Preventable, ...details: unknown[]) => void;

/** Electron's WebContents, as far as it is used. */
export interface Contents {
  on(event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect', listener: AddressListener): unknown;
  on(event: 'will-attach-webview', listener: Listener): unknown;
  setWindowOpenHandler(handler: () => { action: 'deny' }): void;
}

type AddressListener = (event: Preventable & { readonly url: string }) => void;

/** Fences in a page; for every one that the app ever has, whoever made it. */
export function fenceIn(contents: Contents): void {
  const stay: AddressListener = (event) => {
    if (!isAppAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
