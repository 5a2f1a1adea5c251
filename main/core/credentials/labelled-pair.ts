// What every layout of a credentials file comes down to.

export interface LabelledPair {
  /** As written, without surrounding blanks. */
  readonly label: string;
  /** Without surrounding blanks; '' when nothing was given, null for what is not text (a JSON number, a list). */
  readonly value: string | null;
}
