// Takes the names and addresses of hubs out of a text, and says which hub stood there.
import type { StoredHub } from '../hubs/stored-hubs.ts';

/** A shorter name is a part of many words; it stands nowhere in a log of fixed sentences. */
const SHORTEST_NAME = 3;

/** What replaces every name, host and address of the hubs: `(hub 1)` for the first one. */
export function hidingHubs(hubs: readonly StoredHub[]): (text: string) => string {
  const places = hubs.flatMap((hub, index) => namesOf(hub).map((name) => [name.toLowerCase(), index + 1] as const));
  const numbers = new Map(places);
  if (numbers.size === 0) return (text) => text;
  // The longest first: a host may be the beginning of another, and stands in its own address.
  const names = [...numbers.keys()].sort((one, other) => other.length - one.length);
  const pattern = new RegExp(names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi');
  return (text) => text.replace(pattern, (found) => `(hub ${numbers.get(found.toLowerCase()) ?? '?'})`);
}

function namesOf({ name, baseUrl, credentials }: StoredHub): readonly string[] {
  const addresses = [baseUrl, ...credentials.map(({ tokenEndpoint }) => tokenEndpoint)];
  const hosts = addresses.flatMap((address) => {
    const { host, hostname } = new URL(address);
    return [host, hostname];
  });
  return [name, ...hosts].filter((each) => each.length >= SHORTEST_NAME);
}
