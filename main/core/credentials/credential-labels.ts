// What a label in a credentials file means, however it is spelled.
import type { CredentialsField } from '#contract/failure.ts';

/** One of the three things that are needed, or something a Hub is known to write that is not needed. */
export type LabelMeaning = CredentialsField | 'notNeeded';

/** Spellings without case, blanks, dashes and underscores. The first of each is Pega's own (hub-contract section 7). */
const spellings: Readonly<Record<LabelMeaning, readonly string[]>> = {
  clientId: ['clientid', 'clientidentifier', 'oauthclientid', 'oauth2clientid'],
  clientSecret: ['clientsecret', 'oauthclientsecret', 'oauth2clientsecret'],
  tokenEndpoint: [
    'accesstokenendpoint',
    'accesstokenendpointurl',
    'accesstokenurl',
    'accesstokenuri',
    'tokenendpoint',
    'tokenendpointurl',
    'tokenurl',
    'tokenuri',
    'oauthtokenurl',
    'oauth2tokenurl',
  ],
  notNeeded: [
    'authorizationendpoint',
    'authorizationurl',
    'tokenrevocationendpoint',
    'revocationendpoint',
    'userinfoendpoint',
    'introspectionendpoint',
    'tokenintrospectionendpoint',
    'jwksendpoint',
    'jwksuri',
    'clientname',
    'granttype',
    'redirecturi',
    'scope',
  ],
};

// LabelMeaning's members are the keys; Object.entries would forget that.
const meanings = new Map<string, LabelMeaning>(
  (['clientId', 'clientSecret', 'tokenEndpoint', 'notNeeded'] as const).flatMap((meaning) =>
    spellings[meaning].map((spelling) => [spelling, meaning] as const),
  ),
);

/** Longer texts are values or prose, shorter ones noise: not looking at them keeps a large file cheap. */
const LABEL_LIMIT = 60;
const SHORTEST_SPELLING = Math.min(...Array.from(meanings.keys(), (spelling) => spelling.length));

/** What a label means; null when we do not know it. */
export function meaningOfLabel(label: string): LabelMeaning | null {
  if (label.length > LABEL_LIMIT || label.length < SHORTEST_SPELLING) return null;
  return meanings.get(label.toLowerCase().replace(/[\s_\p{Pd}]/gu, '')) ?? null;
}

/** Where one word of a label ends: blanks, punctuation, the humps of camelCase. */
const WORD_ENDS = /[\s_()/.\p{Pd}]+|(?<=\p{Ll})(?=\p{Lu})/u;
/** `Endpoint`, `URL`, `OAuth2`, `v1`, a lone digit, or a word of a script without capitals. Not `xKw` or `GHij`. */
const LABEL_WORD = /^(?:OAuth|\p{Lu}?\p{Ll}{1,20}|\p{Lu}{1,16}|\p{Lo}{1,20})?\d?$/u;
const LABEL_WORDS_LIMIT = 6;

/**
 * Whether an unknown text may be shown to a person as the label of something that was ignored. In a damaged file a
 * value can stand where a label belongs, and that value can be the secret: only a few plain words pass.
 */
export function looksLikeLabel(text: string): boolean {
  if (text.length > LABEL_LIMIT || !/^\p{L}/u.test(text)) return false;
  const words = text.split(WORD_ENDS);
  return words.length <= LABEL_WORDS_LIMIT && words.every((word) => LABEL_WORD.test(word));
}
