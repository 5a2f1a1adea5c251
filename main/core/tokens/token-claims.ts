// Peeks into a token for what a person likes to see; the token is not ours to verify and may just as well be opaque.
import { Buffer } from 'node:buffer';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { readJsonObject } from '../answers/json-reading.ts';
import { quote } from '../answers/server-text.ts';

/** What a token tells about the operator it speaks for (hub-contract section 0); null where it does not. */
export interface TokenClaims {
  readonly operator: string | null;
  readonly accessGroup: string | null;
}

/** The claims of a signed JWT (RFC 7519); nulls for any other text. Never throws. */
export function peekClaims(token: string): TokenClaims {
  const claims = claimsOf(token);
  return { operator: quote(claims['sub'], []), accessGroup: quote(claims['operator_access'], []) };
}

/** When a token says that it was made and ends, in seconds since the epoch by the Hub's clock; null where it does not. */
export interface TokenTimes {
  readonly issuedAtSeconds: number | null;
  readonly endsAtSeconds: number | null;
}

/** As {@link peekClaims}. */
export function peekTimes(token: string): TokenTimes {
  const claims = claimsOf(token);
  return { issuedAtSeconds: secondsOf(claims['iat']), endsAtSeconds: secondsOf(claims['exp']) };
}

function claimsOf(token: string): JsonObject {
  const [, payload, signature, ...more] = token.split('.');
  const isSigned = payload !== undefined && signature !== undefined && more.length === 0;
  const claims = readJsonObject(isSigned ? Buffer.from(payload, 'base64url').toString('utf8') : '');
  return claims.ok ? claims.value : {};
}

function secondsOf(claim: JsonValue | undefined): number | null {
  return typeof claim === 'number' && Number.isFinite(claim) ? claim : null;
}
