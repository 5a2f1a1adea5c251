// The words of a hub's own screen: its name, its credentials, and taking either away.
import type { Hub } from '#contract/credentials.ts';

export const hubWords = {
  screen: 'Hub and credentials',
  general: 'Hub',
  name: 'Hub name',
  rename: 'Rename',
  baseUrl: 'Base URL',
  credentials: 'Credentials',
  credentialsLead: 'One per operator is best: the Hub books every call to the operator a credential was made for.',
  add: 'Import credentials…',
  none: 'None are saved for this hub. Saved registrations can still be read. Import a credentials file to work with the Hub again.',
  inUse: 'In use',
  practice: 'Practice',
  use: 'Use this one',
  test: 'Test connection',
  testing: 'Asking the Hub for a token and the registrations',
  edit: 'Edit…',
  remove: 'Remove…',
  importAgain: 'Import the file again…',
  more: (label: string) => `More for ${label}`,
  clientId: 'Client ID',
  secret: 'Secret',
  operator: 'Operator',
  operatorUnknown: 'known after the first token',
  protection: 'Protection',
  saved: 'Saved',
  endpoint: 'Token endpoint',
  removal: 'Remove this hub',
  removalDetail: 'Takes the hub and all that is kept of it off this computer. Nothing changes on the Hub.',
  removeHub: 'Remove hub…',
} as const;

export const editWords = {
  title: 'Edit credential',
  label: 'Credential label',
  save: 'Save',
} as const;

/** What removing a credential makes unusable, and what stays. */
export function credentialRemovalWords(
  hub: Hub,
  credentialId: string,
): { title: string; confirm: string; detail: string } {
  const label = hub.credentials.find(({ id }) => id === credentialId)?.label ?? '';
  const others = hub.credentials.length - 1;
  const consequence =
    others === 0
      ? `${hub.name} can then only be read from the saved copy, and nothing can be sent, until a credentials file is imported again.`
      : hub.credentialInUseId === credentialId
        ? `It is the one in use for ${hub.name}; another of its credentials takes its place.`
        : `${hub.name} goes on with the credential in use.`;
  return {
    title: `Remove “${label}”?`,
    confirm: `Remove ${label}`,
    detail: `Its client ID, sealed secret and note are deleted from this computer. ${consequence} Drafts and data-synchronization credentials of the hub stay. Nothing changes on the Hub.`,
  };
}

/** What removing a hub makes unusable, and what stays; what goes with it stands between the two sentences. */
export function hubRemovalWords(hub: Hub): { title: string; confirm: string; lead: string; detail: string } {
  return {
    title: `Remove ${hub.name}?`,
    confirm: `Remove ${hub.name}`,
    lead: 'Deleted from this computer, with the hub itself:',
    detail:
      'To connect again you need a credentials file. The activity log keeps what was done. Nothing changes on the Hub.',
  };
}
