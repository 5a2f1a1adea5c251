/** Reads who calls the token endpoint: a form in the body, and the client's ID and secret in it or in a Basic header. */

/** The client's ID and secret as sent, or the OAuth error that answers them. */
export type ClientClaim =
  | { readonly kind: 'claimed'; readonly clientId: string; readonly clientSecret: string }
  | { readonly kind: 'invalidRequest' | 'invalidClient'; readonly description: string };

/** Reads an `application/x-www-form-urlencoded` body; nothing when it is malformed or names a parameter twice (RFC 6749, 3.2). */
export function readForm(body: string): ReadonlyMap<string, string> | undefined {
  const form = new Map<string, string>();
  for (const pair of body.split('&')) {
    if (pair === '') continue;
    const [rawName = '', ...rest] = pair.split('=');
    const name = decodeFormPart(rawName);
    const value = decodeFormPart(rest.join('='));
    if (name === undefined || value === undefined || form.has(name)) return undefined;
    form.set(name, value);
  }
  return form;
}

/** Finds the client's ID and secret. Sending them in both places is an error (RFC 6749, 2.3). */
export function readClientClaim(form: ReadonlyMap<string, string>, authorization: string | undefined): ClientClaim {
  const isInBody = form.has('client_secret');
  if (authorization !== undefined) {
    if (isInBody) return { kind: 'invalidRequest', description: 'The client authenticates in two ways at once.' };
    return readBasicClaim(authorization);
  }
  const clientId = form.get('client_id') ?? '';
  const clientSecret = form.get('client_secret') ?? '';
  if (clientId === '' || clientSecret === '') {
    return { kind: 'invalidClient', description: 'The request names no client ID and client secret.' };
  }
  return { kind: 'claimed', clientId, clientSecret };
}

function readBasicClaim(authorization: string): ClientClaim {
  const encoded = /^basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization.trim())?.[1];
  const decoded = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  // Both halves are form-url-encoded before they are joined (RFC 6749, 2.3.1).
  const clientId = decodeFormPart(decoded.slice(0, Math.max(colon, 0)));
  const clientSecret = decodeFormPart(decoded.slice(colon + 1));
  if (colon < 1 || clientId === undefined || clientSecret === undefined) {
    return { kind: 'invalidClient', description: 'The Authorization header is not a readable Basic header.' };
  }
  return { kind: 'claimed', clientId, clientSecret };
}

function decodeFormPart(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // decodeURIComponent has no other way to say that a percent sign starts no character.
    return undefined;
  }
}
