import { describe, expect, it } from 'vitest';
import type { Failure } from '#contract/failure.ts';
import {
  afterFailure,
  blockageOf,
  credentialStamp,
  isHeldBack,
  isPassing,
  waitMs,
  type Contact,
} from '../../../../renderer/features/registrations/contact.ts';
import { sampleCredential, sampleHub } from '../../../doubles/sample-hubs.ts';

const timeout: Failure = { code: 'hubUnreachable', cause: 'timeout', host: 'hub.example.com' };

describe('trying again by itself', () => {
  it('waits longer each time, up to a minute', () => {
    let contact: Contact | undefined;
    const waits = Array.from({ length: 6 }, () => {
      contact = afterFailure(contact, timeout);
      return waitMs(contact);
    });
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  });

  it('starts anew after the Hub was reached', () => {
    expect(waitMs(afterFailure({ kind: 'reached' }, timeout))).toBe(5_000);
  });

  it('waits at least as long as a busy Hub asks', () => {
    const busy: Failure = { code: 'hubBusy', status: 429, retryAfterSeconds: 90 };
    expect(waitMs(afterFailure(undefined, busy))).toBe(90_000);
    expect(waitMs(afterFailure(undefined, { ...busy, retryAfterSeconds: null }))).toBe(5_000);
  });

  it('waits as long as a Hub that failed again and again is left alone', () => {
    const resting: Failure = { code: 'hubRests', host: 'hub.example.com', waitSeconds: 120 };
    expect(waitMs(afterFailure(undefined, resting))).toBe(120_000);
  });

  it('has to be insisted on only while something holds requests back', () => {
    expect(isHeldBack(afterFailure(undefined, { code: 'hubRests', host: 'hub.example.com', waitSeconds: 120 }))).toBe(
      true,
    );
    expect(isHeldBack(afterFailure(undefined, { code: 'hubBusy', status: 503, retryAfterSeconds: 9 }))).toBe(true);
    expect(isHeldBack(afterFailure(undefined, timeout))).toBe(false);
    expect(isHeldBack({ kind: 'reached' })).toBe(false);
    expect(isHeldBack(undefined)).toBe(false);
  });

  it('does not happen while all is well', () => {
    expect(waitMs(undefined)).toBe(false);
    expect(waitMs({ kind: 'reached' })).toBe(false);
  });

  it.each<Failure>([
    { code: 'tokenRefused', status: 401, error: 'invalid_client', description: null },
    { code: 'accessDenied', status: 403, message: null },
    { code: 'secretLocked' },
    { code: 'hubUnreachable', cause: 'tls', host: 'hub.example.com' },
    { code: 'hubUnreachable', cause: 'redirected', host: 'hub.example.com' },
    { code: 'storageFailed', cause: 'full' },
  ])('does not happen after $code, which a person must mend', (failure) => {
    expect(isPassing(failure)).toBe(false);
    expect(waitMs(afterFailure(undefined, failure))).toBe(false);
  });
});

describe('what keeps a hub from being asked at all', () => {
  it('is no credential in use', () => {
    expect(blockageOf(sampleHub({ credentials: [] }))).toEqual({ code: 'credentialMissing' });
    expect(blockageOf(sampleHub({ credentialInUseId: null }))).toEqual({ code: 'credentialMissing' });
  });

  it.each([
    ['forgotten', { code: 'secretForgotten' }],
    ['unreadable', { code: 'secretUnreadable' }],
    // Asking is what unlocks a keystore.
    ['locked', null],
    ['ready', null],
  ] as const)('a secret that is %s gives %o', (secretState, blockage) => {
    expect(blockageOf(sampleHub({ credentials: [sampleCredential({ secretState })] }))).toEqual(blockage);
  });
});

describe('an earlier answer', () => {
  it('counts no more once another credential, or another secret of it, is in use', () => {
    const stamps = [
      sampleHub({ credentials: [] }),
      sampleHub(),
      sampleHub({ credentials: [sampleCredential({ id: 'other' })] }),
      sampleHub({ credentials: [sampleCredential({ savedAtMs: 1 })] }),
      sampleHub({ credentials: [sampleCredential({ secretState: 'locked' })] }),
      sampleHub({ credentials: [sampleCredential({ clientAuthentication: 'basic' })] }),
    ].map(credentialStamp);
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  it('still counts when the credential only got another label', () => {
    const renamed = sampleHub({ credentials: [sampleCredential({ label: 'night shift' })] });
    expect(credentialStamp(renamed)).toBe(credentialStamp(sampleHub()));
  });
});
