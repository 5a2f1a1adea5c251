// The addresses of registrations (hub-contract section 1), written and read.

/** The address of all registrations of a hub. `baseUrl` has no slash at its end. */
export function listAddress(baseUrl: string): string {
  return `${baseUrl}/registrations`;
}

/**
 * The address of one registration, null for an ID that cannot stand in an address: half a surrogate pair cannot be
 * encoded, and dots alone would mean another place however they are encoded.
 */
export function registrationAddress(baseUrl: string, id: string): string | null {
  if (id === '' || /^\.{1,2}$/.test(id) || /\p{Cs}/u.test(id)) return null;
  return `${listAddress(baseUrl)}/${encodeURIComponent(id)}`;
}

/**
 * The ID in the `Location` of a new registration, when that is an address of this very hub; null otherwise. Only the ID
 * is taken from it: where a request goes is never for an answer to say.
 */
export function idInLocation(location: string | undefined, baseUrl: string): string | null {
  const list = `${listAddress(baseUrl)}/`;
  if (location === undefined || !URL.canParse(location, listAddress(baseUrl))) return null;
  const { origin, pathname } = new URL(location, listAddress(baseUrl));
  const ours = new URL(list);
  if (origin !== ours.origin || !pathname.startsWith(ours.pathname)) return null;
  const [, segment = ''] = /^([^/]+)\/?$/.exec(pathname.slice(ours.pathname.length)) ?? [];
  const id = decodeSegment(segment);
  return id === '' ? null : id;
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // The platform has no other way to ask whether a text is percent-encoded properly.
    return '';
  }
}
