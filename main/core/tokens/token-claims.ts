// Peeks into a token for what a person likes to see; the token is not ours to verify and may just as well be opaque.
import { Buffer } from 'node:buffer';
import { readJsonObject } from '../answers/json-reading.ts';
import { quote } from '../answers/server-text.ts';

/** What a token tells about the operator it speaks for (hub-contract section 0); null where it does not. */
export interface TokenClaims {
  readonly operator: string | null;
  readonly accessGroup: string | null;
}

/** The claims of a signed JWT (RFC 7519); nulls for any other text. Never throws. */
export function peekClaims(token: string): TokenClaims {
  const [, payload, signature, ...more] = token.split('.');
  const isSigned = payload !== undefined && signature !== undefined && more.length === 0;
  const claims = readJsonObject(isSigned ? Buffer.from(payload, 'base64url').toString('utf8') : '');
  if (!claims.ok) return { operator: null, accessGroup: null };
  return { operator: quote(claims.value['sub'], []), accessGroup: quote(claims.value['operator_access'], []) };
}
