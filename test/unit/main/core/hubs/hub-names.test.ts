import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { suggestedHubName, uniqueName } from '../../../../../main/core/hubs/hub-names.ts';

describe('the suggested name of a hub', () => {
  it.each([
    ['https://acme-fabric-dev.pega.net/prweb', 'Acme fabric dev'],
    ['https://www.hub_one.example/prweb', 'Hub one'],
    ['https://hub/prweb', 'Hub'],
    ['http://localhost:8099/prweb', 'localhost:8099'],
    ['http://127.0.0.1:8099/prweb', '127.0.0.1:8099'],
    ['http://[::1]:8099/prweb', '[::1]:8099'],
    ['https://hüb.example/prweb', 'xn--hb-xka.example'],
    ['https://-.example/prweb', '-.example'],
  ])('for %s is %s', (tokenEndpoint, name) => {
    expect(suggestedHubName(tokenEndpoint)).toBe(name);
  });

  it('is never empty and never longer than a name may be', () => {
    const host = fc.domain().filter((name) => URL.canParse(`https://${name}/`));
    fc.assert(
      fc.property(host, (name) => {
        const suggested = suggestedHubName(`https://${name}/prweb`);
        expect(suggested.length).toBeGreaterThan(0);
        expect(suggested.length).toBeLessThanOrEqual(80);
      }),
    );
  });
});

describe('a unique name', () => {
  it('is the wanted one where that is free', () => {
    expect(uniqueName('Acme', ['Other'])).toBe('Acme');
  });

  it('gets the first free number, whatever the case', () => {
    expect(uniqueName('Acme', ['acme', 'ACME 2', 'Acme 4'])).toBe('Acme 3');
  });

  it('stays within the limit of a name', () => {
    const long = 'a'.repeat(80);
    expect(uniqueName(long, [long])).toBe(`${'a'.repeat(78)} 2`);
  });

  it('always differs from all others', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('a', 'b 2'),
        fc.array(fc.constantFrom('a', 'A 2', 'a 3', 'b 2', 'b 2 2')),
        (name, taken) => {
          expect(taken.map((each) => each.toLowerCase())).not.toContain(uniqueName(name, taken).toLowerCase());
        },
      ),
    );
  });
});
