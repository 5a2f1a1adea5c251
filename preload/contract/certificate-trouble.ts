// Why a certificate is not believed: a failure says it, and so does a look at what a hub shows.
export type CertificateTrouble = 'unknownIssuer' | 'selfSigned' | 'expired' | 'notYetValid' | 'wrongName' | 'other';
