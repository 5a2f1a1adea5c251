// Why a certificate is not believed: a failure says it, and so does a look at what a hub shows.
export type CertificateTrouble = 'unknownIssuer' | 'selfSigned' | 'expired' | 'notYetValid' | 'wrongName' | 'other';

/**
 * Why there is no issuer that could be trusted: the host does not send it, it is no authority, or trusting it would not
 * help, because the name or a date is wrong as well.
 */
export type NoIssuerReason = 'issuerNotSent' | 'notAnAuthority' | 'wrongName' | 'notValidNow' | 'other';
