// The token operations of the Bridge.
import type { Bridge } from '#contract/bridge.ts';
import { ok } from '#contract/result.ts';
import type { TokenKeeper } from './token-keeper.ts';

/** What the window may do with tokens: see how they stand and forget them. */
export function tokenService(keeper: TokenKeeper): Bridge['tokens'] {
  return {
    status: ({ credentialId }) => Promise.resolve(ok(keeper.status(credentialId))),
    forget: ({ credentialId }) => Promise.resolve(ok(keeper.forget(credentialId))),
  };
}
