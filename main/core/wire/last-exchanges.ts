// Remembers the last exchange of each call in this run, for a person to see what really went over the wire.
import type { LastExchangeInput } from '#contract/life-cycle-inputs.ts';
import type { WireExchange } from '#contract/wire.ts';
import type { MadeCall } from '../registrations/hub-line.ts';
import type { CleanText } from '../redaction/clean-text.ts';
import type { RegistrationCall } from '../registrations/registration-call.ts';
import type { ApiRequest } from '../tokens/authorized-send.ts';
import { shownBody } from './shown-body.ts';
import { wireRequest } from './wire-request.ts';

/** In memory only, and made fit to be shown before it is kept: no secret stays in it. */
export interface LastExchanges {
  note(hubId: string, made: MadeCall): void;
  /** null when there was no such call, or too many others since. */
  last(place: LastExchangeInput): WireExchange | null;
  removeOfHub(hubId: string): void;
}

/** So many exchanges are kept, some megabytes at most: looking at one registration after the other makes many. */
const MOST_KEPT = 200;

interface Kept {
  readonly hubId: string;
  readonly exchange: WireExchange;
}

export function lastExchanges(clean: CleanText): LastExchanges {
  const kept = new Map<string, Kept>();

  return {
    note(hubId, made) {
      const key = keyOf({ hubId, ...placeOf(made.call) });
      // A map keeps the order of insertion: the first is the one that was left alone for longest.
      kept.delete(key);
      kept.set(key, { hubId, exchange: exchangeOf(made, clean) });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    },
    last: (place) => kept.get(keyOf(place))?.exchange ?? null,
    removeOfHub(hubId) {
      for (const [key, entry] of kept) if (entry.hubId === hubId) kept.delete(key);
    },
  };
}

function exchangeOf({ request, atMs, answer, durationMs }: MadeCall, clean: CleanText): WireExchange {
  return {
    atMs,
    request: wireRequest(cleanRequest(request, clean)),
    status: answer?.status ?? null,
    durationMs,
    body: shownBody(answer?.body ?? '', clean),
  };
}

/** The token is not in it; what a person typed into a field may hold a secret all the same. */
function cleanRequest(request: ApiRequest, clean: CleanText): ApiRequest {
  const { url, body } = request;
  return { ...request, url: clean(url), ...(body === undefined ? {} : { body: clean(body) }) };
}

/** A creation is the hub's own call: the registration has no ID yet. */
function placeOf(call: RegistrationCall): Omit<LastExchangeInput, 'hubId'> {
  if (call.kind === 'list' || call.kind === 'register') return { registrationId: null, call: call.kind };
  return { registrationId: call.registrationId, call: call.kind === 'action' ? call.action : call.kind };
}

function keyOf({ hubId, registrationId, call }: LastExchangeInput): string {
  return JSON.stringify([hubId, registrationId, call]);
}
