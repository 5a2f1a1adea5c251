// Limits that preload keeps too. They stand alone because preload imports no zod.

/** A credentials file is at most this large; a pasted text too. */
export const CREDENTIALS_LIMIT_BYTES = 64 * 1024;

/** A hand-off file or a backup is at most this large: some ten thousand credentials. */
export const HAND_OFF_LIMIT_BYTES = 16 * 1024 * 1024;
