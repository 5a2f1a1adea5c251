// The names under which secrets stand, in any spelling: in JSON, in forms, in headers and in objects of libraries.

/** What is put in the place of a secret. */
export const REDACTED = '•••';

/** A name that has one of these in it holds a secret (security.md, section 3). */
export const SECRET_WORDS =
  'client[\\s_.-]*secret|(?:access|refresh|id)[\\s_.-]*token|client[\\s_.-]*assertion|authorization|pass(?:word|phrase)|(?:api|private|secret)[\\s_.-]*key|cookie';
const HAS_SECRET_WORD = new RegExp(SECRET_WORDS, 'i');
/** These are secrets only when nothing else is in the name: many an innocent one ends like this. */
const IS_SECRET_WORD = /^(?:(?:auth|bearer)?[\s_.-]*token|secret)$/i;

export function isSecretName(name: string): boolean {
  return HAS_SECRET_WORD.test(name) || IS_SECRET_WORD.test(name);
}
