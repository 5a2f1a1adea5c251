// The wire operations of the Bridge: the request of a form or an action before it is sent, and the last exchange.
import type { Bridge } from '#contract/bridge.ts';
import type { WireSubject } from '#contract/life-cycle-inputs.ts';
import { fail, ok } from '#contract/result.ts';
import type { Result } from '#contract/result.ts';
import type { WireExchange, WireRequest } from '#contract/wire.ts';
import { firstPath } from '../registrations/life-cycle/action-paths.ts';
import type { PathBook } from '../registrations/life-cycle/path-book.ts';
import type { HubAddress } from '../registrations/open-hub.ts';
import { requestOf } from '../registrations/registration-call.ts';
import type { RegistrationCall } from '../registrations/registration-call.ts';
import type { LastExchanges } from './last-exchanges.ts';
import { wireRequest } from './wire-request.ts';

export interface WireServicePorts {
  /** The saved hub, null when there is none (any more). */
  readonly hubOf: (hubId: string) => Pick<HubAddress, 'baseUrl'> | null;
  readonly paths: PathBook;
  readonly exchanges: Pick<LastExchanges, 'last'>;
}

/** Failures: `hubMissing`; `registrationGone` for an ID that cannot stand in an address. */
export function wireService({ hubOf, paths, exchanges }: WireServicePorts): Bridge['wire'] {
  function preview(subject: WireSubject): Result<WireRequest> {
    const hub = hubOf(subject.hubId);
    if (hub === null) return fail({ code: 'hubMissing' });
    const request = requestOf(hub.baseUrl, callOf(subject, paths));
    return request === null ? fail({ code: 'registrationGone' }) : ok(wireRequest(request));
  }

  function last(place: Parameters<LastExchanges['last']>[0]): Result<WireExchange | null> {
    return hubOf(place.hubId) === null ? fail({ code: 'hubMissing' }) : ok(exchanges.last(place));
  }

  return {
    preview: (subject) => Promise.resolve(preview(subject)),
    last: (place) => Promise.resolve(last(place)),
  };
}

function callOf(subject: WireSubject, paths: PathBook): RegistrationCall {
  if (subject.kind !== 'action') return subject;
  const { hubId, registrationId, action } = subject;
  return { kind: 'action', registrationId, action, path: firstPath(paths, hubId, action) };
}
