// Limits that preload keeps too. They stand alone because preload imports no zod.

/** A credentials file is at most this large; a pasted text too. */
export const CREDENTIALS_LIMIT_BYTES = 64 * 1024;
