// The access group that viewing and invoking the registration APIs asks for.

/** An operator's default access group must be this one (hub-contract section 4). */
export const PROPER_ACCESS_GROUP = 'PPF:Configurators';

/** True when the token names a group other than the proper one; unknown is no reason for a hint. */
export function deservesHint(accessGroup: string | null): accessGroup is string {
  return accessGroup !== null && accessGroup !== PROPER_ACCESS_GROUP;
}
