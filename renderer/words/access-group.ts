// The access group that viewing and invoking the registration APIs asks for.
import { PROPER_ACCESS_GROUP } from '#contract/checkup.ts';

/** True when the token names a group other than the proper one; unknown is no reason for a hint. */
export function deservesHint(accessGroup: string | null): accessGroup is string {
  return accessGroup !== null && accessGroup !== PROPER_ACCESS_GROUP;
}
