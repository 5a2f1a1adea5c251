/** The text file that Dev Studio offers under "View & download": label line, value line, and so on (hub contract 7). */

/** What the file of one client says. */
export interface CredentialsFileContent {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The part that the OAuth addresses share, without a slash at the end. */
  readonly oauthUrl: string;
}

/** The usual name of the file. */
export const CREDENTIALS_FILE_NAME = 'practice-hub-credentials.txt';

/** Writes the file in Pega's alternating layout. Contains the secret: store it for the owner's eyes only. */
export function formatCredentialsFile({ clientId, clientSecret, oauthUrl }: CredentialsFileContent): string {
  const lines = [
    ['Client ID', clientId],
    ['Client Secret', clientSecret],
    ['Authorization endpoint', `${oauthUrl}/authorize`],
    ['Access token endpoint', `${oauthUrl}/token`],
    ['Token revocation endpoint', `${oauthUrl}/revoke`],
  ];
  return `${lines.flat().join('\n')}\n`;
}
