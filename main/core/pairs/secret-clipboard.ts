// The clipboard as far as a secret may be on it.

export interface SecretClipboard {
  /** After this many milliseconds it is taken off again, if it is still there. */
  readonly clearsAfterMs: number;
  /** Puts a secret on the clipboard; the wish that nobody keeps a copy of it goes along where the platform knows one. */
  put(secret: string): Promise<void>;
}
