// Operations that use a draft: trying it out, and saving it as a new credential or in the place of an older one.
import type { Bridge } from '#contract/bridge.ts';
import type { SaveOutcome } from '#contract/credentials.ts';
import type { DraftConnectionInput, SaveDraftInput } from '#contract/inputs.ts';
import { fail, ok, type Result } from '#contract/result.ts';
import { normalBaseUrl, originOf, originsOf, tokenEndpointFrom } from '../hubs/hub-addresses.ts';
import { hubView } from '../hubs/hub-view.ts';
import { placeCredential, type Placement } from '../hubs/place-credential.ts';
import { untouched } from '../hubs/stored-hubs.ts';
import type { Draft } from './credential-drafts.ts';
import type { CredentialParts } from './credential-service-ports.ts';
import type { PreparedSecret } from './secret-vault.ts';

/** Where a draft's secret may go. */
interface Destination {
  readonly tokenEndpoint: string;
  readonly baseUrl: string;
  readonly boundOrigins: readonly string[];
}

/** When the file names a token endpoint, that is the one: a hub address from elsewhere does not change it. */
function destinationOf(draft: Draft, input: DraftConnectionInput): Result<Destination> {
  const baseUrl = normalBaseUrl(input.baseUrl);
  const { hubAddress = '' } = input;
  if (draft.tokenEndpoint === null && hubAddress === '') {
    return fail({ code: 'inputInvalid', fields: [{ field: 'hubAddress', problem: 'required' }] });
  }
  const tokenEndpoint = draft.tokenEndpoint ?? tokenEndpointFrom(hubAddress);
  return ok({ tokenEndpoint, baseUrl, boundOrigins: originsOf(tokenEndpoint, baseUrl) });
}

interface Saving {
  readonly draft: Draft;
  readonly input: SaveDraftInput;
  readonly destination: Destination;
  readonly secret: PreparedSecret;
}

type SavingParts = Pick<CredentialParts, 'newId' | 'clock' | 'practiceHubOrigin' | 'vault'>;

/** The draft as a credential and the hub it asks for. */
function placementOf(parts: SavingParts, { draft, input, destination, secret }: Saving): Placement {
  const { tokenEndpoint, baseUrl } = destination;
  return {
    hub: {
      id: parts.newId(),
      name: input.hubName,
      baseUrl,
      isPracticeHub: originOf(tokenEndpoint) === parts.practiceHubOrigin(),
    },
    isNameChosen: draft.suggestedHubName !== '' && input.hubName !== draft.suggestedHubName,
    credential: {
      id: parts.newId(),
      label: input.credentialLabel,
      clientId: draft.clientId,
      tokenEndpoint,
      clientAuthentication: input.clientAuthentication,
      savedAtMs: parts.clock.nowMs(),
      secret: secret.stored,
      ...untouched,
      note: input.note ?? draft.suggestedNote,
      expiresAtMs: input.expiresAtMs === undefined ? draft.suggestedExpiresAtMs : input.expiresAtMs,
    },
    isUsable: (holder) => parts.vault.isUsable(holder),
  };
}

type Parts = SavingParts &
  Pick<
    CredentialParts,
    'book' | 'drafts' | 'vault' | 'connectionTest' | 'onHubsChanged' | 'onCredentialReplaced' | 'onImported'
  >;

export function saveDraftOperations(parts: Parts): Pick<Bridge['credentials'], 'testDraft' | 'saveDraft'> {
  const { drafts, vault } = parts;

  async function seal(draft: Draft, boundOrigins: readonly string[]): Promise<Result<PreparedSecret>> {
    const secret = await vault.prepare({ clientSecret: draft.clientSecret, boundOrigins });
    if (!secret.ok) return secret;
    // The keystore may have kept the person waiting: meanwhile the draft can have been saved or discarded.
    if (drafts.find(draft.id) === null) return fail({ code: 'draftGone' });
    // A rotation would even put a secret that does not last in the place of one that does.
    const isLess = draft.isSealingPromised && secret.value.session !== null;
    return isLess ? fail({ code: 'protectionGone' }) : secret;
  }

  async function saveDraft(input: SaveDraftInput): Promise<Result<SaveOutcome>> {
    const draft = drafts.find(input.draftId);
    if (draft === null) return fail({ code: 'draftGone' });
    const destination = destinationOf(draft, input);
    if (!destination.ok) return destination;
    const { boundOrigins } = destination.value;
    const secret = await seal(draft, boundOrigins);
    if (!secret.ok) return secret;

    const placement = placementOf(parts, { draft, input, destination: destination.value, secret: secret.value });
    const placed = parts.book.change((hubs) => ok(placeCredential(hubs, placement)));
    if (!placed.ok) return placed;
    const { hub, credentialId, kind } = placed.value;
    vault.replace(credentialId, secret.value, placed.value);
    drafts.discard(draft.id);
    if (kind === 'rotated') parts.onCredentialReplaced(credentialId);
    parts.onHubsChanged();
    if (draft.file !== null) await parts.onImported(draft.file);
    return ok({ hub: hubView(hub, vault), credentialId, kind });
  }

  return {
    saveDraft,
    async testDraft(input) {
      const draft = drafts.find(input.draftId);
      if (draft === null) return fail({ code: 'draftGone' });
      const destination = destinationOf(draft, input);
      if (!destination.ok) return destination;
      const { tokenEndpoint, baseUrl, boundOrigins } = destination.value;
      const { clientId, clientSecret } = draft;
      const { clientAuthentication } = input;
      const access = { clientId, clientSecret, tokenEndpoint, clientAuthentication, boundOrigins };
      return parts.connectionTest.testDraft(access, baseUrl);
    },
  };
}
