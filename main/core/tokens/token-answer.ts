// Judges what a token endpoint answered: a token, a refusal, or something else that has a name.
import type { Failure, FoundContent } from '#contract/failure.ts';
import type { JsonObject, JsonValue } from '#contract/registration.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import { isJsonList, isJsonObject, readJsonObject } from '../answers/json-reading.ts';
import { judgeCondition } from '../answers/server-condition.ts';
import type { AnswerContext } from '../answers/server-condition.ts';
import { quote } from '../answers/server-text.ts';
import type { HttpAnswer } from '../ports.ts';

/** What the endpoint gave. */
export interface TokenGrant {
  readonly accessToken: string;
  readonly lifetimeSeconds: number;
}

/** Answer, where it came from, and the secrets that must not come out of it again. */
export interface TokenAnswerContext extends AnswerContext {
  readonly secrets: readonly string[];
}

/**
 * The lifetime of a token that came without a usable one (RFC 6749, 5.1 only recommends it). Short, because asking
 * too often costs little; a token that ended earlier is replaced on the API's 401 anyway.
 */
const ASSUMED_LIFETIME_SECONDS = 300;
/** No lifetime beyond a day is believed: it is more likely milliseconds than a promise to be relied on. */
const LONGEST_LIFETIME_SECONDS = 86_400;

/**
 * A token for 200 (RFC 6749) and 201 (hub-contract section 0), otherwise why there is none: `tokenRefused`,
 * `hubRefused` (a server error with words), `answerUnreadable`, `hubBusy` or `hubUnreachable`.
 */
export function judgeTokenAnswer(answer: HttpAnswer, context: TokenAnswerContext): Result<TokenGrant> {
  const condition = judgeCondition(answer, context);
  if (condition !== null) return fail(condition);
  const { status } = answer;
  const body = readJsonObject(answer.body);
  const refusal = body.ok ? readRefusal(body.value, context.secrets) : null;
  if (refusal !== null) return fail(refusalFailure(status, refusal));
  // By its meaning a 401 is about the client's credentials, with words or without; a 403 may be any firewall's.
  if (status === 401) return fail({ code: 'tokenRefused', status, error: null, description: null });
  return judgeGrant(status, body);
}

function judgeGrant(status: number, body: Result<JsonObject, FoundContent>): Result<TokenGrant> {
  if (!body.ok) return fail({ code: 'answerUnreadable', status, found: body.failure });
  const grant = status === 200 || status === 201 ? readGrant(body.value) : null;
  return grant === null ? fail({ code: 'answerUnreadable', status, found: 'otherJson' }) : ok(grant);
}

interface Refusal {
  readonly error: string | null;
  readonly description: string | null;
}

/** Says it with words of OAuth (RFC 6749, 5.2) or with Pega's envelope of one or several errors (hub-contract 8.4). */
function readRefusal(body: JsonObject, secrets: readonly string[]): Refusal | null {
  const error = quote(body['error'], secrets);
  const description = quote(body['error_description'], secrets);
  if (error !== null || description !== null) return { error, description };
  const errors = isJsonList(body['errors']) ? body['errors'].filter(isJsonObject) : [];
  if (errors.length === 0) return null;
  const joined = (key: string, separator: string): string | null =>
    quote(
      errors
        .map((entry) => entry[key])
        .filter(isText)
        .join(separator),
      secrets,
    );
  return { error: joined('ID', ', '), description: joined('message', ' ') };
}

function refusalFailure(status: number, { error, description }: Refusal): Failure {
  const isServerError = status >= 500 || error === 'server_error' || error === 'temporarily_unavailable';
  // A refusal is remembered and not tried again (token-keeper.ts): it has to be about what was sent.
  if (isServerError) return { code: 'hubRefused', status, message: description ?? error, fields: [] };
  return { code: 'tokenRefused', status, error, description };
}

function readGrant(body: JsonObject): TokenGrant | null {
  const accessToken = body['access_token'];
  const type = body['token_type'];
  // Visible ASCII only: whatever else came would not survive as a header, or would break out of it.
  if (!isText(accessToken) || !/^[\x21-\x7e]+$/.test(accessToken)) return null;
  if (!isText(type) || type.toLowerCase() !== 'bearer') return null;
  return { accessToken, lifetimeSeconds: readLifetime(body['expires_in']) };
}

function readLifetime(value: JsonValue | undefined): number {
  const seconds = isText(value) && value.trim() !== '' ? Number(value) : value;
  const isUsable = typeof seconds === 'number' && seconds > 0;
  return isUsable ? Math.min(seconds, LONGEST_LIFETIME_SECONDS) : ASSUMED_LIFETIME_SECONDS;
}

function isText(value: JsonValue | undefined): value is string {
  return typeof value === 'string';
}
