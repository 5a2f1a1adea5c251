// Whether a credential's token endpoint can be reached, by the way that is set for its hub.
import { fail, ok, type Result } from '#contract/result.ts';
import { judgeTrouble } from '../answers/server-condition.ts';
import type { HubBook } from '../hubs/hub-book.ts';
import type { Knock } from '../reach/knock.ts';
import { hostOf } from './token.ts';

export interface KnockAtEndpointPorts {
  readonly book: Pick<HubBook, 'findCredential'>;
  readonly knock: Knock;
}

/** Failures: those of a token request that nobody answered. Of a credential that is gone, opening it tells. */
export function knockAtEndpoint({
  book,
  knock,
}: KnockAtEndpointPorts): (credentialId: string) => Promise<Result<null>> {
  return async (credentialId) => {
    const found = book.findCredential(credentialId);
    if (found === null) return ok(null);
    const { tokenEndpoint } = found.credential;
    const knocked = await knock(tokenEndpoint, found.hub.id);
    return knocked.ok ? knocked : fail(judgeTrouble(knocked.failure, hostOf(tokenEndpoint)));
  };
}
