// A keystore for the tests that must open in another process what this one sealed.
import { Buffer } from 'node:buffer';
import type { SyncKeystore } from '../../../../../main/adapters/keystore-cipher.ts';

const flipped = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map((byte) => byte ^ 0x5a));

/** Hides a text well enough that only its opening finds it again. */
export const flippingKeystore: SyncKeystore = {
  isEncryptionAvailable: () => true,
  encryptString: (text) => Buffer.concat([Buffer.from('v11'), flipped(Buffer.from(text))]),
  decryptString: (bytes) => flipped(bytes.subarray(3)).toString(),
};
