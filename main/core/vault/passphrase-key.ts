// The key behind the passphrase: kept as an age file, in clear only in memory and only while it is unlocked.
import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { Failure } from '#contract/failure.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import type { AgeFiles, AgeKeyPair, AgeTrouble } from '../ports.ts';
import type { StoredKey } from './stored-vault.ts';

export interface PassphraseKeyPorts {
  readonly age: AgeFiles;
  /** The key as it is stored; null when no passphrase is set. */
  readonly stored: () => StoredKey | null;
  /** It was locked or unlocked, or something waits for it. */
  readonly onChanged: () => void;
}

export type UnlockFailure = Extract<Failure, { code: 'passphraseWrong' | 'passphraseMissing' | 'secretUnreadable' }>;

/** A key that was just made, with its stored form. */
export interface MadeKey {
  readonly stored: StoredKey;
  readonly pair: AgeKeyPair;
}

interface Waiting {
  readonly unlocked: Promise<boolean>;
  readonly end: (isUnlocked: boolean) => void;
}

const IDENTITY = /^AGE-SECRET-KEY-1[0-9A-Z]+$/m;

/** Tells keys apart without being one: eight bytes of the public key's SHA-256, `3f2a 91bc 77d0 1e5c`. */
export function keyFingerprint(publicKey: string): string {
  const digest = createHash('sha256').update(publicKey).digest('hex').slice(0, 16);
  return digest.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

export class PassphraseKey {
  readonly #ports: PassphraseKeyPorts;
  #opened: AgeKeyPair | null = null;
  #waiting: Waiting | null = null;

  constructor(ports: PassphraseKeyPorts) {
    this.#ports = ports;
  }

  /** True when there is a passphrase and it was not given. */
  get isLocked(): boolean {
    const stored = this.#ports.stored();
    return stored !== null && stored.publicKey !== this.#opened?.publicKey;
  }

  /** True while something waits for the passphrase. */
  get isWanted(): boolean {
    return this.#waiting !== null;
  }

  /** Makes a key and protects it by a passphrase. Stores nothing. */
  async make(passphrase: string): Promise<MadeKey> {
    const { age } = this.#ports;
    const pair = await age.makeKeyPair();
    const lines = ['# Fabric Registrar', `# public key: ${pair.publicKey}`, pair.identity, ''];
    const file = await age.encrypt(Buffer.from(lines.join('\n')), { kind: 'passphrase', passphrase });
    return { stored: { publicKey: pair.publicKey, file: await age.armor(file) }, pair };
  }

  /** Takes a made key as unlocked; to be called when it is stored. */
  take({ pair }: MadeKey): void {
    this.#opened = pair;
    this.#end(true);
  }

  /** Takes the passphrase. `secretUnreadable`: the stored key is damaged or was exchanged. */
  async unlock(passphrase: string): Promise<Result<null, UnlockFailure>> {
    const stored = this.#ports.stored();
    if (stored === null) return fail({ code: 'passphraseMissing' });
    const file = await this.#ports.age.decrypt(Buffer.from(stored.file), { kind: 'passphrase', passphrase });
    if (!file.ok) return fail({ code: file.failure === 'wrongKey' ? 'passphraseWrong' : 'secretUnreadable' });
    const [identity] = IDENTITY.exec(Buffer.from(file.value).toString()) ?? [];
    if (identity === undefined) return fail({ code: 'secretUnreadable' });
    const pair = { identity, publicKey: stored.publicKey };
    if (!(await this.#isPair(pair))) return fail({ code: 'secretUnreadable' });
    this.#opened = pair;
    this.#end(true);
    return ok(null);
  }

  /** Asks for the passphrase, although nothing waits for it but the person. */
  ask(): void {
    if (this.isLocked) void this.#unlocked();
  }

  lock(): void {
    this.#opened = null;
    this.#ports.onChanged();
  }

  /** What waits for the passphrase goes on without. */
  dismiss(): void {
    this.#end(false);
  }

  /** Seals for the stored key, locked or not. */
  async seal(plaintext: string, publicKey: string): Promise<string> {
    const { age } = this.#ports;
    const lock = { kind: 'recipients', recipients: [publicKey] } as const;
    return age.armor(await age.encrypt(Buffer.from(plaintext), lock));
  }

  /** Opens what `seal` gave; waits for the passphrase when it is locked, and `locked` is a person who did not give it. */
  async open(file: string): Promise<Result<string, AgeTrouble | 'locked'>> {
    if (this.isLocked && !(await this.#unlocked())) return fail('locked');
    const opened = this.#opened;
    if (opened === null) return fail('locked');
    const plain = await this.#decrypt(file, opened);
    return plain.ok ? ok(Buffer.from(plain.value).toString()) : plain;
  }

  #decrypt(file: string, { identity }: AgeKeyPair): Promise<Result<Uint8Array, AgeTrouble>> {
    return this.#ports.age.decrypt(Buffer.from(file), { kind: 'identities', identities: [identity] });
  }

  /** An exchanged public key would have new secrets sealed for somebody else. */
  async #isPair(pair: AgeKeyPair): Promise<boolean> {
    if (!(await this.#ports.age.isRecipient(pair.publicKey))) return false;
    return (await this.#decrypt(await this.seal('probe', pair.publicKey), pair)).ok;
  }

  #unlocked(): Promise<boolean> {
    if (this.#waiting === null) {
      let end: (isUnlocked: boolean) => void = () => undefined;
      const unlocked = new Promise<boolean>((resolve) => (end = resolve));
      this.#waiting = { unlocked, end };
      this.#ports.onChanged();
    }
    return this.#waiting.unlocked;
  }

  #end(isUnlocked: boolean): void {
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.end(isUnlocked);
    this.#ports.onChanged();
  }
}
