// Credentials that were just read, from a file or out of a hand-off, as a draft for the review dialog.
import type { CredentialsDraft, Protection } from '#contract/credentials.ts';
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

type Parts = Pick<CredentialParts, 'book' | 'vault' | 'drafts' | 'secretBox' | 'practiceHubOrigin'>;

/** Keeps the draft, secret included, and gives what the window may know of it. */
export async function makeDraft({ read, fileName, file, handedOn }: JustRead, parts: Parts): Promise<CredentialsDraft> {
  const { clientId, clientSecret, tokenEndpoint, ignoredLabels } = read;
  const protection = await protectionNow(parts.secretBox);
  const isPracticeHub = tokenEndpoint !== null && originOf(tokenEndpoint) === parts.practiceHubOrigin();
  const hubs = parts.book.hubs();
  const own = draftSuggestions(read, {
    hubs,
    isPracticeHub,
    isUsable: (holder) => parts.vault.isUsable(holder),
  });
  const suggestions = handedOn === null ? own : { ...own, ...sendersSuggestions(handedOn, own, hubs) };
  const { suggestedHubName } = suggestions;
  const noted = notedOf(handedOn, own);
  // The practice hub needs its own file, and its secret protects nothing.
  const imported = isPracticeHub ? null : file;
  const isSealingPromised = protection.level !== 'sessionOnly';
  const offered = { isSealingPromised, suggestedHubName, ...noted };
  const { id } = parts.drafts.add({ ...read, fileName, file: imported, ...offered });
  return {
    draftId: id,
    fileName,
    clientId,
    secretMask: secretMask(secretEnding(clientSecret)),
    tokenEndpoint,
    ...suggestions,
    ...noted,
    ...(handedOn === null ? {} : { suggestedAuthentication: handedOn.clientAuthentication }),
    ignoredLabels,
    protection,
    isPracticeHub,
  };
}

/** What the person wrote of it themselves counts before what its sender did. */
function notedOf(
  handedOn: HandedOn | null,
  { suggestedNote }: DraftSuggestions,
): Pick<CredentialsDraft, 'suggestedNote' | 'suggestedExpiresAtMs'> {
  return {
    suggestedNote: suggestedNote === '' ? (handedOn?.note ?? '') : suggestedNote,
    suggestedExpiresAtMs: handedOn?.expiresAtMs ?? null,
  };
}

/** What would keep a secret now, and with which key where that is known already. */
async function protectionNow(box: Parts['secretBox']): Promise<Protection> {
  const protection = await box.protection();
  if (protection.level === 'sessionOnly') return protection;
  const known = box.keyOf?.({ ciphertext: '', backend: protection.backend }) ?? '';
  return known === '' ? protection : { ...protection, keyFingerprint: known };
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
