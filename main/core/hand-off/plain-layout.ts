// One credential in clear, as Pega's own download has it: label line, value line (hub-contract section 7).
import type { HandedCredential } from './hand-off-document.ts';

type InClear = Pick<HandedCredential, 'clientId' | 'clientSecret' | 'tokenEndpoint'>;

/** The labels are the ones that Pega's own tools read; no blank line, which would shift them. */
export function plainLayout({ clientId, clientSecret, tokenEndpoint }: InClear): string {
  const pairs = [
    ['Client ID', clientId],
    ['Client Secret', clientSecret],
    ['Access token endpoint', tokenEndpoint],
  ] as const;
  return pairs
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}\n${value}\n`)
    .join('');
}
