// The one address the window may have. Node knows no origin of a scheme of our own, so its parts are compared.

export const APP_SCHEME = 'app';
const APP_HOST = 'main';
export const START_ADDRESS = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** Whether an address is one of the app's own page. Parsed, because `app://main.example/` begins the same way. */
export function isAppAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && password === '';
}
