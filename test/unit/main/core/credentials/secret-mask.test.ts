import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secretEnding, secretMask } from '../../../../../main/core/credentials/secret-mask.ts';

const maskOf = (secret: string): string => secretMask(secretEnding(secret));

describe('the mask of a secret', () => {
  it('ends with the last four characters from sixteen on', () => {
    expect(maskOf('FAKE-123456-abcd')).toBe('••••••••abcd');
    expect(maskOf('FAKE-12345-abcd')).toBe('••••••••');
  });

  it('says nothing of the length', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (secret) => {
        expect(maskOf(`${secret}0123456789abcdef`)).toBe('••••••••cdef');
      }),
    );
  });
});
