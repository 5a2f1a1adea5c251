// Counts, sizes and spans of time as people write them.

const integer = new Intl.NumberFormat('en');
const kilobytes = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const megabytes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

/** A whole number with separators: `1,204`. */
export function wholeNumber(value: number): string {
  return integer.format(value);
}

/** A count and its noun: `1 registration`, `1,204 registrations`. */
export function counted(count: number, noun: string): string {
  return `${wholeNumber(count)} ${count === 1 ? noun : `${noun}s`}`;
}

/** A size in the unit that makes it short: `812 bytes`, `64 KB`, `3.2 MB` (1 KB is 1,024 bytes, as file managers count). */
export function byteSize(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  // A limit must not look reached when it is passed by one byte: partial kilobytes count as whole ones.
  if (bytes < 1024 * 1024) return `${kilobytes.format(Math.ceil(bytes / 1024))} KB`;
  return `${megabytes.format(bytes / (1024 * 1024))} MB`;
}

/** A waiting time given in seconds: `30 seconds`, `2 minutes`, `3 hours`. Parts of a unit count as a whole one. */
export function waitingTime(seconds: number): string {
  if (seconds < 120) return counted(Math.max(1, Math.ceil(seconds)), 'second');
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? counted(minutes, 'minute') : counted(Math.ceil(minutes / 60), 'hour');
}
