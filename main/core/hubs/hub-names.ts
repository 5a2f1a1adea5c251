// Names for hubs and credentials: a readable suggestion, and no two alike.

const NAME_LIMIT = 80;
const IP_ADDRESS = /^(?:\d+\.\d+\.\d+\.\d+|\[.*\])$/;

/** A hub's name from its host: `acme-fabric-dev.pega.net` becomes `Acme fabric dev`. */
export function suggestedHubName(tokenEndpoint: string): string {
  const { host, hostname } = new URL(tokenEndpoint);
  const [label = ''] = hostname.replace(/^www\./, '').split('.');
  const words = label.replace(/[-_]+/g, ' ').trim();
  // Of an address without a name, or one in another script, only the whole says anything.
  if (IP_ADDRESS.test(hostname) || hostname === 'localhost' || label.startsWith('xn--') || words === '') {
    return host.slice(0, NAME_LIMIT);
  }
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The name itself, or with the first number that makes it differ from those taken, compared without case. */
export function uniqueName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; names.has(name.toLowerCase()); number += 1) {
    const ending = ` ${number}`;
    name = wanted.slice(0, NAME_LIMIT - ending.length).trimEnd() + ending;
  }
  return name;
}
