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
  ['SOCKS5 a.example:1080; PROXY b.example:3128', [{ address: 'http://b.example:3128' }]],
  ['SOCKS a.example:1080', [null]],
  ['', [null]],
])('%s', (list, ways) => {
  expect(proxiesIn(list)).toEqual(ways);
});

it('whatever a PAC file answers, there is a way to try', () => {
  fc.assert(fc.property(fc.string(), (list) => proxiesIn(list).length > 0));
});
