import fc from 'fast-check';
import { expect, it } from 'vitest';
import { proxiesIn } from '../../../../main/adapters/proxy-list.ts';

it.each([
  ['DIRECT', [null]],
  ['PROXY proxy.example.com:8080', [{ address: 'http://proxy.example.com:8080' }]],
  [
    'PROXY a.example:8080; HTTPS b.example:8443; DIRECT',
    [{ address: 'http://a.example:8080' }, { address: 'https://b.example:8443' }, null],
  ],
  [
    'SOCKS5 a.example:1080; PROXY b.example:3128',
    [{ address: 'socks5://a.example:1080' }, { address: 'http://b.example:3128' }],
  ],
  ['SOCKS a.example:1080', [{ address: 'socks4://a.example:1080' }]],
  ['SOCKS4 [::1]:1080', [{ address: 'socks4://[::1]:1080' }]],
  ['QUIC a.example:443; SOCKS5 /nobody', [null]],
  ['', [null]],
])('%s', (list, ways) => {
  expect(proxiesIn(list)).toEqual(ways);
});

it('whatever a PAC file answers, there is a way to try', () => {
  fc.assert(fc.property(fc.string(), (list) => proxiesIn(list).length > 0));
});

it('whatever host a PAC file names, the address of its proxy names it too', () => {
  const entry = fc
    .tuple(fc.constantFrom('PROXY', 'HTTPS', 'SOCKS', 'SOCKS5'), fc.string())
    .map((parts) => parts.join(' '));
  fc.assert(
    fc.property(entry, (list) => proxiesIn(list).every((way) => way === null || new URL(way.address).hostname !== '')),
  );
});
