// Credentials that were just read, from a file or out of a hand-off, as a draft for the review dialog.
import type { CredentialsDraft } from '#contract/credentials.ts';
import type { ClientAuthentication } from '#contract/inputs.ts';
import type { ImportedFile } from '../downloads/imported-file.ts';
import { normalBaseUrl, originOf } from '../hubs/hub-addresses.ts';
import { uniqueName } from '../hubs/hub-names.ts';
import type { CredentialParts } from './credential-service-ports.ts';
import { draftSuggestions, type DraftSuggestions } from './draft-suggestions.ts';
import type { ReadCredentials } from './read-credentials.ts';
import { secretEnding, secretMask } from './secret-mask.ts';

/** What the sender of a hand-off says of a credential besides. */
interface HandedOn {
  readonly hubName: string;
  readonly baseUrl: string;
  readonly label: string;
  readonly clientAuthentication: ClientAuthentication;
  readonly note: string;
  readonly expiresAtMs: number | null;
}

export interface JustRead {
  readonly read: ReadCredentials;
  readonly fileName: string;
  /** Where it was read from; null when that was no file with a path. */
  readonly file: ImportedFile | null;
  readonly handedOn: HandedOn | null;
}

type Parts = Pick<CredentialParts, 'book' | 'drafts' | 'secretBox' | 'practiceHubOrigin'>;

/** Keeps the draft, secret included, and gives what the window may know of it. */
export async function makeDraft({ read, fileName, file, handedOn }: JustRead, parts: Parts): Promise<CredentialsDraft> {
  const { clientId, clientSecret, tokenEndpoint, ignoredLabels } = read;
  const protection = await parts.secretBox.protection();
  const isPracticeHub = tokenEndpoint !== null && originOf(tokenEndpoint) === parts.practiceHubOrigin();
  const hubs = parts.book.hubs();
  const own = draftSuggestions(read, { hubs, isPracticeHub });
  const suggestions = handedOn === null ? own : { ...own, ...sendersSuggestions(handedOn, own, hubs) };
  const { suggestedHubName } = suggestions;
  const noted = handedOn === null ? null : { note: handedOn.note, expiresAtMs: handedOn.expiresAtMs };
  // The practice hub needs its own file, and its secret protects nothing.
  const imported = isPracticeHub ? null : file;
  const isSealingPromised = protection.level !== 'sessionOnly';
  const { id } = parts.drafts.add({ ...read, fileName, file: imported, noted, isSealingPromised, suggestedHubName });
  return {
    draftId: id,
    fileName,
    clientId,
    secretMask: secretMask(secretEnding(clientSecret)),
    tokenEndpoint,
    ...suggestions,
    ...(handedOn === null ? {} : { suggestedAuthentication: handedOn.clientAuthentication }),
    ignoredLabels,
    protection,
    isPracticeHub,
  };
}

/** What the sender calls things, except where this computer has a name for them already. */
function sendersSuggestions(
  { hubName, baseUrl, label }: HandedOn,
  own: DraftSuggestions,
  hubs: ReturnType<Parts['book']['hubs']>,
): Partial<DraftSuggestions> {
  if (own.replaces !== null) return {};
  const suggestedBaseUrl = normalBaseUrl(baseUrl);
  const home = hubs.find((hub) => hub.baseUrl === suggestedBaseUrl);
  const hubNames = hubs.map(({ name }) => name);
  const labels = home?.credentials.map((credential) => credential.label) ?? [];
  return {
    suggestedBaseUrl,
    suggestedHubName: home?.name ?? uniqueName(hubName, hubNames),
    suggestedLabel: uniqueName(label, labels),
  };
}
