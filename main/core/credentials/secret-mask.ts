// How a secret is hinted at without being shown.

/** Fixed, so that it says nothing of the length. */
const DOTS = '••••••••';
/** Shorter secrets would lose too much by four characters. */
const LENGTH_FOR_ENDING = 16;

/** The last four characters, by which people tell secrets apart; '' when the secret is too short to give any away. */
export function secretEnding(secret: string): string {
  return secret.length >= LENGTH_FOR_ENDING ? secret.slice(-4) : '';
}

/** The mask of a secret of which only its ending is known. */
export function secretMask(ending: string): string {
  return DOTS + ending;
}
