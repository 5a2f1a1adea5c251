// What a page may ask of the system: nothing. Electron's default is to allow everything.
import { isAppAddress } from './app-address.ts';

/** Electron's Session, as far as it is used. */
export interface PermissionDesk {
  setPermissionRequestHandler(
    handler: (contents: unknown, permission: unknown, answer: (isGranted: boolean) => void) => void,
  ): void;
  setPermissionCheckHandler(handler: () => boolean): void;
  setDevicePermissionHandler(handler: () => boolean): void;
  setDisplayMediaRequestHandler(handler: (request: unknown, answer: (streams: null) => void) => void): void;
  setSpellCheckerEnabled(isEnabled: boolean): void;
  setSpellCheckerLanguages(languages: string[]): void;
  readonly webRequest: {
    onBeforeRequest(handler: (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void): void;
  };
}

/** Denies every permission and every request that is not for the app's own files, whatever the page's policy says. */
export function denyEverything(session: PermissionDesk): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  // It would download its dictionaries; of the languages of this system even where it is off.
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isAllowed(url) }));
}

/** The developer tools, which packaged builds do not have, load their own page. */
function isAllowed(url: string): boolean {
  return isAppAddress(url) || url.startsWith('devtools://');
}
