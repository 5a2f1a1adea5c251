import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { idInLocation, registrationAddress } from '../../../../../main/core/registrations/registration-address.ts';

const BASE = 'https://hub.example/prweb/api/ppf/v1';

describe('the address of a registration', () => {
  test('ends with its ID', () => {
    expect(registrationAddress(BASE, 'REG-1')).toBe(`${BASE}/registrations/REG-1`);
  });

  test.each(['', '.', '..', '\uD800'])('does not exist for the ID %j', (id) => {
    expect(registrationAddress(BASE, id)).toBeNull();
  });

  test('stays below the registrations whatever the ID, and the ID comes back out of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (id) => {
        const address = registrationAddress(BASE, id);
        if (address === null) return;
        const { origin, pathname, search, hash } = new URL(address);
        expect([origin, search, hash]).toEqual(['https://hub.example', '', '']);
        expect(pathname.split('/').slice(0, -1).join('/')).toBe('/prweb/api/ppf/v1/registrations');
        expect(idInLocation(address, BASE)).toBe(id);
      }),
    );
  });
});

describe('a Location', () => {
  test.each([
    [`${BASE}/registrations/REG-1`, 'REG-1'],
    [`${BASE}/registrations/REG-1/`, 'REG-1'],
    [`${BASE}/registrations/REG-1?view=full#top`, 'REG-1'],
    ['/prweb/api/ppf/v1/registrations/REG-1', 'REG-1'],
    ['registrations/REG%201', 'REG 1'],
    ['HTTPS://HUB.example:443/prweb/api/ppf/v1/registrations/REG-1', 'REG-1'],
  ])('%s tells the ID %j', (location, id) => {
    expect(idInLocation(location, BASE)).toBe(id);
  });

  test.each([
    undefined,
    '',
    'https://evil.example/prweb/api/ppf/v1/registrations/REG-1',
    'http://hub.example/prweb/api/ppf/v1/registrations/REG-1',
    'https://hub.example:8443/prweb/api/ppf/v1/registrations/REG-1',
    '//evil.example/prweb/api/ppf/v1/registrations/REG-1',
    'https://hub.example/prweb/api/ppf/v2/registrations/REG-1',
    `${BASE}/registrations`,
    `${BASE}/registrations/`,
    `${BASE}/registrations/../../v2/REG-1`,
    `${BASE}/registrations/REG-1/actions/disable`,
    `${BASE}/registrationsREG-1`,
    `${BASE}/registrations/%E0%A4%A`,
    'javascript:alert(1)',
    'http://[',
  ])('%s tells nothing', (location) => {
    expect(idInLocation(location, BASE)).toBeNull();
  });
});
