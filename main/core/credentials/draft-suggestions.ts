// What the review dialog offers for credentials that were just read, in the light of what is saved.
import type { CredentialsDraft } from '#contract/credentials.ts';
import { findSameClient, type FoundCredential, type Hubs } from '../hubs/find-in-hubs.ts';
import { baseUrlFrom } from '../hubs/hub-addresses.ts';
import { suggestedHubName, uniqueName } from '../hubs/hub-names.ts';
import type { Placement } from '../hubs/place-credential.ts';
import { replacedHolder } from './credential-vault.ts';
import type { ReadCredentials } from './read-credentials.ts';

export type DraftSuggestions = Pick<
  CredentialsDraft,
  'suggestedBaseUrl' | 'suggestedHubName' | 'suggestedLabel' | 'suggestedNote' | 'replaces'
>;

/** People with this role get these files (hub-contract section 0). */
const LABEL = 'Configurator';
const PRACTICE_HUB_NAME = 'Practice hub';

interface Surroundings {
  readonly hubs: Hubs;
  readonly isPracticeHub: boolean;
  readonly isUsable: Placement['isUsable'];
}

/** Offers the hub and the label that are there already, where saving would lead to them anyway. */
export function draftSuggestions(
  read: Pick<ReadCredentials, 'clientId' | 'tokenEndpoint'>,
  { hubs, isPracticeHub, isUsable }: Surroundings,
): DraftSuggestions {
  const { clientId, tokenEndpoint } = read;
  if (tokenEndpoint === null) {
    return { suggestedBaseUrl: '', suggestedHubName: '', suggestedLabel: LABEL, suggestedNote: '', replaces: null };
  }
  const older = findSameClient(hubs, { clientId, tokenEndpoint });
  if (older !== null) return asBefore(older, isUsable);
  const suggestedBaseUrl = baseUrlFrom(tokenEndpoint);
  const home = hubs.find(({ baseUrl }) => baseUrl === suggestedBaseUrl);
  if (home !== undefined) {
    const labels = home.credentials.map(({ label }) => label);
    const suggestedLabel = uniqueName(LABEL, labels);
    return { suggestedBaseUrl, suggestedHubName: home.name, suggestedLabel, suggestedNote: '', replaces: null };
  }
  const name = isPracticeHub ? PRACTICE_HUB_NAME : suggestedHubName(tokenEndpoint);
  const names = hubs.map((hub) => hub.name);
  return {
    suggestedBaseUrl,
    suggestedHubName: uniqueName(name, names),
    suggestedLabel: LABEL,
    suggestedNote: '',
    replaces: null,
  };
}

/** Of a client that is saved here everything is offered as it is; only its secret is another one. */
function asBefore({ hub, credential }: FoundCredential, isUsable: Placement['isUsable']): DraftSuggestions {
  const { id, label, clientAuthentication, expiresAtMs, note } = credential;
  const replaced = replacedHolder(credential);
  return {
    // Once corrected by the person, a base URL stays corrected when the secret is replaced.
    suggestedBaseUrl: hub.baseUrl,
    suggestedHubName: hub.name,
    suggestedLabel: label,
    suggestedNote: note,
    replaces: {
      credentialId: id,
      label,
      hubName: hub.name,
      clientAuthentication,
      expiresAtMs,
      isUsable: isUsable(credential) || (replaced !== null && isUsable(replaced)),
    },
  };
}
