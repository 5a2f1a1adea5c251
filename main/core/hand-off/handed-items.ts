// What is in an opened hand-off file: of the app's own document, or a credentials file that somebody encrypted with age.
import type { HandedItem } from '#contract/hand-off.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { draftSuggestions } from '../credentials/draft-suggestions.ts';
import type { JustRead } from '../credentials/make-draft.ts';
import { readCredentials } from '../credentials/read-credentials.ts';
import { secretEnding, secretMask } from '../credentials/secret-mask.ts';
import { findSameClient } from '../hubs/find-in-hubs.ts';
import { parseHandOff, type HandedRegistration } from './hand-off-document.ts';
import type { Handed, OpenedContent } from './opened-content.ts';
import { knownPairSince, type SavePairPorts } from './save-pair.ts';

/** The content of an age file. Failures: `handOffNotOurs`. */
export function openedContent(bytes: Uint8Array, fileName: string): Result<OpenedContent> {
  const read = parseHandOff(new TextDecoder().decode(bytes));
  if (read.ok) return read;
  const plain = readCredentials(bytes, fileName);
  if (plain.ok) {
    return ok({
      note: '',
      madeAtMs: null,
      credentials: [{ kind: 'credentialsFile', ...plain.value }],
      backup: null,
    });
  }
  return fail({ code: 'handOffNotOurs', fileName, isNewer: read.failure === 'newer' });
}

type Client = Pick<HandedRegistration, 'clientId' | 'tokenEndpoint'>;
type Known = Pick<SavePairPorts, 'book' | 'pairs'>;

export function itemOf(handed: Handed, index: number, known: Known): HandedItem {
  const secret = secretMask(secretEnding(handed.clientSecret));
  return { index, clientId: handed.clientId, secretMask: secret, ...factsOf(handed, known) };
}

function factsOf(handed: Handed, known: Known): Omit<HandedItem, 'index' | 'clientId' | 'secretMask'> {
  if (handed.kind === 'credentialsFile') return factsOfFile(handed, known);
  const { kind, hubName, baseUrl } = handed;
  const place = { kind, hubName, baseUrl };
  if (handed.kind === 'dataSync') {
    const label = handed.applicationName || handed.registrationId;
    return { ...place, label, note: '', ...knownSince(knownPairSince(handed, known)) };
  }
  const { label, note } = handed;
  return { ...place, label, note, ...knownSince(savedAt(normal(handed), known)) };
}

/** When the credential of a client was saved here; null when there is none. */
function savedAt(client: Client, { book }: Known): number | null {
  return findSameClient(book.hubs(), client)?.credential.savedAtMs ?? null;
}

function knownSince(knownSinceMs: number | null): Pick<HandedItem, 'isKnown' | 'knownSinceMs'> {
  return { isKnown: knownSinceMs !== null, knownSinceMs };
}

/** As the review dialog will suggest it. */
function factsOfFile(
  handed: Extract<Handed, { kind: 'credentialsFile' }>,
  known: Known,
): Omit<HandedItem, 'index' | 'clientId' | 'secretMask'> {
  // Whether a secret that is here still opens, the review tells.
  const about = { hubs: known.book.hubs(), isPracticeHub: false, isUsable: () => true };
  const suggested = draftSuggestions(handed, about);
  const { clientId, tokenEndpoint } = handed;
  return {
    kind: 'registration',
    hubName: suggested.suggestedHubName,
    baseUrl: suggested.suggestedBaseUrl,
    label: suggested.suggestedLabel,
    note: '',
    ...knownSince(tokenEndpoint === null ? null : savedAt(normal({ clientId, tokenEndpoint }), known)),
  };
}

/** As if it had been read from a credentials file of its own; null for a pair, which is none. */
export function justRead(handed: Handed, fileName: string): JustRead | null {
  if (handed.kind === 'dataSync') return null;
  if (handed.kind === 'credentialsFile') return { read: handed, fileName, file: null, handedOn: null };
  const { clientId, clientSecret } = handed;
  const read = { ...normal(handed), clientId, clientSecret, ignoredLabels: [] };
  return { read, fileName, file: null, handedOn: handed };
}

/** As it is compared: a saved token endpoint is in its normal form. */
function normal({ clientId, tokenEndpoint }: Client): Client {
  return { clientId, tokenEndpoint: new URL(tokenEndpoint).href };
}
