import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holderInReach } from '../../../../../main/core/reach/reach-book.ts';
import { placesIn, withMoves } from '../../../../../main/core/vault/sealed-places.ts';
import type { MovedSecret } from '../../../../../main/core/vault/stored-vault.ts';

const sealed = (ciphertext: string, ending = 'beef') => ({
  level: 'osKeystore',
  ciphertext,
  backend: 'gnome_libsecret',
  ending,
});
const MOVED: MovedSecret = {
  level: 'passphrase',
  ciphertext: 'new',
  backend: 'age',
  keyFingerprint: '3f2a 91bc 77d0 1e5c',
  ending: 'beef',
};

describe('the places of secrets in a record', () => {
  it('are found at any depth, with the holder that its vault knows', () => {
    const record = {
      hubs: [{ credentials: [{ id: 'one', secret: sealed('a'), previousSecret: sealed('b') }] }],
      password: { ciphertext: 'c', backend: 'dpapi' },
    };
    expect(placesIn(record).map(({ key, holderId, hasLevel }) => [key, holderId, hasLevel])).toEqual([
      ['a', 'one', true],
      ['b', 'one replaced', true],
      ['c', null, false],
    ]);
  });

  it('of this run only are named by their holder', () => {
    const record = { pairs: [{ id: 'pair', secret: { level: 'sessionOnly' } }] };
    expect(placesIn(record)).toMatchObject([{ key: 'session pair', sealed: null, holderId: 'pair' }]);
  });

  it('in the settings of the way to a hub are named by the hub', () => {
    const record = {
      all: { proxy: { kind: 'manual', password: sealed('a') } },
      hubs: { 'hub-1': { clientCertificate: { secret: { level: 'sessionOnly' } } } },
    };
    expect(placesIn(record, holderInReach).map(({ holderId }) => holderId)).toEqual(['/proxy', 'hub-1/client']);
  });

  it('are the only thing that a move changes', () => {
    const record = { id: 'x', list: [{ id: 'one', secret: sealed('a') }, { id: 'two', secret: sealed('b') }, null, 7] };
    expect(withMoves(record, { moves: new Map([['a', MOVED]]) })).toEqual({
      ...record,
      list: [{ id: 'one', secret: MOVED }, record.list[1], null, 7],
    });
  });

  it('leave any other record as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(withMoves(value, { moves: new Map([['no such secret', MOVED]]) })).toEqual(value);
      }),
    );
  });
});
