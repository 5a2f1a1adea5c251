// A PAC file's answer (`PROXY a:8080; SOCKS5 b:1080; DIRECT`) as ways to try.
import type { Proxy } from '../core/reach/reach-ports.ts';

type Way = Pick<Proxy, 'address'> | null;

/** `SOCKS` alone is version 4, as Chromium writes and reads it. */
const SCHEMES: Readonly<Record<string, string>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
};

/**
 * The ways in their order. What names no proxy of a known kind is left out; where nothing else is named, the direct way
 * is what remains to be tried.
 */
export function proxiesIn(list: string): readonly Way[] {
  const ways = list.split(';').flatMap((entry): readonly Way[] => {
    const [kind = '', host = ''] = entry.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return [null];
    const address = addressIn(SCHEMES[kind.toUpperCase()], host);
    return address === null ? [] : [{ address }];
  });
  return ways.length === 0 ? [null] : ways;
}

function addressIn(scheme: string | undefined, named: string): string | null {
  const text = `${scheme ?? ''}://${named}`;
  if (scheme === undefined || named === '' || !URL.canParse(text)) return null;
  // Not its origin: of an address that is not the web's, that is `null`.
  const { protocol, host } = new URL(text);
  return host === '' ? null : `${protocol}//${host}`;
}
