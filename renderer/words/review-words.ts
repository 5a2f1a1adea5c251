// The words of reviewing credentials before they are saved, and of what saving did.
import type { CredentialsDraft, CredentialSummary, SaveOutcome } from '#contract/credentials.ts';
import { PROPER_ACCESS_GROUP } from '#contract/checkup.ts';
import { wholeNumber } from './numbers.ts';

export const reviewWords = {
  title: 'Review credentials',
  hubName: 'Hub name',
  credentialLabel: 'Credential label',
  hubAddress: 'Hub address',
  hubAddressHint: 'The file named no token endpoint; it is derived from this address.',
  hubAddressExample: 'https://hub.example.com',
  baseUrl: 'Base URL',
  tokenEndpoint: 'Token endpoint',
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  advanced: 'Advanced',
  authentication: 'Client authentication',
  authenticationHint:
    'How the client ID and secret are sent to the token endpoint. Change it only if the Hub asks for it.',
  authenticationOptions: [
    { id: 'body', label: 'In the request body' },
    { id: 'basic', label: 'HTTP Basic header' },
  ],
  test: 'Test connection',
  testing: 'Asking the Hub for a token and the registrations',
  save: 'Save',
  saving: 'Sealing the secret',
} as const;

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

/** Which lines of the file were not used. */
export function ignoredSentence(labels: readonly string[]): string {
  return `Not used from the file: ${listed.format(labels)}.`;
}

/** What saving a draft would replace. */
export function rotationSentence(replaces: NonNullable<CredentialsDraft['replaces']>): string {
  const known = `This client ID is already saved as “${replaces.label}” for ${replaces.hubName}.`;
  return replaces.isUsable
    ? `${known} Its secret is replaced, and the old one is kept until the new one has worked.`
    : `${known} No secret that can be opened is stored for it: this one takes its place.`;
}

/** A file with the new secret of one credential was asked for, and this is none. */
export const mismatchWords = {
  title: ({ label }: Pick<CredentialSummary, 'label'>): string => `This is not a new secret for “${label}”.`,
  detail: 'The file is for another client ID or token endpoint. Saving it leaves that credential as it is.',
} as const;

/** What saving did, where that is not plain from what appears. */
export function savedSentence({ hub, credentialId, kind }: SaveOutcome): string | null {
  const label = hub.credentials.find(({ id }) => id === credentialId)?.label ?? '';
  if (kind === 'rotated') return `The secret of “${label}” for ${hub.name} was replaced.`;
  return hub.credentials.length > 1 ? `“${label}” is now the credential in use for ${hub.name}.` : null;
}

export const reportWords = {
  connected: (milliseconds: number) => `The connection works (${wholeNumber(milliseconds)} ms).`,
  operator: 'Operator',
  accessGroup: 'Access group',
  registrations: 'Registrations seen',
  lifetime: 'Token lifetime',
  lifetimeValue: (seconds: number) => `${wholeNumber(Math.floor(seconds / 60))} min`,
  unknown: 'not told by the token',
} as const;

/** A hint, not a wall: the Hub decides what a group may do. */
export function accessGroupHint(group: string): string {
  return `Registrations usually need ${PROPER_ACCESS_GROUP} as the operator’s default access group. If the Hub refuses something, ask an administrator to change ${group}.`;
}
