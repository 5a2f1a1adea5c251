// A PAC file's answer (`PROXY a:8080; HTTPS b:8443; DIRECT`) as ways to try.
import type { Proxy } from '../core/reach/reach-ports.ts';

type Way = Pick<Proxy, 'address'> | null;

const SCHEMES: Readonly<Record<string, string>> = { PROXY: 'http', HTTP: 'http', HTTPS: 'https' };

/**
 * The ways in their order. Proxies of another kind (SOCKS) are left out; where nothing else is named, the direct way is
 * what remains to be tried.
 */
export function proxiesIn(list: string): readonly Way[] {
  const ways = list.split(';').flatMap((entry): readonly Way[] => {
    const [kind = '', host = ''] = entry.trim().split(/\s+/);
    if (kind.toUpperCase() === 'DIRECT') return [null];
    const scheme = SCHEMES[kind.toUpperCase()];
    const address = `${scheme ?? ''}://${host}`;
    return scheme === undefined || host === '' || !URL.canParse(address) ? [] : [{ address: new URL(address).origin }];
  });
  return ways.length === 0 ? [null] : ways;
}
