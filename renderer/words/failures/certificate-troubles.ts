// What is wrong with a certificate that is not believed, as the middle of a sentence.
import type { CertificateTrouble } from '#contract/certificate-trouble.ts';
import type { CertificateFacts } from '#contract/reach.ts';
import { certificateDate } from '../reach-words.ts';

type Untrusted = CertificateFacts & { readonly trouble: CertificateTrouble };

const troubles: Readonly<Record<CertificateTrouble, (certificate: CertificateFacts) => string>> = {
  unknownIssuer: ({ issuer }) => `was issued by “${issuer}”, which this computer does not trust`,
  selfSigned: () => 'was issued by itself, and this computer does not know it',
  expired: ({ validToMs }) => `expired on ${certificateDate(validToMs)}`,
  notYetValid: ({ validFromMs }) => `is not valid before ${certificateDate(validFromMs)}`,
  wrongName: () => 'was made for another name',
  other: ({ issuer }) => `from “${issuer}” cannot be believed`,
};

/** `was made for another name`: what follows after the certificate's own name. */
export function certificateTroubleWords(certificate: Untrusted): string {
  return troubles[certificate.trouble](certificate);
}
