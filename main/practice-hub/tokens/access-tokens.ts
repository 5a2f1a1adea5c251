/** Access tokens: JSON web tokens with the documented claims, signed with a key made at the start (hub contract 0, 8.3). */
import { createHash, createPublicKey, createSign, generateKeyPair, randomBytes } from 'node:crypto';
import type { JsonWebKey, KeyObject } from 'node:crypto';
import { promisify } from 'node:util';

import type { TokenHolder } from '../http/call.ts';

const KEY_BITS = 2_048;

/** What the tokens of one practice hub have in common. */
export interface TokenTerms {
  /** The present moment in milliseconds since 1970. */
  readonly clock: () => number;
  readonly lifetimeSeconds: number;
}

interface LiveToken {
  readonly holder: TokenHolder;
  readonly expiresAtMs: number;
}

/** Issues tokens and knows the living ones. They live in memory: a restart of the hub ends them all. */
export class AccessTokens {
  readonly #terms: TokenTerms;
  readonly #live = new Map<string, LiveToken>();
  #key: Promise<{ readonly id: string; readonly privateKey: KeyObject }> | undefined;

  constructor(terms: TokenTerms) {
    this.#terms = terms;
  }

  /** A new token for a holder, valid for the agreed time. */
  async issue(holder: TokenHolder): Promise<string> {
    const { id, privateKey } = await this.#signingKey();
    const nowMs = this.#terms.clock();
    const issuedAt = Math.floor(nowMs / 1_000);
    const head = encodePart({ kid: id, typ: 'JWT', alg: 'RS256' });
    const claims = encodePart({
      aud: `urn:${holder.clientId}`,
      sub: holder.operator,
      app_name: 'PPF',
      nbf: issuedAt,
      app_version: '01.01.01',
      iss: 'urn:practice-hub.localhost',
      exp: issuedAt + this.#terms.lifetimeSeconds,
      iat: issuedAt,
      jti: randomBytes(16).toString('hex'),
      operator_access: holder.accessGroup,
    });
    const signature = createSign('RSA-SHA256').update(`${head}.${claims}`).sign(privateKey, 'base64url');
    const token = `${head}.${claims}.${signature}`;
    this.#dropExpired(nowMs);
    this.#live.set(token, { holder, expiresAtMs: nowMs + this.#terms.lifetimeSeconds * 1_000 });
    return token;
  }

  /** Who holds a token; nothing for one that is unknown, expired or revoked. */
  holderOf(token: string): TokenHolder | undefined {
    const live = this.#live.get(token);
    return live !== undefined && this.#terms.clock() < live.expiresAtMs ? live.holder : undefined;
  }

  /** Ends one token. */
  revoke(token: string): void {
    this.#live.delete(token);
  }

  /** Ends all tokens of a client, or of all clients. */
  revokeAll(clientId?: string): void {
    for (const [token, { holder }] of this.#live) {
      if (clientId === undefined || holder.clientId === clientId) this.#live.delete(token);
    }
  }

  /** The public part of the signing key, as a JSON web key set. */
  async publicKeys(): Promise<{ readonly keys: readonly JsonWebKey[] }> {
    const { id, privateKey } = await this.#signingKey();
    return { keys: [{ ...createPublicKey(privateKey).export({ format: 'jwk' }), kid: id, use: 'sig', alg: 'RS256' }] };
  }

  /** Made when the first token is asked for, because making it takes longer than starting the hub. */
  #signingKey(): Promise<{ readonly id: string; readonly privateKey: KeyObject }> {
    this.#key ??= promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS }).then(({ privateKey, publicKey }) => {
      const publicBytes = publicKey.export({ type: 'spki', format: 'der' });
      return { id: createHash('sha256').update(publicBytes).digest('hex').slice(0, 32), privateKey };
    });
    return this.#key;
  }

  #dropExpired(nowMs: number): void {
    for (const [token, { expiresAtMs }] of this.#live) {
      if (expiresAtMs <= nowMs) this.#live.delete(token);
    }
  }
}

function encodePart(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
