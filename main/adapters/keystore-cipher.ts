// Electron's safeStorage in one shape: its asynchronous half where that exists (Electron 45), else the synchronous one
// (Electron 33; deprecated in 45, gone in 46).

/** safeStorage up to Electron 45, as far as it is used here. */
export interface SyncKeystore {
  isEncryptionAvailable(): boolean;
  encryptString(plainText: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

/** safeStorage from Electron 45 on. Decryption answers an object, not the text. */
export interface AsyncKeystore {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(plainText: string): Promise<Buffer>;
  decryptStringAsync(encrypted: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
}

/** One of them, or both as in Electron 45. */
export type Keystore = (SyncKeystore | AsyncKeystore) & {
  /** Linux only. Judged by the desktop's name, not by what is really there: good for a label and for nothing else. */
  getSelectedStorageBackend?(): string;
};

/** Both halves of safeStorage in the shape of the newer one. */
export interface Cipher {
  isAvailable(): Promise<boolean>;
  encrypt(plaintext: string): Promise<Buffer>;
  decrypt(bytes: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
}

export function cipherOver(keystore: Keystore): Cipher {
  if ('encryptStringAsync' in keystore) {
    return {
      isAvailable: () => keystore.isAsyncEncryptionAvailable(),
      encrypt: (plaintext) => keystore.encryptStringAsync(plaintext),
      decrypt: (bytes) => keystore.decryptStringAsync(bytes),
    };
  }
  return {
    isAvailable: () => soon(() => keystore.isEncryptionAvailable()),
    encrypt: (plaintext) => soon(() => keystore.encryptString(plaintext)),
    decrypt: (bytes) => soon(() => ({ result: keystore.decryptString(bytes), shouldReEncrypt: false })),
  };
}

/** What is thrown becomes a rejection too. */
function soon<Value>(work: () => Value): Promise<Value> {
  return new Promise((resolve) => resolve(work()));
}
