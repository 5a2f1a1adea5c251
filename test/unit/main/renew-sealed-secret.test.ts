import { expect, it } from 'vitest';
import { fail } from '#contract/result.ts';
import { untouched, type StoredHub } from '../../../main/core/hubs/stored-hubs.ts';
import { renewSealedSecret } from '../../../main/renew-sealed-secret.ts';

const BEFORE = { ciphertext: 'b2xk', backend: 'gnome_libsecret' };
const AFTER = { ciphertext: 'bmV3', backend: 'kwallet6', keyFingerprint: '3f2a 91bc 77d0 1e5c' };

const credential = (id: string, secret: StoredHub['credentials'][number]['secret']) => ({
  id,
  label: id,
  clientId: id,
  tokenEndpoint: 'https://hub.example/token',
  clientAuthentication: 'body' as const,
  savedAtMs: 1,
  secret,
  ...untouched,
});
const hub = (id: string, credentials: StoredHub['credentials']): StoredHub => ({
  id,
  name: id,
  baseUrl: 'https://hub.example/prweb/api/ppf/v1',
  isPracticeHub: false,
  credentialInUseId: credentials[0]?.id ?? null,
  credentials,
});
const other = hub('other', [credential('session', { level: 'sessionOnly' })]);

it('the same secret sealed anew takes the place of the old one, and nothing else changes', () => {
  const sealed = { level: 'osKeystore' as const, ...BEFORE, ending: 'ABCD' };
  const mine = hub('mine', [credential('first', { ...sealed, ciphertext: 'b3RoZXI=' }), credential('second', sealed)]);
  const renewed = renewSealedSecret([other, mine], BEFORE, AFTER);
  const [first] = mine.credentials;
  expect(renewed).toEqual({
    ok: true,
    value: {
      hubs: [other, { ...mine, credentials: [first, credential('second', { ...sealed, ...AFTER })] }],
      hub: { ...mine, credentials: [first, credential('second', { ...sealed, ...AFTER })] },
    },
  });
});

it('a secret that was imported again meanwhile is left alone', () => {
  expect(renewSealedSecret([other], BEFORE, AFTER)).toEqual(fail({ code: 'credentialMissing' }));
});

it('so does one that was replaced and is still kept', () => {
  const previousSecret = { level: 'osKeystore' as const, ...BEFORE, ending: 'ABCD' };
  const mine = hub('mine', [{ ...credential('first', { level: 'sessionOnly' }), previousSecret }]);
  const renewed = renewSealedSecret([mine], BEFORE, AFTER);
  expect(renewed).toMatchObject({
    ok: true,
    value: {
      hub: { credentials: [{ secret: { level: 'sessionOnly' }, previousSecret: { ...AFTER, ending: 'ABCD' } }] },
    },
  });
});
